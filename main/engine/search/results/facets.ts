import type { Database } from 'better-sqlite3';
import type { Facet } from '../../../../contract/index.ts';
import { parseQuery } from '../query/parser.ts';
import { valueInQuery } from '../query/write-query.ts';
import { type DocumentColumns, facetColumns } from './facet-columns.ts';
import { numbersFound, type Search } from './find.ts';

/** Values of a facet that are told, most frequent first. */
const mostValues = 12;

const fields = { sphere: 'sphere', language: 'lang', publisher: 'publisher', year: 'published', grade: 'grade' } as const;

type Counts = Map<string, number>;

/**
 * What the hits of a search are: in which spheres, languages, publishers, years and grades. A passage and a note count by
 * their document; a document counts for every sphere that one of its passages is in.
 */
export function facetsOf(db: Database, search: Omit<Search, 'sort' | 'limit'>, typed: string): Facet[] {
  const columns = facetColumns(db);
  const counts: Record<Facet['kind'], Counts> = {
    sphere: new Map(),
    language: new Map(),
    publisher: new Map(),
    year: new Map(),
    grade: new Map(),
  };
  const countDocument = ({ language, publisher, year, grade }: DocumentColumns) => {
    count(counts.language, language);
    count(counts.publisher, publisher);
    count(counts.year, year);
    count(counts.grade, grade);
  };
  /** How many hits are in the very same spheres: of which there are few, and which are told apart when all are counted. */
  const taggedAlike: Counts = new Map();
  for (const kind of search.kinds) {
    for (const n of numbersFound(db, kind, search)) {
      const row = columns[kind].get(n);
      const document = columns.document.get(row?.document ?? -1);
      if (document !== undefined) countDocument(document);
      count(taggedAlike, row?.sphereIds ?? '');
    }
  }
  const pathsOf = spherePaths(db);
  for (const [sphereIds, times] of taggedAlike) {
    const paths = new Set(sphereIds.split(',').flatMap((id) => pathsOf.get(id) ?? []));
    for (const path of paths) count(counts.sphere, path, times);
  }
  // What is one of two things is that still.
  const whole = parseQuery(typed).part?.kind === 'any' ? `(${typed.trim()})` : typed.trim();
  const facet = (kind: Facet['kind']): Facet => ({
    kind,
    values: [...counts[kind]]
      .toSorted(([one, times], [other, otherTimes]) => otherTimes - times || one.localeCompare(other))
      .slice(0, mostValues)
      .map(([value, number]) => ({ value, count: number, query: `${whole} ${fields[kind]}:${valueInQuery(value)}` })),
  });
  return (['sphere', 'language', 'publisher', 'year', 'grade'] as const).map(facet).filter(({ values }) => values.length > 0);
}

function count(counts: Counts, value: string, times = 1): void {
  if (value !== '') counts.set(value, (counts.get(value) ?? 0) + times);
}

/** The paths of every sphere and of those above it: what is in a sphere is in those above it, too. */
function spherePaths(db: Database): Map<string, readonly string[]> {
  const spheres = db
    .prepare<[], { id: string; parentId: string | null; name: string }>('SELECT id, parent_id AS parentId, name FROM spheres')
    .all();
  const byId = new Map(spheres.map((sphere) => [sphere.id, sphere]));
  const paths = new Map<string, readonly string[]>();
  /** Its own path last. */
  const pathsOf = (id: string | null): readonly string[] => {
    const sphere = id === null ? undefined : byId.get(id);
    if (sphere === undefined) return [];
    const above = pathsOf(sphere.parentId);
    const path = [...above.slice(-1), sphere.name].join('/');
    return [...above, path];
  };
  for (const { id } of spheres) paths.set(id, pathsOf(id));
  return paths;
}
