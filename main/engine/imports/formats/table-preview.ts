import { ArmillaryError, type ImportFile, type TableExample, type TablePreview, type TableReading } from '../../../../contract/index.ts';
import type { KnownPart } from '../../documents/originals.ts';
import { kinds } from '../kinds.ts';
import { judge } from '../read.ts';
import { finishDraft } from '../reading.ts';
import { partOf } from './rows.ts';
import { readTable, type Table } from './table.ts';
import { type Assignment, assignColumns, pairsOf, readingWords } from './table-columns.ts';
import { columnsBelow, dateIn, draftOfRow } from './table-draft.ts';
import { isTable } from './table-kinds.ts';

/** A table, how it is to be read, and the parts of it that the notebook has. */
export interface PreviewInput {
  file: ImportFile;
  reading: TableReading;
  known: readonly KnownPart[];
}

/** Rows that are shown, and of how many the documents are. */
const shownRows = 8;
const shownDocuments = 2;
/** Longer cells and texts are cut. UTF-16 code units. */
const longestCell = 200;
const longestText = 1_200;

/** What a table would become. Throws an `ArmillaryError` where it is none, or cannot be read as wanted. */
export async function previewTable({ file: { name, bytes }, reading, known }: PreviewInput): Promise<TablePreview> {
  const kind = judge(name, bytes);
  if (!isTable(kind)) throw new ArmillaryError('unsupported', `This is ${kinds[kind].label}, and no table. Nothing was imported.`);
  const table = await readTable(kind, bytes, reading);
  const assignment = assignColumns(table, reading);
  const { fields, leftOut } = assignment;
  const { counts, again } = countRows(table, assignment, known);
  const nameOf = (column: number) => table.columns[column] ?? '';
  return {
    names: table.columns,
    rows: table.rows.slice(0, shownRows).map((row) => row.map((cell) => cut(cell, longestCell))),
    total: table.rows.length,
    reading: {
      columns: Object.fromEntries(pairsOf(fields).map(([field, column]) => [field, nameOf(column)])),
      leftOut: [...leftOut].map(nameOf),
      hasNames: table.hasNames,
      sheet: table.sheet,
      delimiter: table.delimiter,
      encoding: table.encoding,
      slashDates: table.slashDates,
    },
    sheets: table.sheets,
    ...counts,
    examples: examplesOf(table, assignment, name),
    notices: [...table.notices, ...noticesOf(again)],
  };
}

/** Counts as if a person had asked for just this reading: rows that were read otherwise come in again. */
function countRows(table: Table, assignment: Assignment, known: readonly KnownPart[]) {
  const { fields } = assignment;
  const readAs = readingWords(table, assignment);
  const inAny = new Set(known.map(({ part }) => part));
  const inThis = new Set(known.filter((each) => each.readAs === readAs).map(({ part }) => part));
  let again = 0;
  const counts = { documents: 0, known: 0, blank: 0, withoutText: 0, undated: 0 };
  for (const [index, row] of table.rows.entries()) {
    const cell = (column: number | undefined) => (column === undefined ? '' : (row[column] ?? ''));
    if (cell(fields.title) === '' && cell(fields.text) === '') {
      counts.blank += 1;
    } else if (inThis.has(partOf(table, index))) {
      counts.known += 1;
    } else {
      counts.documents += 1;
      if (inAny.has(partOf(table, index))) again += 1;
      if (cell(fields.text) === '') counts.withoutText += 1;
      if (cell(fields.date) !== '' && dateIn(cell(fields.date), table.slashDates) === null) counts.undated += 1;
    }
  }
  return { counts, again };
}

function noticesOf(again: number): string[] {
  if (again === 0) return [];
  const rows = again === 1 ? 'One row is' : `${again.toLocaleString('en')} rows are`;
  return [`${rows} in the notebook, read otherwise, and would come in again. What nobody has worked on since goes to the bin for it.`];
}

function examplesOf(table: Table, assignment: Assignment, name: string): TableExample[] {
  const examples: TableExample[] = [];
  const textAlone = { ...assignment, leftOut: new Set(table.columns.keys()) };
  for (const [index, row] of table.rows.entries()) {
    if (examples.length === shownDocuments) break;
    const [whole, body] = [assignment, textAlone].map((which) => draftOfRow(table, row, which));
    if (whole === null || whole === undefined || body === null || body === undefined) continue;
    const fileName = `${name}, ${partOf(table, index)}`;
    const { title, language, source } = finishDraft(whole, { fileName });
    const { author, publisher, url, published } = source;
    const text = cut(finishDraft(body, { fileName }).text, longestText);
    const below = columnsBelow(table, row, assignment).map(([column, value]): [string, string] => [column, cut(value, longestCell)]);
    examples.push({ title, text, below, author, publisher, url, published, language });
  }
  return examples;
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
