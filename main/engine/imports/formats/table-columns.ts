import { ArmillaryError, type TableField, type TableReading } from '../../../../contract/index.ts';
import type { Table } from './table.ts';
import { guessMapping, simplify, type TableMapping } from './table-mapping.ts';

/** What the columns of a table are for, by their index. */
export interface Assignment {
  fields: TableMapping;
  /** Columns that no document gets. Those that are neither here nor a field stand below the text. */
  leftOut: ReadonlySet<number>;
}

/** The columns as a person assigned them, by name; guessed where nobody did. Throws where the table has no such column. */
export function assignColumns(table: Table, { columns, leftOut = [] }: Pick<TableReading, 'columns' | 'leftOut'> = {}): Assignment {
  const fields = columns === undefined ? guessMapping(table) : {};
  for (const [field, name] of pairsOf(columns ?? {})) fields[field] = columnNamed(table, name);
  return { fields, leftOut: new Set(leftOut.map((name) => columnNamed(table, name))) };
}

/** The fields in the order in which they are spoken of, each with its column. */
export function pairsOf<T>(columns: Partial<Record<TableField, T>>): [TableField, T][] {
  return order.flatMap((field): [TableField, T][] => {
    const column = columns[field];
    return column === undefined ? [] : [[field, column]];
  });
}

const order: readonly TableField[] = ['title', 'text', 'date', 'author', 'publisher', 'url', 'language'];

const labels: Record<TableField, string> = {
  title: 'title',
  text: 'text',
  date: 'date',
  author: 'author',
  publisher: 'publisher',
  url: 'address',
  language: 'language',
};

/** How a table was read, in a sentence or more: kept with each document that comes of it, and what tells two readings apart. */
export function readingWords({ columns, encoding, slashDates }: Table, { fields, leftOut }: Assignment): string {
  const name = (index: number) => `“${columns[index] ?? ''}”`;
  const from = pairsOf(fields).map(([field, column]) => `${labels[field]} from ${name(column)}`);
  const left = [...leftOut].map(name);
  const sentence = `${from.join(', ')}.`;
  return [
    sentence.charAt(0).toUpperCase() + sentence.slice(1),
    ...(left.length === 0 ? [] : [`Left in the original: ${left.join(', ')}.`]),
    ...(encoding === null || encoding === 'utf-8' ? [] : [`Read as ${encoding}.`]),
    ...(fields.date === undefined || slashDates === null
      ? []
      : [`Dates such as 5/12/2026 were read with the ${slashDates === 'day-first' ? 'day' : 'month'} first.`]),
  ].join(' ');
}

/** The column of a name, letter for letter, or else whatever its case and punctuation. */
function columnNamed({ columns }: Table, wanted: string): number {
  const exact = columns.indexOf(wanted);
  const found = exact === -1 ? columns.map(simplify).indexOf(simplify(wanted)) : exact;
  if (found !== -1) return found;
  throw new ArmillaryError(
    'invalid',
    `There is no column “${wanted}” in this table. It has: ${columns.join(', ')}. Nothing was imported: name one of these.`,
  );
}
