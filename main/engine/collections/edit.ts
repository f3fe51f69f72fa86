import { ArmillaryError, type Parsed, type Result } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { putAll } from './contents.ts';
import { collectionIn, isWithin, listCollections } from './tree.ts';

const insert = statement<[{ id: string; parentId: string | null; name: string; position: number; now: string }]>(`
  INSERT INTO collections (id, parent_id, name, position, created_at) VALUES (@id, @parentId, @name, @position, @now)`);
const rename = statement<[string, string]>('UPDATE collections SET name = ? WHERE id = ?');
const place = statement<[string | null, number, string]>('UPDATE collections SET parent_id = ?, position = ? WHERE id = ?');
const remove = statement<[string]>('DELETE FROM collections WHERE id = ?');

/** Adds a collection after its siblings, with documents in it. */
export function addCollection(context: Context, { name, parentId, documentIds }: Parsed<'collections.add'>): Result<'collections.add'> {
  const { db } = context;
  const { value: collection, step } = context.step('New collection', (change) => {
    const collections = listCollections(db);
    if (parentId !== null) collectionIn(collections, parentId);
    const id = context.newId();
    const position = collections.filter((each) => each.parentId === parentId).length;
    insert(db).run({ id, parentId, name, position, now: context.now() });
    putAll(db, id, documentIds);
    change.changed('collections');
    return collectionIn(listCollections(db), id);
  });
  return { collection, step };
}

export function renameCollection(context: Context, { collectionId, name }: Parsed<'collections.rename'>): Result<'collections.rename'> {
  const { db } = context;
  const { value: collection, step } = context.step('Rename collection', (change) => {
    collectionIn(listCollections(db), collectionId);
    rename(db).run(name, collectionId);
    change.changed('collections');
    return collectionIn(listCollections(db), collectionId);
  });
  return { collection, step };
}

export function moveCollection(
  context: Context,
  { collectionId, parentId, position }: Parsed<'collections.move'>,
): Result<'collections.move'> {
  const { db } = context;
  const { step } = context.step('Move collection', (change) => {
    const collections = listCollections(db);
    const { name } = collectionIn(collections, collectionId);
    if (isWithin(collections, parentId, collectionId)) {
      throw new ArmillaryError('invalid', `“${name}” cannot be moved below itself. Nothing was changed.`);
    }
    const siblings = collections.filter((each) => each.parentId === parentId && each.id !== collectionId).map(({ id }) => id);
    for (const [index, id] of siblings.toSpliced(position, 0, collectionId).entries()) place(db).run(parentId, index, id);
    change.changed('collections');
  });
  return { step };
}

/** With those below it. Their documents stay in the library. */
export function removeCollection(context: Context, { collectionId }: Parsed<'collections.remove'>): Result<'collections.remove'> {
  const { step } = context.step('Delete collection', (change) => {
    collectionIn(listCollections(context.db), collectionId);
    remove(context.db).run(collectionId);
    change.changed('collections');
  });
  return { step };
}
