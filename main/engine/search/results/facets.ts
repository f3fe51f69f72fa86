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
  for (const kind of search.kinds) {
    for (const n of numbersFound(db, kind, search)) {
      const document = columns.documents.get(kind === 'document' ? n : (columns.documentOf[kind].get(n) ?? -1));
      if (document !== undefined) countDocument(document);
      for (const path of columns.spheresOf[kind].get(n) ?? []) count(counts.sphere, path);
    }
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

function count(counts: Counts, value: string): void {
  if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
}
