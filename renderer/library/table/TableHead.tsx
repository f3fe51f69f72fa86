// biome-ignore-all lint/a11y/useFocusableInteractive: the button in a heading takes the focus; the row has none.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go as one scrolls are laid out by themselves, which no table element allows.

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { ContextMenu, type MenuEntry, type Spot } from '../../ui/index.ts';
import { isFalling, type Order } from '../order.ts';
import { type Column, type ColumnId, columnTitles, isNumber, moved, orderedBy, resized } from './columns.ts';
import styles from './LibraryTable.module.css';

/** CSS pixels that an arrow changes a width by. */
const keyStep = 16;

interface TableHeadProps {
  columns: readonly Column[];
  template: string;
  order: Order | null;
  /** Which columns there can be. */
  choices: readonly MenuEntry[];
  onOrder: (order: Order) => void;
  /** `done`: the new columns are to be kept. */
  onColumns: (columns: Column[], done: boolean) => void;
}

/**
 * Titles of the columns. A press orders by one; its edge is dragged, or Shift and an arrow pressed, to make it wider or
 * narrower; it is dragged itself, or Alt and an arrow pressed, to stand elsewhere.
 */
export function TableHead({ columns, template, order, choices, onOrder, onColumns }: TableHeadProps) {
  const drag = useRef<{ id: ColumnId; from: number; width: number } | null>(null);
  const [carried, setCarried] = useState<ColumnId | null>(null);
  const [over, setOver] = useState<ColumnId | null>(null);
  const [menu, setMenu] = useState<Spot | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>, { id, width }: Column) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { id, from: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent, done: boolean) => {
    const now = drag.current;
    if (now === null) return;
    if (done) drag.current = null;
    onColumns(resized(columns, now.id, now.width + event.clientX - now.from), done);
  };
  const onKeyDown = (event: KeyboardEvent, { id, width }: Column) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step === 0 || event.altKey === event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const neighbour = columns[columns.findIndex((column) => column.id === id) + step];
    if (event.shiftKey) onColumns(resized(columns, id, width + step * keyStep), true);
    else if (neighbour !== undefined) onColumns(moved(columns, id, neighbour.id), true);
  };
  const onDragOver = (event: DragEvent, id: ColumnId) => {
    if (carried === null || id === 'title') return;
    event.preventDefault();
    setOver(id);
  };
  const onDrop = (event: DragEvent, id: ColumnId) => {
    event.preventDefault();
    if (carried !== null) onColumns(moved(columns, carried, id), true);
  };
  const onDragEnd = () => {
    setCarried(null);
    setOver(null);
  };
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    setMenu({ x: event.clientX, y: event.clientY });
  };

  return (
    <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template }}>
      {columns.map((column) => {
        const { id } = column;
        const falls = order !== null && order.by === id ? isFalling(order) : null;
        return (
          <div
            key={id}
            role="columnheader"
            aria-sort={falls === null ? 'none' : falls ? 'descending' : 'ascending'}
            className={styles.heading}
            data-number={isNumber(id) || undefined}
            data-over={(over === id && carried !== id) || undefined}
            onContextMenu={onContextMenu}
            onDragOver={(event) => onDragOver(event, id)}
            onDrop={(event) => onDrop(event, id)}
          >
            <button
              type="button"
              className={styles.order}
              disabled={order === null || id === 'collections'}
              title={
                id === 'title' ? 'Shift and an arrow change the width' : 'Shift and an arrow change the width, Alt and an arrow move it'
              }
              draggable={id !== 'title'}
              onDragStart={() => setCarried(id)}
              onDragEnd={onDragEnd}
              onClick={() => order !== null && onOrder(orderedBy(order, id))}
              onKeyDown={(event) => onKeyDown(event, column)}
            >
              <span className={styles.text}>{columnTitles[id]}</span>
              {falls === null ? null : falls ? <ArrowDown aria-hidden size={12} /> : <ArrowUp aria-hidden size={12} />}
            </button>
            <span
              className={styles.edge}
              aria-hidden
              onPointerDown={(event) => onPointerDown(event, column)}
              onPointerMove={(event) => onPointerMove(event, false)}
              onPointerUp={(event) => onPointerMove(event, true)}
            />
          </div>
        );
      })}
      {menu === null ? null : <ContextMenu label="Columns" spot={menu} entries={choices} onClose={() => setMenu(null)} />}
    </div>
  );
}
