import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useCallback, useRef } from 'react';
import styles from './VirtualRows.module.css';

interface VirtualOptions<T> {
  rows: readonly T[];
  /** Must stay the same function: another has every row's place reckoned again. */
  idOf: (row: T, index: number) => string | number;
  /** In CSS pixels: the same for every row, or where rows are measured as soon as they are drawn, what most are. */
  rowHeight: number;
  isMeasured?: boolean;
  /** The row that the keyboard is on. It stays in the page wherever one scrolls: a screen reader knows it by its element. */
  active?: number;
  /** CSS pixels at the top of the scroller that a heading takes, which stays. */
  head?: number;
}

export interface VirtualList<T> {
  rows: readonly T[];
  keyOf: (index: number) => string | number;
  rowHeight: number;
  isMeasured: boolean;
  /** For the element that scrolls. */
  scroller: RefObject<HTMLDivElement | null>;
  virtual: Virtualizer<HTMLDivElement, Element>;
  /** Brings a row into view, by no more than it takes. */
  reveal: (index: number) => void;
  /** Rows that Page Up and Page Down go by: those on screen but for one, which the eye holds on to. */
  page: () => number;
}

/** A list of any length, of which only the rows in sight are in the page. */
export function useVirtualRows<T>({ rows, idOf, rowHeight, isMeasured = false, active, head = 0 }: VirtualOptions<T>): VirtualList<T> {
  const scroller = useRef<HTMLDivElement>(null);
  const keyOf = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : idOf(row, index);
    },
    [rows, idOf],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // Heights are remembered by it; where all are the same, tens of thousands of rows are not asked.
    ...(isMeasured ? { getItemKey: keyOf } : {}),
    paddingStart: head,
    scrollPaddingStart: head,
    overscan: 10,
    rangeExtractor: useCallback(
      (range: Range) => {
        const drawn = defaultRangeExtractor(range);
        const isDrawn = active === undefined || active < 0 || active >= range.count || drawn.includes(active);
        return isDrawn ? drawn : [...drawn, active].toSorted((a, b) => a - b);
      },
      [active],
    ),
  });
  return {
    rows,
    keyOf,
    rowHeight,
    isMeasured,
    scroller,
    virtual,
    reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head) / rowHeight) - 1),
  };
}

/** The rows in sight, each in its place; stands in the element that scrolls. */
export function VirtualRows<T>({ list, children }: { list: VirtualList<T>; children: (row: T, index: number) => ReactNode }) {
  const { rows, keyOf, rowHeight, isMeasured, virtual } = list;
  const above = virtual.options.paddingStart;
  return (
    <div role="presentation" className={styles.rows} style={{ height: virtual.getTotalSize() - above }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <div
            key={keyOf(index)}
            ref={isMeasured ? virtual.measureElement : null}
            role="presentation"
            data-index={index}
            className={styles.place}
            style={{ transform: `translateY(${start - above}px)`, ...(isMeasured ? {} : { height: rowHeight }) }}
          >
            {children(row, index)}
          </div>
        );
      })}
    </div>
  );
}
