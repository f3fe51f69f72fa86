import { ArmillaryError } from '../../../../contract/index.ts';
import { readDelimited } from './delimited.ts';
import { mostColumns } from './sheet.ts';
import { readXlsx } from './xlsx.ts';

/** A table of which each row is to become a document. */
export interface Table {
  /** A name for every column; `Column 3` where the table has none. */
  columns: string[];
  /** As many cells in each as there are columns. Rows without anything in them are left out. */
  rows: string[][];
  /** How many rows were left out because nothing is in them. */
  emptyRows: number;
  /** Of a workbook: the sheets that can be chosen, in order. */
  sheets?: string[];
  /** What the day is in dates such as 5/12/2026, told by others in the table; null where none tells. */
  slashDates: SlashDates;
  /** What the analyst should know of the reading, a sentence each. */
  notices: string[];
}

export type SlashDates = 'day-first' | 'month-first' | null;

export interface TableOptions {
  /** As a person chose, for text; else it is detected. */
  encoding?: string | undefined;
  /** The name of a workbook's sheet; else its first that is not hidden. */
  sheet?: string | undefined;
}

/** Rows at the top among which the names of the columns are looked for. */
const topRows = 20;
/** Longer cells are no column's name. UTF-16 code units. */
const longestName = 80;

/** Reads a table from CSV, TSV or an Excel workbook. Throws an `ArmillaryError` that says what is wrong with it. */
export async function readTable(kind: 'csv' | 'tsv' | 'xlsx', bytes: Uint8Array, { encoding, sheet }: TableOptions = {}): Promise<Table> {
  const read = kind === 'xlsx' ? await readXlsx(bytes, sheet) : readDelimited(bytes, kind, encoding);
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
  const names = isHeader(body[0] ?? [], body[1]) ? body.shift() : undefined;
  const notices = [...read.notices];
  if (above > 0)
    notices.push(
      `${above === 1 ? 'The first row stands' : `The first ${above} rows stand`} above the table and ${above === 1 ? 'was' : 'were'} left in the original.`,
    );
  return {
    columns: Array.from({ length: width }, (_, index) => names?.[index] || `Column ${index + 1}`),
    rows: body.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]),
    emptyRows: read.rows.length - filled.length,
    ...(read.sheets === undefined ? {} : { sheets: read.sheets }),
    slashDates: slashDatesIn(body),
    notices,
  };
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

function slashDatesIn(rows: readonly string[][]): SlashDates {
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
