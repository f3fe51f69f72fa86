import type { Database } from 'better-sqlite3';
import type { HitKind, SearchSort } from '../../../../contract/index.ts';
import { composed } from '../../kernel/statement.ts';
import { type Asked, type Compiled, compile } from '../query/compile.ts';
import { joinSource, nouns } from '../query/nouns.ts';

/** The limit of a search for all there is. */
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
  /** What it is sorted by, where that is not its score. */
  order: string;
}

/**
 * Of more matches than these only the latest are ranked: a word that stands nearly everywhere says little of what is
 * meant, and ranking all of 50,000 documents takes longer than one waits for while typing.
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

/** What rows of a kind are sorted by, as text; a date that is not known comes last. Empty where it is their rank alone. */
function orderOf(sort: SearchSort, kind: HitKind): string {
  if (sort === 'relevance') return '';
  if (sort === 'date') return "coalesce(s.published, '') || ' ' || coalesce(d.created_at, '')";
  return `coalesce(d.title, '') || ' ' || coalesce(d.id, '')${kind === 'document' ? '' : " || printf(' %012d', coalesce(p.start, 0))"}`;
}

const chosenSpheres = `(
  WITH RECURSIVE below (id) AS (
    SELECT value FROM json_each(@sphereIds)
    UNION SELECT s.id FROM spheres s JOIN below ON s.parent_id = below.id
  ) SELECT id FROM below)`;

interface Row {
  n: number;
  rank: number;
  order: string;
  /** Of all rows that were ranked. */
  count: number;
}

type Binds = Record<string, string | number | null>;

/** A search for one kind of hit in SQL. */
interface Statement {
  /** The row's own number. */
  n: string;
  from: string;
  where: string;
  binds: Binds;
}

function statementOf(compiled: Compiled, kind: HitKind, { sphereIds, documentId }: Omit<Search, 'asked'>, columns = ''): Statement {
  const { match } = compiled;
  const { index, row, fromIndex, fromRows, inSpheres, inBin } = nouns[kind];
  const conditions = [
    ...(documentId === null ? [] : ['d.id = @documentId']),
    ...(sphereIds.length === 0 ? [] : [inSpheres(chosenSpheres)]),
    ...compiled.where,
  ];
  // All that is asked are words: the index alone can tell.
  const isPlain = match !== null && conditions.length === 0 && columns === '';
  const from = match === null ? fromRows : isPlain ? `${index} AS i` : fromIndex;
  const needsSource = [columns, ...conditions].some((sql) => /\bs\./.test(sql));
  const always = [...(match === null ? [] : [`i.${index} MATCH @match`]), isPlain ? `i.rowid NOT IN (${inBin})` : 'd.deleted_at IS NULL'];
  return {
    n: isPlain ? 'i.rowid' : `${row}.n`,
    from: needsSource ? `${from} ${joinSource}` : from,
    where: [...always, ...conditions].join(' AND '),
    binds: { ...compiled.binds, documentId, sphereIds: JSON.stringify(sphereIds), match },
  };
}

/** The numbers of all rows of a kind that are found, in no order. */
export function numbersFound(db: Database, kind: HitKind, search: Omit<Search, 'sort' | 'limit'>): number[] {
  if (search.asked === null) return [];
  const { n, from, where, binds } = statementOf(compile(search.asked, kind), kind, { ...search, sort: 'relevance', limit: everything });
  return composed<[Binds], number>(db, `SELECT ${n} FROM ${from} WHERE ${where}`).pluck().all(binds);
}

function findKind(db: Database, kind: HitKind, search: Search & { asked: Asked }): { total: number; found: Found[] } {
  const { sort, limit } = search;
  const { index, weights } = nouns[kind];
  const compiled = compile(search.asked, kind);
  const order = orderOf(sort, kind);
  const { n, from, where, binds } = statementOf(compiled, kind, search, order);
  const rank = compiled.match === null || limit === everything ? '0' : `bm25(${index}, ${weights})`;
  const isRanked = sort === 'relevance' && limit !== everything;
  const by = order === '' ? 'rank' : `"order" ${sort === 'date' ? 'DESC' : 'ASC'}, rank`;
  const most = Math.max(mostRanked, limit);
  const rows = composed<[Binds], Row>(
    db,
    `WITH found AS MATERIALIZED (
       SELECT ${n} AS n, ${rank} AS rank, ${order === '' ? "''" : order} AS "order" FROM ${from} WHERE ${where}
       ${isRanked ? `ORDER BY ${n} DESC LIMIT @most` : ''})
     SELECT n, rank, "order", (SELECT count(*) FROM found) AS count FROM found ORDER BY ${by}, n DESC LIMIT @limit`,
  ).all({ ...binds, limit, most });
  const count = rows[0]?.count ?? 0;
  const isAll = !isRanked || count < most;
  const all = () => composed<[Binds], number>(db, `SELECT count(*) FROM ${from} WHERE ${where}`).pluck().get(binds) ?? 0;
  return {
    total: isAll ? count : all(),
    found: rows.map((row): Found => ({ kind, n: row.n, score: -row.rank, order: row.order })),
  };
}
