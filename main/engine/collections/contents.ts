import type { Parsed, Result } from '../../../contract/index.ts';
import { noDocument } from '../documents/stored.ts';
import type { Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { collectionIn, listCollections } from './tree.ts';

const exists = statement<[string], { id: string }>('SELECT id FROM documents WHERE id = ?');
const put = statement<[string, string]>('INSERT OR IGNORE INTO collected (collection_id, document_id) VALUES (?, ?)');
const take = statement<[string, string]>('DELETE FROM collected WHERE collection_id = ? AND document_id = ?');

/** One that is in the collection already stays. */
export function putDocuments(context: Context, { collectionId, documentIds }: Parsed<'collections.put'>): Result<'collections.put'> {
  const { db } = context;
  const { step } = context.step('Put into collection', (change) => {
    collectionIn(listCollections(db), collectionId);
    for (const documentId of documentIds) {
      if (exists(db).get(documentId) === undefined) throw noDocument(documentId);
      put(db).run(collectionId, documentId);
    }
    change.changed('collections');
  });
  return { step };
}

/** The documents stay in the library and in their other collections. */
export function takeDocuments(context: Context, { collectionId, documentIds }: Parsed<'collections.take'>): Result<'collections.take'> {
  const { db } = context;
  const { step } = context.step('Take out of collection', (change) => {
    collectionIn(listCollections(db), collectionId);
    for (const documentId of documentIds) take(db).run(collectionId, documentId);
    change.changed('collections');
  });
  return { step };
}
