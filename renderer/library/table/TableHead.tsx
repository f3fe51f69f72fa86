// biome-ignore-all lint/a11y/useFocusableInteractive: the button in a heading takes the focus; the row has none.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go as one scrolls are laid out by themselves, which no table element allows.

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { isFalling, type Order } from '../order.ts';
import { type Column, type ColumnId, columnTitles, isNumber, orderedBy, resized } from './columns.ts';
import styles from './LibraryTable.module.css';

/** CSS pixels that an arrow changes a width by. */
const keyStep = 16;

interface TableHeadProps {
  columns: readonly Column[];
  template: string;
  order: Order | null;
  onOrder: (order: Order) => void;
  /** `done`: the new widths are to be kept. */
  onColumns: (columns: Column[], done: boolean) => void;
}

/** Titles of the columns. A press orders by one; its edge is dragged, or Shift and an arrow pressed, to make it wider or narrower. */
export function TableHead({ columns, template, order, onOrder, onColumns }: TableHeadProps) {
  const drag = useRef<{ id: ColumnId; from: number; width: number } | null>(null);
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
    const step = event.key === 'ArrowLeft' ? -keyStep : event.key === 'ArrowRight' ? keyStep : 0;
    if (step === 0 || !event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    onColumns(resized(columns, id, width + step), true);
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
          >
            <button
              type="button"
              className={styles.order}
              disabled={order === null || id === 'collections'}
              title="Shift and an arrow change the width"
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
    </div>
  );
}
