import type { Database } from 'better-sqlite3';
import { ArmillaryError, type Collection } from '../../../contract/index.ts';
import { statement } from '../kernel/statement.ts';

const all = statement<[], Collection>(`
  SELECT c.id, c.parent_id AS parentId, c.name,
    row_number() OVER (PARTITION BY c.parent_id ORDER BY c.position, c.n) - 1 AS position,
    (SELECT count(*) FROM collected m JOIN documents d ON d.id = m.document_id WHERE m.collection_id = c.id AND d.deleted_at IS NULL) AS documents
  FROM collections c ORDER BY position`);

/** Every collection, each before those below it and these before its next sibling. */
export function listCollections(db: Database): Collection[] {
  const children = Map.groupBy(all(db).all(), ({ parentId }) => parentId);
  const below = (parentId: string | null): Collection[] =>
    (children.get(parentId) ?? []).flatMap((collection) => [collection, ...below(collection.id)]);
  return below(null);
}

/** Throws `not-found`. */
export function collectionIn(collections: readonly Collection[], id: string): Collection {
  const collection = collections.find((each) => each.id === id);
  if (collection === undefined) {
    throw new ArmillaryError('not-found', 'This collection is no longer in the notebook: it was deleted elsewhere.', id);
  }
  return collection;
}

/** Whether a collection is another or stands somewhere below it. */
export function isWithin(collections: readonly Collection[], id: string | null, outerId: string): boolean {
  for (let at = id; at !== null; at = collectionIn(collections, at).parentId) if (at === outerId) return true;
  return false;
}
