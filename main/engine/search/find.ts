import type { Database } from 'better-sqlite3';
import type { HitKind, SearchSort } from '../../../contract/index.ts';
import { type Asked, type Compiled, compile } from './compile.ts';
import { mostRowsWith } from './frequency.ts';
import { joinSource, nouns } from './nouns.ts';

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
 * meant, and ranking all of 50,000 documents takes too long to wait for while typing.
 */
const mostRanked = 5_000;

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

/** What rows of a kind are sorted by, as text; a date that is not known comes last. */
function orderOf(sort: SearchSort, kind: HitKind): string {
  if (sort === 'relevance') return "''";
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
}

type Binds = Record<string, string | number | null>;

/** A search for one kind of hit in SQL. */
interface Statement {
  from: string;
  /** The conditions, with more. */
  where: (...more: string[]) => string;
  binds: Binds;
  /** All that is asked are words, of documents: the index alone can tell. */
  isPlain: boolean;
}

function statementOf(compiled: Compiled, kind: HitKind, { sphereIds, documentId }: Omit<Search, 'asked'>, columns: string): Statement {
  const { match } = compiled;
  const { index, fromIndex, fromRows, inSpheres } = nouns[kind];
  const conditions = [
    'd.deleted_at IS NULL',
    ...(documentId === null ? [] : ['d.id = @documentId']),
    ...(sphereIds.length === 0 ? [] : [inSpheres(chosenSpheres)]),
    ...compiled.where,
  ];
  const needsSource = [columns, ...conditions].some((sql) => /\bs\./.test(sql));
  return {
    from: `${match === null ? fromRows : fromIndex} ${needsSource ? joinSource : ''}`,
    where: (...more) => [...(match === null ? [] : [`i.${index} MATCH @match`]), ...more, ...conditions].join(' AND '),
    binds: { ...compiled.binds, documentId, sphereIds: JSON.stringify(sphereIds), match },
    isPlain: match !== null && conditions.length === 1 && kind === 'document',
  };
}

/** The numbers of all rows of a kind that are found, in no order; documents in the bin may be among them. */
export function numbersFound(db: Database, kind: HitKind, search: Omit<Search, 'sort' | 'limit'>): number[] {
  if (search.asked === null) return [];
  const compiled = compile(search.asked, kind);
  const { from, where, binds, isPlain } = statementOf(compiled, kind, { ...search, sort: 'relevance', limit: everything }, '');
  if (isPlain) return db.prepare<[Binds], number>('SELECT rowid FROM document_index WHERE document_index MATCH @match').pluck().all(binds);
  return db.prepare<[Binds], number>(`SELECT ${nouns[kind].row}.n FROM ${from} WHERE ${where()}`).pluck().all(binds);
}

function findKind(db: Database, kind: HitKind, search: Search & { asked: Asked }): { total: number; found: Found[] } {
  const { sort, limit } = search;
  const { index, row, weights } = nouns[kind];
  const compiled = compile(search.asked, kind);
  const { match } = compiled;
  const order = orderOf(sort, kind);
  const { from, where, binds, isPlain } = statementOf(compiled, kind, search, order);
  const by = sort === 'relevance' ? `rank, ${row}.n DESC` : `"order" ${sort === 'date' ? 'DESC' : 'ASC'}, rank, ${row}.n DESC`;
  const rank = match === null || limit === everything ? '0' : `bm25(${index}, ${weights})`;
  const read = (...more: string[]): Row[] =>
    db
      .prepare<[Binds], Row>(
        `SELECT ${row}.n, ${rank} AS rank, ${order} AS "order" FROM ${from} WHERE ${where(...more)} ORDER BY ${by} LIMIT @limit`,
      )
      .all({ ...binds, limit });

  const rows = (sort === 'relevance' && limit !== everything ? readLatest(db, kind, compiled, limit, read) : null) ?? read();
  const found = rows.map(({ n, rank: distance, order: place }): Found => ({ kind, n, score: -distance, order: place }));
  if (limit === everything || found.length < limit) return { total: found.length, found };
  const total =
    isPlain && match !== null
      ? countMatches(db, match)
      : db.prepare<[Binds], number>(`SELECT count(*) FROM ${from} WHERE ${where()}`).pluck().get(binds);
  return { total: total ?? 0, found };
}

/** The best of the latest matches, where there are too many to rank; null where there are not, or where these do not fill the limit. */
function readLatest(db: Database, kind: HitKind, { textual }: Compiled, limit: number, read: (...more: string[]) => Row[]): Row[] | null {
  const { index } = nouns[kind];
  const matches = textual === null ? 0 : mostRowsWith(db, kind, textual);
  if (matches <= mostRanked) return null;
  const last = db.prepare<[], number>(`SELECT max(id) FROM ${index}_docsize`).pluck().get() ?? 0;
  const rows = read(`i.rowid > ${Math.floor(last - mostRanked * Math.max(1, last / matches))}`);
  return rows.length < limit ? null : rows;
}

/** Documents that match, counted in the index alone; the few in the bin are looked up one by one. */
function countMatches(db: Database, match: string): number {
  const all = db.prepare<[string], number>('SELECT count(*) FROM document_index WHERE document_index MATCH ?').pluck().get(match) ?? 0;
  const binned = db
    .prepare<[string], number>(
      `SELECT count(*) FROM documents AS d INDEXED BY documents_in_bin CROSS JOIN document_index AS i
       WHERE d.deleted_at IS NOT NULL AND i.rowid = d.n AND i.document_index MATCH ?`,
    )
    .pluck()
    .get(match);
  return all - (binned ?? 0);
}
