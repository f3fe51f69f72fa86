// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the table, which names the active row.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the table takes the keys.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go as one scrolls are laid out by themselves, which no table element allows.

import type { CSSProperties, DragEvent, MouseEvent } from 'react';
import type { DocumentSummary } from '../../../contract/index.ts';
import type { Fold } from '../copies/copies.ts';
import { FoldMark, foldProps } from '../copies/FoldMark.tsx';
import rowStyles from '../Rows.module.css';
import { type Column, cellHint, cellText, isNumber, type RowFacts } from './columns.ts';
import styles from './LibraryTable.module.css';

interface TableRowProps {
  id: string;
  document: DocumentSummary;
  index: number;
  columns: readonly Column[];
  facts: RowFacts;
  /** Null where copies stand each in its own place. */
  fold: Fold | null;
  onFold: (event: MouseEvent) => void;
  onCopies: (event: MouseEvent) => void;
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
export function TableRow(props: TableRowProps) {
  const { id, document, index, columns, facts, fold, place, isOpen, isSelected, isActive, onFold, onCopies, ...handlers } = props;
  return (
    <div
      id={id}
      role="row"
      className={`${styles.row} ${rowStyles.row}`}
      style={place}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      {...(fold === null ? {} : foldProps(fold))}
      data-document={document.id}
      data-active={isActive || undefined}
      draggable
      {...handlers}
    >
      {columns.map(({ id: column }) => {
        const text = cellText(document, column, facts);
        return (
          <span
            key={column}
            role="gridcell"
            className={styles.cell}
            data-number={isNumber(column) || undefined}
            title={cellHint(document, column, text)}
            {...(column === 'title' ? { lang: document.language } : {})}
            {...(column === 'copies' && text !== '' ? { 'data-opens': true, onClick: onCopies } : {})}
          >
            {column === 'title' && fold !== null ? <FoldMark fold={fold} onFold={onFold} /> : null}
            {text}
          </span>
        );
      })}
    </div>
  );
}
