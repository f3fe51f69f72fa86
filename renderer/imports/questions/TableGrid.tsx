import type { TablePreview } from '../../../contract/index.ts';
import { Select } from '../../ui/index.ts';
import { columnUse, columnUses, withUse } from './column-use.ts';
import styles from './TableGrid.module.css';

type Columns = Pick<TablePreview['reading'], 'columns' | 'leftOut'>;

interface TableGridProps {
  preview: TablePreview;
  chosen: Columns;
  onChange: (columns: Columns) => void;
}

/** The first rows of a table, above each column what it is for. */
export function TableGrid({ preview: { names, rows }, chosen, onChange }: TableGridProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={styles.scroller} tabIndex={0} aria-label="First rows">
      <table className={styles.table}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col" data-use={columnUse(chosen, name)}>
                <Select
                  label={`What “${name}” is`}
                  hideLabel
                  choices={columnUses}
                  value={columnUse(chosen, name)}
                  onChange={(use) => onChange(withUse(chosen, name, use))}
                />
                <span className={styles.name} title={name}>
                  {name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else that is theirs alone, and never change places.
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={names[column]} data-use={columnUse(chosen, names[column] ?? '')}>
                  <span className={styles.cell}>{cell}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
