import type { Database } from 'better-sqlite3';
import type { Parsed, Result } from '../../../contract/index.ts';
import { noDocument } from '../documents/stored.ts';
import type { Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { collectionIn, isWithin, listCollections } from './tree.ts';

const exists = statement<[string], { id: string }>('SELECT id FROM documents WHERE id = ?');
const put = statement<[string, string]>('INSERT OR IGNORE INTO collected (collection_id, document_id) VALUES (?, ?)');
const take = statement<[string, string]>('DELETE FROM collected WHERE collection_id = ? AND document_id = ?');
const all = statement<[], { collectionId: string; documentId: string }>(
  'SELECT collection_id AS collectionId, document_id AS documentId FROM collected',
);

/** Which documents are in which collection. Those that are empty are not named. */
export function contentsOfAll(db: Database): Result<'collections.contents'> {
  const byCollection = Map.groupBy(all(db).all(), ({ collectionId }) => collectionId);
  return Array.from(byCollection, ([collectionId, rows]) => ({ collectionId, documentIds: rows.map(({ documentId }) => documentId) }));
}

/** One that is in the collection already stays. */
export function putDocuments(context: Context, { collectionId, documentIds }: Parsed<'collections.put'>): Result<'collections.put'> {
  const { db } = context;
  const { step } = context.step('Put into collection', (change) => {
    collectionIn(listCollections(db), collectionId);
    putAll(db, collectionId, documentIds);
    change.changed('collections');
  });
  return { step };
}

/** In a step of the caller's. Throws `not-found`. */
export function putAll(db: Database, collectionId: string, documentIds: readonly string[]): void {
  for (const documentId of documentIds) {
    if (exists(db).get(documentId) === undefined) throw noDocument(documentId);
    put(db).run(collectionId, documentId);
  }
}

/** Also out of the collections below it, whose documents it lists. They stay in the library and in their other collections. */
export function takeDocuments(context: Context, { collectionId, documentIds }: Parsed<'collections.take'>): Result<'collections.take'> {
  const { db } = context;
  const { step } = context.step('Take out of collection', (change) => {
    const collections = listCollections(db);
    collectionIn(collections, collectionId);
    const within = collections.filter(({ id }) => isWithin(collections, id, collectionId));
    for (const { id } of within) for (const documentId of documentIds) take(db).run(id, documentId);
    change.changed('collections');
  });
  return { step };
}
