import type { Database } from 'better-sqlite3';
import type { Result } from '../../../contract/index.ts';
import { storedDocument } from '../documents/stored.ts';
import type { Handlers } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { compareVersions } from './compare.ts';
import { boundVersions, keepNamed } from './keep.ts';
import { listVersions, versionOf, versionOriginal, versionSummary } from './read.ts';
import { restoreVersion } from './restore.ts';

const rename = statement<[string, string]>(
  "UPDATE versions SET name = ?, kind = CASE kind WHEN 'automatic' THEN 'named' ELSE kind END WHERE id = ?",
);
const remove = statement<[string]>('DELETE FROM versions WHERE id = ?');
const setLimit = statement<[number]>('UPDATE notebook SET versions_limit = ?');
const space = statement<[], Result<'versions.space'>>(`
  SELECT (SELECT coalesce(sum(size), 0) FROM versions WHERE kind = 'automatic') AS automatic,
    (SELECT coalesce(sum(size), 0) FROM versions WHERE kind <> 'automatic') AS kept,
    versions_limit AS "limit" FROM notebook`);

export const versions: Handlers<'versions'> = {
  'versions.list': ({ db }, { documentId }) => {
    storedDocument(db, documentId);
    return listVersions(db, documentId);
  },
  'versions.get': ({ db }, { versionId }) => versionOf(db, versionId),
  'versions.original': ({ db }, { versionId }) => versionOriginal(db, versionId),
  'versions.compare': compareVersions,
  'versions.name': (context, { documentId, name }) => {
    const { value: version, step } = context.step('Name version', (change) => {
      change.changed('documents');
      return versionSummary(context.db, keepNamed(context, storedDocument(context.db, documentId), name));
    });
    return { version, step };
  },
  'versions.rename': (context, { versionId, name }) => {
    const { value: version, step } = context.step('Rename version', (change) => {
      versionSummary(context.db, versionId);
      rename(context.db).run(name, versionId);
      change.changed('documents');
      return versionSummary(context.db, versionId);
    });
    return { version, step };
  },
  'versions.remove': (context, { versionId }) => {
    const { step } = context.step('Delete version', (change) => {
      versionSummary(context.db, versionId);
      remove(context.db).run(versionId);
      change.changed('documents');
    });
    return { step };
  },
  'versions.restore': (context, { versionId }) => restoreVersion(context, versionId),
  'versions.space': ({ db }) => spaceOf(db),
  'versions.setLimit': (context, { limit }) =>
    context.write((change) => {
      setLimit(context.db).run(limit);
      boundVersions(context.db);
      change.changed('notebook');
      return spaceOf(context.db);
    }),
};

function spaceOf(db: Database): Result<'versions.space'> {
  const row = space(db).get();
  if (row === undefined) throw new Error('a notebook without its own row');
  return row;
}
