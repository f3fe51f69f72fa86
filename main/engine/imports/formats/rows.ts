import { ArmillaryError } from '../../../../contract/index.ts';
import { kinds } from '../kind.ts';
import type { FileReading } from '../read.ts';
import { finishDraft } from '../reading.ts';
import { readTable } from './table.ts';
import { draftOfRow } from './table-draft.ts';
import type { TableKind } from './table-kinds.ts';
import { guessMapping } from './table-mapping.ts';

/** A row as a document, or why it cannot be one. */
export interface Row {
  /** As the original's part says it: `row 12`. */
  part: string;
  reading: FileReading | ArmillaryError;
}

/** The rows of a table, each as a document; those with neither text nor title are left out. Throws where it cannot be read. */
export async function* rowsOf(kind: TableKind, name: string, bytes: Uint8Array): AsyncGenerator<Row, void, undefined> {
  const table = await readTable(kind, bytes);
  const mapping = guessMapping(table);
  if (mapping.text === undefined && mapping.title === undefined) {
    throw new ArmillaryError(
      'invalid',
      'None of the columns of this table looks like text. Nothing was imported: name the column that holds the text “text” and import it again.',
    );
  }
  // What is to be known of the table is said once, not for each of its rows.
  let notices: readonly string[] = table.notices;
  let any = false;
  for (const [index, row] of table.rows.entries()) {
    const part = `row ${index + 1}`;
    const draft = draftOfRow(table, row, mapping);
    if (draft === null) continue;
    any = true;
    try {
      const reading = finishDraft(draft, { fileName: `${name}, ${part}` });
      yield { part, reading: { ...reading, notices: [...notices, ...reading.notices], mediaType: kinds[kind].mediaType, encoding: null } };
      notices = [];
    } catch (error) {
      if (!(error instanceof ArmillaryError)) throw error;
      yield { part, reading: error };
    }
  }
  if (!any) throw new ArmillaryError('invalid', 'No row of this table has a title or a text. Nothing was imported.');
}
