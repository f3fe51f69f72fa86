import { ArmillaryError, type SlashDates, type TableReading } from '../../../../contract/index.ts';
import { readDelimited } from './delimited.ts';
import { mostColumns, type Sheet } from './sheet.ts';
import type { TableKind } from './table-kinds.ts';
import { readXlsx } from './xlsx.ts';

/** A table of which each row is to become a document. `notices` are what the analyst should know of the reading, a sentence each. */
export interface Table extends Omit<Sheet, 'rows'> {
  /** A name for every column, each once; `Column 3` where the table has none. */
  columns: string[];
  /** Whether the names stand in the table. */
  hasNames: boolean;
  /** As many cells in each as there are columns. Rows without anything in them are left out. */
  rows: string[][];
  /** How many rows were left out because nothing is in them. */
  emptyRows: number;
  /** What the day is in dates such as 5/12/2026, as chosen or as others in the table tell; null where none tells. */
  slashDates: SlashDates | null;
}

export type TableOptions = Omit<TableReading, 'columns' | 'leftOut'>;

/** Rows at the top among which the names of the columns are looked for. */
const topRows = 20;
/** Longer cells are no column's name. UTF-16 code units. */
const longestName = 80;

/** Reads a table from CSV, TSV or an Excel workbook. Throws an `ArmillaryError` that says what is wrong with it. */
export async function readTable(kind: TableKind, bytes: Uint8Array, options: TableOptions = {}): Promise<Table> {
  const read = kind === 'xlsx' ? await readXlsx(bytes, options.sheet) : readDelimited(bytes, kind, options);
  const filled = read.rows.filter((row) => row.some((cell) => cell !== ''));
  const width = longestOf(filled);
  if (filled.length === 0) throw new ArmillaryError('invalid', 'There is nothing in this table. Nothing was imported.');
  if (width > mostColumns) {
    throw new ArmillaryError(
      'unsupported',
      `This table has ${width.toLocaleString('en')} columns, more than the ${mostColumns} that are read. Nothing was imported: keep those you need and import it again.`,
    );
  }
  const above = filled.slice(0, topRows).findIndex((row) => isWide(row, width));
  const body = filled.slice(Math.max(0, above));
  const names = (options.hasNames ?? isHeader(body[0] ?? [], body[1])) ? body.shift() : undefined;
  const over = names === undefined || read.delimiter === null ? 0 : countOver(body, names.length);
  return {
    ...read,
    columns: eachOnce(Array.from({ length: width }, (_, index) => oneLine(names?.[index] ?? '') || `Column ${index + 1}`)),
    hasNames: names !== undefined,
    rows: body.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]),
    emptyRows: read.rows.length - filled.length,
    slashDates: options.slashDates ?? slashDatesIn(body),
    notices: [...read.notices, ...noticesOf(above, over)],
  };
}

/** Rows with something beyond the columns that have names. */
function countOver(rows: readonly string[][], names: number): number {
  return rows.filter((row) => row.slice(names).some((cell) => cell !== '')).length;
}

function noticesOf(above: number, over: number): string[] {
  const rowsAbove = above === 1 ? 'The first row stands' : `The first ${above} rows stand`;
  const rowsOver = over === 1 ? 'One row has' : `${over.toLocaleString('en')} rows have`;
  return [
    ...(above > 0 ? [`${rowsAbove} above the table and ${above === 1 ? 'was' : 'were'} left in the original.`] : []),
    ...(over > 0 ? [`${rowsOver} more cells than the table has names: look whether what parts the cells stands within one.`] : []),
  ];
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/** Names that stand several times are told apart by a number: `Text`, `Text (2)`. */
function eachOnce(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let once = name;
    for (let number = 2; taken.has(once); number += 1) once = `${name} (${number})`;
    taken.add(once);
    return once;
  });
}

function longestOf(rows: readonly string[][]): number {
  return rows.reduce((longest, row) => Math.max(longest, row.length), 0);
}

/** Whether a row is one of the table, not a title or a remark above it. */
function isWide(row: readonly string[], width: number): boolean {
  return row.filter((cell) => cell !== '').length >= Math.min(width, Math.max(2, Math.ceil(width * 0.6)));
}

/** Whether a row names the columns: short words, each once, unlike what stands below it. */
function isHeader(row: readonly string[], next: readonly string[] | undefined): boolean {
  const names = row.filter((cell) => cell !== '');
  if (next === undefined || names.length === 0 || new Set(names).size < names.length) return false;
  return names.every((name) => name.length <= longestName && !name.includes('\n') && /\p{L}/u.test(name) && !isValue(name));
}

/** A date, an address, a sentence: what is in a row, not above it. */
function isValue(cell: string): boolean {
  return /^\d{4}-\d\d|^https?:|[.!?。！？]$/.test(cell.trim());
}

function slashDatesIn(rows: readonly string[][]): SlashDates | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const cell of rows.flat()) {
    const [, first, second] = /^(\d{1,2})\/(\d{1,2})\/\d{4}(?!\d)/.exec(cell) ?? [];
    if (Number(first) > 12) dayFirst = true;
    if (Number(second) > 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day-first' : 'month-first';
}
