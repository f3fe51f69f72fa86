import type { Database } from 'better-sqlite3';
import { ArmillaryError, type SavedSearch } from '../../../contract/index.ts';
import type { Handlers } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';

/** Searches remembered; older ones go. */
const mostRemembered = 200;

const columns = 'SELECT id, name, text, created_at AS createdAt FROM searches';
const all = statement<[], SavedSearch>(`${columns} ORDER BY name COLLATE NOCASE, n`);
const one = statement<[string], SavedSearch>(`${columns} WHERE id = ?`);
const insert = statement<[SavedSearch]>('INSERT INTO searches (id, name, text, created_at) VALUES (@id, @name, @text, @createdAt)');
const update = statement<[SavedSearch]>('UPDATE searches SET name = @name, text = @text WHERE id = @id');
const remove = statement<[string]>('DELETE FROM searches WHERE id = ?');
const history = statement<[number], { text: string }>('SELECT text FROM searched ORDER BY searched_at DESC LIMIT ?');
const remember = statement<[string, string]>(
  'INSERT INTO searched (text, searched_at) VALUES (?, ?) ON CONFLICT (text) DO UPDATE SET searched_at = excluded.searched_at',
);
const forgetOld = statement<[number]>(
  'DELETE FROM searched WHERE text NOT IN (SELECT text FROM searched ORDER BY searched_at DESC LIMIT ?)',
);
const forgetAll = statement<[]>('DELETE FROM searched');

export const searches: Handlers<'searches'> = {
  'searches.list': ({ db }) => all(db).all(),
  'searches.save': (context, { name, text }) => {
    const { value: search, step } = context.step('Save search', (change) => {
      const id = context.newId();
      insert(context.db).run({ id, name, text, createdAt: context.now() });
      change.changed('searches');
      return searchOf(context.db, id);
    });
    return { search, step };
  },
  'searches.update': (context, { searchId, name, text }) => {
    const { value: search, step } = context.step('Change saved search', (change) => {
      const was = searchOf(context.db, searchId);
      update(context.db).run({ ...was, name: name ?? was.name, text: text ?? was.text });
      change.changed('searches');
      return searchOf(context.db, searchId);
    });
    return { search, step };
  },
  'searches.remove': (context, { searchId }) => {
    const { step } = context.step('Remove saved search', (change) => {
      searchOf(context.db, searchId);
      remove(context.db).run(searchId);
      change.changed('searches');
    });
    return { step };
  },
  'searches.history': ({ db }, { limit }) =>
    history(db)
      .all(limit)
      .map(({ text }) => text),
  'searches.remember': (context, { text }) =>
    context.write((change) => {
      remember(context.db).run(text, context.now());
      forgetOld(context.db).run(mostRemembered);
      change.changed('searches');
      return {};
    }),
  'searches.forgetHistory': (context) =>
    context.write((change) => {
      forgetAll(context.db).run();
      change.changed('searches');
      return {};
    }),
};

/** Throws `not-found`. */
function searchOf(db: Database, id: string): SavedSearch {
  const search = one(db).get(id);
  if (search === undefined)
    throw new ArmillaryError('not-found', 'This saved search is no longer in the notebook: it was removed elsewhere.');
  return search;
}
