import type { Database } from 'better-sqlite3';
import type { HitKind } from '../../../contract/index.ts';
import { type Columns, toMatch } from './match.ts';
import { parseQuery } from './parser.ts';
import { type Term, termsOf } from './terms.ts';

/** The limit of a search for all there is; SQLite takes a negative one for none. */
export const everything = -1;

/** What a search may find, and how much of it. */
export interface Search {
  terms: readonly Term[];
  kinds: readonly HitKind[];
  sphereIds: readonly string[];
  documentId: string | null;
  /** The best so many of each kind, or `everything`. */
  limit: number;
}

/** A row found: `n` is the noun's own. Higher scores are better. */
export interface Found {
  kind: HitKind;
  n: number;
  score: number;
}

/** The terms of a query, in the languages of the notebook's documents. */
export function readTerms(db: Database, typed: string): Term[] {
  return termsOf(parseQuery(typed), db.prepare<[], string>('SELECT DISTINCT language FROM documents').pluck().all());
}

/** The rows found, best first, and how many there are in all. */
export function find(db: Database, search: Search): { total: number; found: Found[] } {
  if (search.terms.length === 0) return { total: 0, found: [] };
  const answers = search.kinds.map((kind) => findKind(db, kind, search));
  return {
    total: answers.reduce((sum, { total }) => sum + total, 0),
    found: answers.flatMap(({ found }) => found).sort((a, b) => b.score - a.score),
  };
}

interface Table {
  /** Joined in this order, so that the full-text index leads and each row found is looked up once. */
  from: string;
  columns: Columns;
  /** How much each column counts, in the index's order: a title above a body, an exact form above a stem. */
  weights: string;
  documentId: string;
  inSpheres: string;
}

const chosenSpheres = `(
  WITH RECURSIVE below (id) AS (
    SELECT value FROM json_each(@sphereIds)
    UNION SELECT s.id FROM spheres s JOIN below ON s.parent_id = below.id
  ) SELECT id FROM below)`;
const passagesInSpheres = `(SELECT passage_id FROM taggings WHERE sphere_id IN ${chosenSpheres})`;

const body: Columns = { exact: ['body'], stem: ['body_stems'] };

const tables: Readonly<Record<HitKind, Table>> = {
  document: {
    from: 'document_index AS i CROSS JOIN documents AS t ON t.n = i.rowid CROSS JOIN documents AS d ON d.n = t.n',
    columns: { exact: ['title', 'body'], stem: ['title_stems', 'body_stems'] },
    weights: '8.0, 2.0, 4.0, 1.0',
    documentId: 't.id',
    inSpheres: `t.id IN (SELECT document_id FROM passages WHERE id IN ${passagesInSpheres})`,
  },
  passage: {
    from: 'passage_index AS i CROSS JOIN passages AS t ON t.n = i.rowid CROSS JOIN documents AS d ON d.id = t.document_id',
    columns: body,
    weights: '2.0, 1.0',
    documentId: 't.document_id',
    inSpheres: `t.id IN ${passagesInSpheres}`,
  },
  note: {
    from: `note_index AS i CROSS JOIN notes AS t ON t.n = i.rowid LEFT JOIN passages AS p ON p.id = t.passage_id
      LEFT JOIN documents AS d ON d.id = coalesce(t.document_id, p.document_id)`,
    columns: body,
    weights: '2.0, 1.0',
    documentId: 'd.id',
    inSpheres: `t.passage_id IN ${passagesInSpheres}`,
  },
};

function findKind(db: Database, kind: HitKind, { terms, sphereIds, documentId, limit }: Search): { total: number; found: Found[] } {
  const { from, columns, weights, documentId: ownDocument, inSpheres } = tables[kind];
  const rows = db
    .prepare<[Record<string, string | number | null>], { n: number; rank: number; total: number }>(
      `SELECT t.n, rank, count(*) OVER () AS total FROM ${from}
        WHERE i.${kind}_index MATCH @match AND rank MATCH 'bm25(${weights})' AND d.deleted_at IS NULL
          ${documentId === null ? '' : `AND ${ownDocument} = @documentId`}
          ${sphereIds.length === 0 ? '' : `AND ${inSpheres}`}
        ORDER BY rank, t.n LIMIT @limit`,
    )
    .all({ match: toMatch(terms, columns), documentId, sphereIds: JSON.stringify(sphereIds), limit });
  // bm25 counts downwards from zero.
  return { total: rows[0]?.total ?? 0, found: rows.map(({ n, rank }) => ({ kind, n, score: -rank })) };
}
