import type { Database } from 'better-sqlite3';
import type { HitKind, SearchSort } from '../../../contract/index.ts';
import { type Asked, compile } from './compile.ts';
import { mostRowsWith } from './frequency.ts';
import { nouns } from './nouns.ts';

/** The limit of a search for all there is; SQLite takes a negative one for none. */
export const everything = -1;

/** What a search may find, and how much of it. */
export interface Search {
  asked: Asked | null;
  kinds: readonly HitKind[];
  sphereIds: readonly string[];
  documentId: string | null;
  sort: SearchSort;
  /** The first so many of each kind, or `everything`, which has no scores. */
  limit: number;
}

/** A row found: `n` is the noun's own. Higher scores are better. */
export interface Found {
  kind: HitKind;
  n: number;
  score: number;
  /** What it is sorted by, where that is not its score; later ones sort after. */
  order: string;
}

/**
 * Of more matches than these only the latest are ranked: a word that stands nearly everywhere says little of what is
 * meant, and ranking all of 50,000 documents takes too long to wait for while typing.
 */
const mostRanked = 10_000;

/** The rows found, in order, and how many there are in all. */
export function find(db: Database, search: Search): { total: number; found: Found[] } {
  const { asked } = search;
  if (asked === null) return { total: 0, found: [] };
  const answers = search.kinds.map((kind) => findKind(db, kind, { ...search, asked }));
  return {
    total: answers.reduce((sum, { total }) => sum + total, 0),
    found: answers.flatMap(({ found }) => found).sort(inOrder[search.sort]),
  };
}

const inOrder: Readonly<Record<SearchSort, (one: Found, other: Found) => number>> = {
  relevance: (one, other) => other.score - one.score,
  date: (one, other) => compareText(other.order, one.order),
  document: (one, other) => compareText(one.order, other.order),
};

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** What rows are sorted by; a date that is not known comes last. */
const orders: Readonly<Record<SearchSort, { order: string; by: string }>> = {
  relevance: { order: "''", by: 'rank, t.n DESC' },
  date: { order: "coalesce(s.published, '') || ' ' || coalesce(d.created_at, '')", by: '"order" DESC, rank, t.n DESC' },
  document: {
    order: "coalesce(d.title, '') || ' ' || coalesce(d.id, '') || printf(' %012d', coalesce(p_start, 0))",
    by: '"order", rank, t.n',
  },
};

const chosenSpheres = `(
  WITH RECURSIVE below (id) AS (
    SELECT value FROM json_each(@sphereIds)
    UNION SELECT s.id FROM spheres s JOIN below ON s.parent_id = below.id
  ) SELECT id FROM below)`;

interface Row {
  n: number;
  rank: number;
  order: string;
}

function findKind(db: Database, kind: HitKind, search: Search & { asked: Asked }): { total: number; found: Found[] } {
  const { asked, sphereIds, documentId, sort, limit } = search;
  const noun = nouns[kind];
  const { match, where, binds, textual } = compile(asked, kind);
  const conditions = [
    'd.deleted_at IS NULL',
    ...(documentId === null ? [] : ['d.id = @documentId']),
    ...(sphereIds.length === 0 ? [] : [noun.inSpheres(chosenSpheres)]),
    ...where,
  ];
  const from = match === null ? noun.fromRows : noun.fromIndex;
  const matched = match === null ? [] : [`i.${noun.index} MATCH @match`];
  const given = { ...binds, documentId, sphereIds: JSON.stringify(sphereIds), match, limit };
  const { order, by } = orders[sort];
  const select = `SELECT t.n, ${match === null || limit === everything ? '0' : `bm25(${noun.index}, ${noun.weights})`} AS rank,
    ${order.replace('p_start', kind === 'document' ? '0' : 'p.start')} AS "order"`;
  const read = (floor: number | null): Row[] => {
    const all = [...matched, ...(floor === null ? [] : [`i.rowid > ${floor}`]), ...conditions].join(' AND ');
    return db
      .prepare<[Record<string, string | number | null>], Row>(`${select} FROM ${from} WHERE ${all} ORDER BY ${by} LIMIT @limit`)
      .all(given);
  };
  const found = (rows: readonly Row[]) => rows.map(({ n, rank, order: by }): Found => ({ kind, n, score: -rank, order: by }));

  const bound = textual === null ? 0 : mostRowsWith(db, kind, textual);
  const isMany = sort === 'relevance' && limit !== everything && bound > mostRanked;
  const latest = isMany ? read(latestRows(db, noun.index, bound)) : [];
  const rows = isMany && latest.length >= limit ? latest : read(null);
  if (limit !== everything && rows.length < limit) return { total: rows.length, found: found(rows) };
  if (limit === everything) return { total: rows.length, found: found(rows) };
  const total = db
    .prepare<[Record<string, string | number | null>], { total: number }>(
      `SELECT count(*) AS total FROM ${from} WHERE ${[...matched, ...conditions].join(' AND ')}`,
    )
    .get(given);
  return { total: total?.total ?? 0, found: found(rows) };
}

/** The row number above which about `mostRanked` of the matches lie. */
function latestRows(db: Database, index: string, matches: number): number {
  const { last = 0, rows = 0 } =
    db.prepare<[], { last: number | null; rows: number }>(`SELECT max(id) AS last, count(*) AS rows FROM ${index}_docsize`).get() ?? {};
  const share = Math.min(1, matches / Math.max(1, rows));
  return Math.floor((last ?? 0) - mostRanked / share);
}
