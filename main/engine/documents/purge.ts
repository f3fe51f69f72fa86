import { ArmillaryError, type Parsed, type Result } from '../../../contract/index.ts';
import type { ChangedDocument, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';

const inBin = statement<[], ChangedDocument>('SELECT id, revision FROM documents WHERE deleted_at IS NOT NULL');
const named = statement<[string], ChangedDocument>('SELECT id, revision FROM documents WHERE id IN (SELECT value FROM json_each(?))');
const restored = statement<[string], { title: string }>(
  'SELECT title FROM documents WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL LIMIT 1',
);
const end = statement<[string]>('DELETE FROM documents WHERE id IN (SELECT value FROM json_each(?))');
/** Bytes that no document and no version comes from any more. */
const endFiles = statement<[]>('DELETE FROM files WHERE n NOT IN (SELECT file_n FROM originals)');

/** Ends documents that lie in the bin, with all that belongs to them. No step: what is asked for is that nothing is kept. */
export function purgeDocuments(context: Context, { documentIds }: Parsed<'documents.purge'>): Result<'documents.purge'> {
  const { db } = context;
  return context.write((change) => {
    const doomed = documentIds === undefined ? inBin(db).all() : named(db).all(JSON.stringify(documentIds));
    const ids = JSON.stringify(doomed.map(({ id }) => id));
    const kept = restored(db).get(ids);
    if (kept !== undefined) {
      throw new ArmillaryError('conflict', `“${kept.title}” was restored meanwhile. Nothing was deleted: look at the bin again.`);
    }
    const { changes: documents } = end(db).run(ids);
    endFiles(db).run();
    change.changed('documents', ...doomed);
    change.changed('passages');
    change.changed('notes');
    change.changed('collections');
    change.changed('similar');
    return { documents };
  });
}
