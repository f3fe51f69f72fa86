import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../../ui/index.ts';
import styles from './HitsBar.module.css';
import type { HitTrail } from './useSearchPaint.ts';

const number = new Intl.NumberFormat();

/** Where one is among the hits of the notebook's search in this document, and the way to the others. */
export function HitsBar({ trail: { text, count, at, go, end } }: { trail: HitTrail }) {
  if (text === '' || count === 0) return null;
  const place =
    at === null ? `${number.format(count)} ${count === 1 ? 'hit' : 'hits'}` : `Hit ${number.format(at + 1)} of ${number.format(count)}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end();
  };
  return (
    <search className={styles.bar} aria-label="Hits of the search" onKeyDown={onKeyDown}>
      <span className={styles.words}>
        {place} for <span className={styles.text}>“{text.trim()}”</span>
      </span>
      <IconButton label="Previous hit" command="edit.findPrevious" onPress={() => go(-1)}>
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton label="Next hit" command="edit.findNext" onPress={() => go(1)}>
        <ChevronDown aria-hidden />
      </IconButton>
      <IconButton label="End the search" keys="Escape" onPress={end}>
        <X aria-hidden />
      </IconButton>
    </search>
  );
}
