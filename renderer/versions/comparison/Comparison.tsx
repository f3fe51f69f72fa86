import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { ParagraphDifference } from '../../../contract/index.ts';
import { IconButton, useVirtualRows, VirtualRows } from '../../ui/index.ts';
import { counted } from '../words.ts';
import styles from './Comparison.module.css';
import { Difference } from './Difference.tsx';
import { type ComparisonRow, changesIn, foldUnchanged } from './fold.ts';

/** Height of a paragraph of two lines, in CSS pixels. */
const likelyHeight = 58;

/** What leads from one text to another, paragraph by paragraph, with what stayed folded away. */
export function Comparison({ paragraphs, label }: { paragraphs: readonly ParagraphDifference[]; label: string }) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  /** The change last gone to. */
  const [change, setChange] = useState<number | null>(null);
  const rows = useMemo(() => foldUnchanged(paragraphs, opened), [paragraphs, opened]);
  const changes = useMemo(() => changesIn(rows), [rows]);
  const list = useVirtualRows({ rows, idOf, rowHeight: likelyHeight, isMeasured: true });

  const goTo = (next: number) => {
    const at = changes[next];
    if (at === undefined) return;
    setChange(next);
    list.virtual.scrollToIndex(at, { align: 'center' });
  };
  const goBy = (by: 1 | -1) => goTo(change === null ? 0 : Math.max(0, Math.min(changes.length - 1, change + by)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    event.stopPropagation();
    goBy(event.key === 'ArrowDown' ? 1 : -1);
  };
  const open = (from: number) => {
    setOpened(new Set([...opened, from]));
    // The line that was pressed goes, and the focus must not go with it.
    list.scroller.current?.focus({ preventScroll: true });
  };

  if (changes.length === 0) return <p className={styles.same}>Both read the same, word for word.</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Alt and the arrows go from change to change wherever in it the focus is.
    <div className={styles.comparison} onKeyDown={onKeyDown}>
      <div className={styles.bar}>
        <span role="status" className={styles.count}>
          {change === null
            ? `${counted(changes.length, 'place')} ${changes.length === 1 ? 'differs' : 'differ'}`
            : `${new Intl.NumberFormat().format(change + 1)} of ${counted(changes.length, 'place')}`}
        </span>
        <IconButton label="Previous change" keys="Alt+ArrowUp" onPress={() => goBy(-1)}>
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton label="Next change" keys="Alt+ArrowDown" onPress={() => goBy(1)}>
          <ChevronDown aria-hidden />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section ref={list.scroller} className={styles.scroller} tabIndex={0} aria-label={label}>
        <VirtualRows list={list}>
          {(row, index) => (
            <div className={styles.row}>
              {row.kind === 'folded' ? (
                <button type="button" className={styles.folded} onClick={() => open(row.from)}>
                  {`… ${counted(row.count, 'paragraph')} unchanged …`}
                </button>
              ) : (
                <Paragraph paragraph={row.paragraph} isChanged={row.changed} isCurrent={change !== null && changes[change] === index} />
              )}
            </div>
          )}
        </VirtualRows>
      </section>
    </div>
  );
}

function idOf(row: ComparisonRow): string | number {
  return row.kind === 'folded' ? `from ${row.from}` : row.at;
}

interface ParagraphProps {
  paragraph: ParagraphDifference;
  isChanged: boolean;
  isCurrent: boolean;
}

function Paragraph({ paragraph: { parts, end }, isChanged, isCurrent }: ParagraphProps) {
  // A paragraph that came or went as a whole takes its end along; where only the end did, two were made of one or one of two.
  const endTells = (end === 'added' || end === 'removed') && (parts.length === 0 || parts.some(({ kind }) => kind !== end));
  return (
    <p className={styles.paragraph} dir="auto" data-changed={isChanged || undefined} data-current={isCurrent || undefined}>
      {parts.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their order alone, and never change it.
        <Difference key={index} kind={kind} text={text} />
      ))}
      {endTells && end !== null ? <Difference kind={end} text="¶" /> : null}
    </p>
  );
}
