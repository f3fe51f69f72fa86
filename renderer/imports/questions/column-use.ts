import { TableField, type TablePreview } from '../../../contract/index.ts';

/** What a column of a table is for: a field of the documents, one of the lines below their text, or nothing. */
export type ColumnUse = TableField | 'below' | 'none';

type Columns = Pick<TablePreview['reading'], 'columns' | 'leftOut'>;

export const columnUses: readonly { id: ColumnUse; label: string }[] = [
  { id: 'title', label: 'Title' },
  { id: 'text', label: 'Text' },
  { id: 'date', label: 'Date' },
  { id: 'author', label: 'Author' },
  { id: 'publisher', label: 'Publisher' },
  { id: 'url', label: 'Address (URL)' },
  { id: 'language', label: 'Language' },
  { id: 'below', label: 'Below the text' },
  { id: 'none', label: 'Not used' },
];

/** What the column of a name is for. */
export function columnUse({ columns, leftOut }: Columns, name: string): ColumnUse {
  const field = TableField.options.find((each) => columns[each] === name);
  return field ?? (leftOut.includes(name) ? 'none' : 'below');
}

/** The same with another use for a column. A field is taken from one column alone: the one that had it goes below the text. */
export function withUse({ columns, leftOut }: Columns, name: string, use: ColumnUse): Columns {
  const others = Object.entries(columns).filter(([field, column]) => column !== name && field !== use);
  const kept: Columns['columns'] = Object.fromEntries(others);
  const field = TableField.safeParse(use);
  return {
    columns: field.success ? { ...kept, [field.data]: name } : kept,
    leftOut: [...leftOut.filter((column) => column !== name), ...(use === 'none' ? [name] : [])],
  };
}
