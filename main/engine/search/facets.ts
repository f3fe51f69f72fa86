import type { Database } from 'better-sqlite3';
import type { Facet } from '../../../contract/index.ts';
import { everything, find, type Search } from './find.ts';
import { parseQuery } from './parser.ts';
import { valueInQuery } from './write-query.ts';

/** Values of a facet that are told, most frequent first. */
const mostValues = 12;

interface DocumentRow {
  n: number;
  language: string;
  publisher: string;
  year: string | null;
  grade: string | null;
}

const fields = { language: 'lang', publisher: 'publisher', year: 'published', grade: 'grade', sphere: 'sphere' } as const;

/**
 * What the hits of a search are: in which languages, publishers, years, grades and spheres. A passage and a note count by
 * their document; a document counts for every sphere that one of its passages is in.
 */
export function facetsOf(db: Database, search: Omit<Search, 'sort' | 'limit'>, typed: string): Facet[] {
  const { found } = find(db, { ...search, sort: 'relevance', limit: everything });
  const numbers = { document: [] as number[], passage: [] as number[], note: [] as number[] };
  for (const { kind, n } of found) numbers[kind].push(n);
  const bind = JSON.stringify(numbers.document);
  const others = { passages: JSON.stringify(numbers.passage), notes: JSON.stringify(numbers.note) };
  // Documents are by far the most: theirs are counted where they lie.
  const documents = db
    .prepare<[Record<string, string>], DocumentRow & { hits: number }>(
      `WITH hits (id) AS (
         SELECT d.id FROM json_each(@documents) AS hit CROSS JOIN documents d ON d.n = hit.value
         UNION ALL SELECT p.document_id FROM json_each(@passages) AS hit CROSS JOIN passages p ON p.n = hit.value
         UNION ALL SELECT coalesce(t.document_id, p.document_id) FROM json_each(@notes) AS hit CROSS JOIN notes t ON t.n = hit.value
           LEFT JOIN passages p ON p.id = t.passage_id)
       SELECT d.n, d.language, s.publisher, substr(s.published, 1, 4) AS year, s.reliability AS grade, count(*) AS hits
       FROM hits JOIN documents d ON d.id = hits.id JOIN sources s ON s.document_id = d.id
       GROUP BY d.language, s.publisher, 4, 5`,
    )
    .all({ documents: bind, ...others });
  const counted = (value: (row: DocumentRow) => string | null) => {
    const counts = new Map<string, number>();
    for (const row of documents) {
      const name = value(row);
      if (name !== null && name !== '') counts.set(name, (counts.get(name) ?? 0) + row.hits);
    }
    return counts;
  };
  // What is one of two things is that still.
  const whole = parseQuery(typed).part?.kind === 'any' ? `(${typed.trim()})` : typed.trim();
  const narrowed = (kind: Facet['kind'], value: string) => `${whole} ${fields[kind]}:${valueInQuery(value)}`;
  const facet = (kind: Facet['kind'], counts: ReadonlyMap<string, number>): Facet => ({
    kind,
    values: [...counts]
      .toSorted(([one, times], [other, otherTimes]) => otherTimes - times || one.localeCompare(other))
      .slice(0, mostValues)
      .map(([value, count]) => ({ value, label: value, count, query: narrowed(kind, value) })),
  });
  const facets = [
    facet('sphere', spheresOf(db, bind, others)),
    facet(
      'language',
      counted(({ language }) => language),
    ),
    facet(
      'publisher',
      counted(({ publisher }) => publisher),
    ),
    facet(
      'year',
      counted(({ year }) => year),
    ),
    facet(
      'grade',
      counted(({ grade }) => grade),
    ),
  ];
  return facets.filter(({ values }) => values.length > 0);
}

/** Hits by sphere, named by its path; what is in a sphere is in those above it too. */
function spheresOf(db: Database, documents: string, others: { passages: string; notes: string }): Map<string, number> {
  const rows = db
    .prepare<[Record<string, string>], { path: string; hits: number }>(
      `WITH RECURSIVE paths (id, path) AS (
         SELECT id, name FROM spheres WHERE parent_id IS NULL
         UNION ALL SELECT s.id, paths.path || '/' || s.name FROM spheres s JOIN paths ON s.parent_id = paths.id),
       within (id, above) AS (
         SELECT id, id FROM spheres UNION ALL SELECT within.id, s.parent_id FROM within JOIN spheres s ON s.id = within.above
         WHERE s.parent_id IS NOT NULL),
       hits (hit, sphere_id) AS (
         SELECT p.document_id, g.sphere_id FROM taggings g CROSS JOIN passages p ON p.id = g.passage_id
           WHERE p.document_id IN (SELECT d.id FROM json_each(@documents) AS hit CROSS JOIN documents d ON d.n = hit.value)
         UNION ALL SELECT p.n, g.sphere_id FROM json_each(@passages) AS hit CROSS JOIN passages p ON p.n = hit.value
           JOIN taggings g ON g.passage_id = p.id
         UNION ALL SELECT t.id, coalesce(t.sphere_id, g.sphere_id) FROM json_each(@notes) AS hit CROSS JOIN notes t ON t.n = hit.value
           LEFT JOIN taggings g ON g.passage_id = t.passage_id)
       SELECT paths.path, count(DISTINCT hits.hit) AS hits FROM hits JOIN within ON within.id = hits.sphere_id
       JOIN paths ON paths.id = within.above GROUP BY paths.id`,
    )
    .all({ documents, ...others });
  return new Map(rows.map(({ path, hits }) => [path, hits]));
}
