import type { Database } from 'better-sqlite3';
import type { Suggestion } from '../../../contract/index.ts';
import { foldCase, stripDiacritics } from './analyser/folding.ts';
import { plainName } from './query/conditions.ts';
import { type FieldName, fieldNames } from './query/query.ts';
import { valueInQuery } from './query/write-query.ts';

const mostSuggestions = 8;
/** Letters of a word before words of the index are suggested. */
const shortestWord = 2;

/** What each field asks, with an example, for the help beside the box. */
const fieldDetails: Readonly<Record<FieldName, string>> = {
  sphere: 'tagged with it or a sphere below it',
  title: 'words of the title',
  note: 'words of a note on it',
  author: 'of this author',
  publisher: 'of this publisher',
  lang: 'in this language: en, ru, zh',
  grade: 'reliability of the source: B, A..C, B2',
  credibility: 'of the passage: 1..2',
  published: 'date or range: 2024..2025-06',
  event: 'when it happened: 2024-05',
  added: 'when it came in: 2025..',
  has: 'note, passage or event',
  in: 'in this collection',
  analyst: 'tagged or written by',
};

/** What may be typed where the caret stands: fields, their values, words of the index, earlier searches. */
export function suggest(db: Database, text: string, caret: number): Suggestion[] {
  const [typed = ''] = /(?:(?<![^\s()])[-−]?\p{L}+[:：]"[^"]*|[^\s()（）]*)$/u.exec(text.slice(0, caret)) ?? [];
  const from = caret - typed.length;
  const [, minus = '', name = '', value = ''] = /^([-−]?)(\p{L}+)[:：]"?(.*)$/u.exec(typed) ?? [];
  const field = fieldNames.find((known) => known === name.toLowerCase());
  const place = { from, to: caret };
  if (field !== undefined) {
    return valuesOf(db, field)
      .filter((each) => plainName(each).includes(plainName(value)))
      .slice(0, mostSuggestions)
      .map((each) => ({ kind: 'value', text: `${minus}${field}:${valueInQuery(each)} `, detail: '', ...place }));
  }
  const earlier: Suggestion[] =
    text.trim() === ''
      ? db
          .prepare<[number], string>('SELECT text FROM searched ORDER BY searched_at DESC LIMIT ?')
          .pluck()
          .all(mostSuggestions)
          .map((each) => ({ kind: 'search', text: each, detail: 'searched for before', from: 0, to: text.length }))
      : [];
  const word = typed.replace(/^[-−]/u, '');
  const fields: Suggestion[] = fieldNames
    .filter((each) => word !== '' && each.startsWith(word.toLowerCase()))
    .map((each) => ({ kind: 'field', text: `${typed.startsWith('-') ? '-' : ''}${each}:`, detail: fieldDetails[each], ...place }));
  return [
    ...earlier,
    ...fields,
    ...wordsLike(db, word).map((each): Suggestion => ({ kind: 'word', text: `${each} `, detail: '', ...place })),
  ].slice(0, mostSuggestions);
}

/** Values a field may take here, the likeliest first. */
function valuesOf(db: Database, field: FieldName): string[] {
  const column = (sql: string) => db.prepare<[], string>(sql).pluck().all();
  switch (field) {
    case 'sphere':
      return pathsOf(db, 'spheres');
    case 'in':
      return pathsOf(db, 'collections');
    case 'author':
    case 'publisher':
      return column(`SELECT ${field} FROM sources WHERE ${field} <> '' GROUP BY ${field} ORDER BY count(*) DESC LIMIT 500`);
    case 'lang':
      return column('SELECT language FROM documents GROUP BY language ORDER BY count(*) DESC');
    case 'grade':
      return ['A', 'B', 'C', 'D', 'E', 'F', 'A..C'];
    case 'credibility':
      return ['1', '2', '3', '4', '5', '6', '1..2'];
    case 'has':
      return ['note', 'passage', 'event'];
    case 'analyst':
      return column('SELECT name FROM analysts ORDER BY name');
    case 'published':
      return column('SELECT DISTINCT substr(published, 1, 4) FROM sources WHERE published IS NOT NULL ORDER BY 1 DESC LIMIT 20');
    case 'title':
    case 'note':
    case 'event':
    case 'added':
      return [];
  }
}

function pathsOf(db: Database, table: 'spheres' | 'collections'): string[] {
  return db
    .prepare<[], string>(
      `WITH RECURSIVE paths (id, path) AS (
         SELECT id, name FROM ${table} WHERE parent_id IS NULL
         UNION ALL SELECT t.id, paths.path || '/' || t.name FROM ${table} t JOIN paths ON t.parent_id = paths.id)
       SELECT path FROM paths ORDER BY path`,
    )
    .pluck()
    .all();
}

/** Words as they stand in texts that begin so, the most frequent first. Of scripts without blanks none: their index holds pairs. */
function wordsLike(db: Database, beginning: string): string[] {
  const form = stripDiacritics(foldCase(beginning));
  if (form.length < shortestWord || !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{N}]+$/u.test(form))
    return [];
  return db
    .prepare<[string, string, number], string>(
      "SELECT term FROM temp.document_forms WHERE term >= ? AND term < ? AND col = 'body' ORDER BY doc DESC LIMIT ?",
    )
    .pluck()
    .all(form, `${form}\u{10ffff}`, mostSuggestions);
}
