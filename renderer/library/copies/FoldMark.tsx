import { ChevronRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Fold } from './copies.ts';
import styles from './FoldMark.module.css';

/** The sign before a row that copies are folded under, to press; the list takes Right and Left. Keeps its room on other rows. */
export function FoldMark({ fold, onFold }: { fold: Fold; onFold: (event: MouseEvent) => void }) {
  if (fold.kind !== 'first') return <span className={styles.room} data-kind={fold.kind} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a row of a list may hold no button.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <span className={styles.room} data-open={fold.isOpen || undefined} onClick={onFold} onDoubleClick={(event) => event.stopPropagation()}>
      <ChevronRight aria-hidden size={14} />
    </span>
  );
}

/** What a screen reader is told of a row's place among its copies. */
export function foldProps(fold: Fold) {
  return { 'aria-level': fold.kind === 'copy' ? 2 : 1, ...(fold.kind === 'first' ? { 'aria-expanded': fold.isOpen } : {}) };
}
