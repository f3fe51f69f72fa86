// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the table, which names the active row.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the table takes the keys.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go as one scrolls are laid out by themselves, which no table element allows.

import type { CSSProperties, DragEvent, MouseEvent } from 'react';
import type { DocumentSummary } from '../../contract/index.ts';
import { type Column, cellHint, cellText, isNumber } from './columns.ts';
import styles from './LibraryTable.module.css';

interface TableRowProps {
  id: string;
  document: DocumentSummary;
  index: number;
  columns: readonly Column[];
  /** Of the collections that it is in. */
  names: readonly string[];
  place: CSSProperties;
  isOpen: boolean;
  isSelected: boolean;
  isActive: boolean;
  onClick: (event: MouseEvent) => void;
  onDoubleClick: () => void;
  onContextMenu: (event: MouseEvent) => void;
  onDragStart: (event: DragEvent) => void;
}

/** A document as a row of the table. */
export function TableRow({ id, document, index, columns, names, place, isOpen, isSelected, isActive, ...handlers }: TableRowProps) {
  return (
    <div
      id={id}
      role="row"
      className={styles.row}
      style={place}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      data-document={document.id}
      data-active={isActive || undefined}
      draggable
      {...handlers}
    >
      {columns.map(({ id: column }) => {
        const text = cellText(document, column, names);
        return (
          <span
            key={column}
            role="gridcell"
            className={styles.cell}
            data-number={isNumber(column) || undefined}
            title={cellHint(document, column, text)}
            {...(column === 'title' ? { lang: document.language } : {})}
          >
            {text}
          </span>
        );
      })}
    </div>
  );
}
