import type { Database } from 'better-sqlite3';
import { moveToBin } from '../documents/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';

/** A document that was made of the same row of a table, read otherwise. */
export interface OtherReading {
  documentId: string;
  title: string;
  /** Whether somebody has edited, tagged, graded or noted anything in it. */
  isWorkedOn: 0 | 1;
}

const others = statement<[string, string], OtherReading>(`
  SELECT d.id AS documentId, d.title,
    d.revision > 1 OR s.reliability IS NOT NULL
      OR EXISTS (SELECT 1 FROM passages p WHERE p.document_id = d.id)
      OR EXISTS (SELECT 1 FROM notes n WHERE n.document_id = d.id) AS isWorkedOn
  FROM files f JOIN originals o ON o.file_n = f.n JOIN documents d ON d.original_n = o.n JOIN sources s ON s.document_id = d.id
  WHERE f.sha256 = ? AND o.part = ? AND d.deleted_at IS NULL`);

/** The documents of the library that come from a row of a table. */
export function otherReadings(db: Database, sha256: string, part: string): OtherReading[] {
  return others(db).all(sha256, part);
}

const joinCollections = statement<[{ from: string; to: string }]>(`
  INSERT INTO collected (collection_id, document_id)
  SELECT collection_id, @to FROM collected WHERE document_id = @from ON CONFLICT DO NOTHING`);

/**
 * Lets a document take the place of those that were made of the same row before: what nobody has worked on goes to the bin,
 * and the new one stands in its collections. Returns what is to be told of it.
 */
export function replaceReadings(context: Context, change: Change, readings: readonly OtherReading[], by: string): string[] {
  const gone = readings.filter(({ isWorkedOn }) => isWorkedOn === 0);
  if (gone.length > 0)
    moveToBin(
      context,
      change,
      gone.map(({ documentId }) => documentId),
    );
  for (const { documentId } of gone) {
    if (joinCollections(context.db).run({ from: documentId, to: by }).changes > 0) change.changed('collections');
  }
  return readings.map(({ title, isWorkedOn }) =>
    isWorkedOn === 0
      ? `What the row was read as before, “${title}”, lies in the bin now.`
      : `What the row was read as before, “${title}”, has been worked on and stays.`,
  );
}
