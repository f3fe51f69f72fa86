import { type KeyboardEvent, type ReactNode, useEffect, useId } from 'react';
import { movedTo, type Spot, useVirtualRows, VirtualRows } from '../../ui/index.ts';
import styles from './WalkList.module.css';

interface WalkListProps<T> {
  label: string;
  items: readonly T[];
  /** Must stay the same function. */
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
  const listId = useId();
  const at = Math.max(
    0,
    items.findIndex((item) => idOf(item) === activeId),
  );
  const list = useVirtualRows({ rows: items, idOf, rowHeight, active: at });
  const { scroller, virtual } = list;
  useEffect(() => {
    if (takesFocus) scroller.current?.focus({ preventScroll: true });
  }, [takesFocus, scroller]);
  useEffect(() => virtual.scrollToIndex(at, { align: 'auto' }), [at, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const isHeld = event.ctrlKey || event.metaKey || event.altKey;
    const to = isHeld ? null : movedTo(event.key, { at, count: items.length, page: list.page() });
    const next = to === null ? undefined : items[to];
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
      <VirtualRows list={list}>
        {(item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys of its rows.
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the row it is on.
          <div
            id={`${listId}-${idOf(item)}`}
            role="option"
            className={styles.row}
            aria-selected={index === at}
            aria-posinset={index + 1}
            aria-setsize={items.length}
            onClick={() => onActive(idOf(item))}
            onContextMenu={(event) => {
              onActive(idOf(item));
              onMenu?.({ x: event.clientX, y: event.clientY });
            }}
          >
            {row(item)}
          </div>
        )}
      </VirtualRows>
    </div>
  );
}
