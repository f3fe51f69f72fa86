// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the table, which names the active row.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the table takes the keys.
// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go as one scrolls are laid out by themselves, which no table element allows.

import { FoldMark, foldProps } from '../copies/FoldMark.tsx';
import rowStyles from '../Rows.module.css';
import type { RowProps } from '../useRows.tsx';
import { type Column, cellHint, cellText, isNumber } from './columns.ts';
import styles from './LibraryTable.module.css';

interface TableRowProps extends RowProps {
  /** In the whole table. */
  index: number;
  columns: readonly Column[];
  /** The columns as a grid has them. */
  template: string;
  /** Names of those that the document is in. */
  collections: readonly string[];
  onDoubleClick: () => void;
}

/** A document as a row of the table. */
export function TableRow(props: TableRowProps) {
  const { id, document, index, columns, template, collections, copies, fold, place, isOpen, isSelected, isActive, ...rest } = props;
  const { onFold, onCopies, ...handlers } = rest;
  const facts = { collections, copies: copies?.all ?? 0 };
  return (
    <div
      id={id}
      role="row"
      className={`${styles.row} ${rowStyles.row}`}
      style={{ gridTemplateColumns: template }}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      {...(fold === null ? {} : { ...foldProps(fold), 'aria-posinset': place.index + 1, 'aria-setsize': place.count })}
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
