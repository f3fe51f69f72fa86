import { ArmillaryError, type TableReading } from '../../../../contract/index.ts';
import { kinds } from '../kinds.ts';
import type { FileReading } from '../read.ts';
import { finishDraft } from '../reading.ts';
import { readTable, type Table } from './table.ts';
import { type Assignment, assignColumns, readingWords } from './table-columns.ts';
import { draftOfRow } from './table-draft.ts';
import type { TableKind } from './table-kinds.ts';

/** A row as a document, or why it cannot be one. */
export interface Row {
  /** As the original's part says it: `row 12`. */
  part: string;
  reading: FileReading | ArmillaryError;
  /** How the table was read, in words. */
  readAs: string;
  /** What is to be told of it; what is to be known of the table is told once, not for each of its rows. */
  said: readonly string[];
}

/**
 * The rows of a table, each as a document; those with neither text nor title are left out. Which column became what is kept
 * with each. Throws where the table cannot be read as wanted.
 */
export async function* rowsOf(
  kind: TableKind,
  name: string,
  bytes: Uint8Array,
  wanted: TableReading = {},
): AsyncGenerator<Row, void, undefined> {
  const table = await readTable(kind, bytes, wanted);
  const assignment = assignColumns(table, wanted);
  requireText(assignment);
  const readAs = readingWords(table, assignment);
  // Nobody needs to be told what they chose.
  let untold = wanted.columns === undefined ? [...table.notices, readAs] : table.notices;
  let any = false;
  for (const [index, row] of table.rows.entries()) {
    const part = partOf(table, index);
    const draft = draftOfRow(table, row, assignment);
    if (draft === null) continue;
    any = true;
    try {
      const reading = finishDraft(draft, { fileName: `${name}, ${part}` });
      const said = [...untold, ...reading.notices];
      untold = [];
      const notices = [readAs, ...reading.notices];
      yield { part, readAs, reading: { ...reading, notices, mediaType: kinds[kind].mediaType, encoding: null }, said };
    } catch (error) {
      if (!(error instanceof ArmillaryError)) throw error;
      yield { part, readAs, reading: error, said: [] };
    }
  }
  if (!any) throw new ArmillaryError('invalid', 'No row of this table has a title or a text. Nothing was imported.');
}

/** What a row is known by among those of its file: rows of a workbook's further sheets by the sheet too. */
export function partOf({ sheet, sheets }: Pick<Table, 'sheet' | 'sheets'>, index: number): string {
  const row = `row ${index + 1}`;
  return sheet === null || sheet === sheets[0] ? row : `${sheet}, ${row}`;
}

function requireText({ fields }: Assignment): void {
  if (fields.text !== undefined || fields.title !== undefined) return;
  throw new ArmillaryError(
    'invalid',
    'None of the columns of this table is known for its text. Nothing was imported: import it by itself and say which column holds the text.',
  );
}
