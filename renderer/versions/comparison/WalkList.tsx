import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useRef } from 'react';
import type { Spot } from '../../ui/index.ts';
import styles from './WalkList.module.css';

interface WalkListProps<T> {
  label: string;
  items: readonly T[];
  idOf: (item: T) => string;
  /** In CSS pixels; the same for every row. */
  rowHeight: number;
  activeId: string | null;
  onActive: (id: string) => void;
  row: (item: T) => ReactNode;
  /** Keys that are not for walking. Answers whether it was one. */
  onKey: (event: KeyboardEvent) => boolean;
  /** Where a menu for the active row is asked for. */
  onMenu?: (spot: Spot) => void;
  /** Has the keyboard as soon as it is there. */
  takesFocus: boolean;
}

/** Rows of which one is shown beside the list: the arrows walk along them, however many there are. */
export function WalkList<T>({ label, items, idOf, rowHeight, activeId, onActive, row, onKey, onMenu, takesFocus }: WalkListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const at = Math.max(
    0,
    items.findIndex((item) => idOf(item) === activeId),
  );
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The row that the keyboard is on is told to a screen reader by its element.
    rangeExtractor: useCallback(
      (range: Range) => Array.from(new Set([...defaultRangeExtractor(range), at])).toSorted((a, b) => a - b),
      [at],
    ),
  });
  useEffect(() => {
    if (takesFocus) scroller.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useEffect(() => list.scrollToIndex(at, { align: 'auto' }), [at, list]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: items.length - 1,
    };
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    const next = move === undefined ? undefined : items[Math.max(0, Math.min(items.length - 1, move))];
    if (next !== undefined) onActive(idOf(next));
    else if (!onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const active = items[at];
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      aria-label={label}
      aria-activedescendant={active === undefined ? undefined : `${listId}-${idOf(active)}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        if (onMenu === undefined) return;
        event.preventDefault();
        // The menu key, which knows of no row.
        const row =
          event.target === event.currentTarget && active !== undefined ? document.getElementById(`${listId}-${idOf(active)}`) : null;
        if (row === null) return;
        const { left, bottom } = row.getBoundingClientRect();
        onMenu({ x: left, y: bottom });
      }}
    >
      <div className={styles.inner} role="presentation" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const id = idOf(item);
          return (
            <div key={id} role="presentation" className={styles.place} style={{ height: rowHeight, transform: `translateY(${start}px)` }}>
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys of its rows. */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the row it is on. */}
              <div
                id={`${listId}-${id}`}
                role="option"
                className={styles.row}
                aria-selected={index === at}
                aria-posinset={index + 1}
                aria-setsize={items.length}
                onClick={() => onActive(id)}
                onContextMenu={(event) => {
                  onActive(id);
                  onMenu?.({ x: event.clientX, y: event.clientY });
                }}
              >
                {row(item)}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
