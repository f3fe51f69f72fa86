import type { Database } from 'better-sqlite3';

/** What a document is, as facets count it; empty where it is not known. */
export interface DocumentColumns {
  language: string;
  publisher: string;
  year: string;
  grade: string;
}

/** What every row may be counted by, by the nouns' own numbers. What lies in the bin is not in it. */
export interface FacetColumns {
  documents: ReadonlyMap<number, DocumentColumns>;
  /** The document of each passage and note; null for a note on the notebook or on a sphere. */
  documentOf: Readonly<Record<'passage' | 'note', ReadonlyMap<number, number | null>>>;
  /** Paths of the spheres that it is in, those above them too. */
  spheresOf: Readonly<Record<'document' | 'passage' | 'note', ReadonlyMap<number, readonly string[]>>>;
}

const kept = new WeakMap<Database, { changes: string; columns: FacetColumns }>();

/** Read whole and kept until anything is written: counting 50,000 hits from memory takes a tenth of looking each of them up. */
export function facetColumns(db: Database): FacetColumns {
  const changes = `${db.pragma('data_version', { simple: true })} ${db.prepare('SELECT total_changes()').pluck().get()}`;
  const there = kept.get(db);
  if (there?.changes === changes) return there.columns;
  const columns = readColumns(db);
  kept.set(db, { changes, columns });
  return columns;
}

type Pair = [n: number, document: number | null];

function readColumns(db: Database): FacetColumns {
  const documents = db
    .prepare<[], DocumentColumns & { n: number }>(
      `SELECT d.n, d.language, s.publisher, coalesce(substr(s.published, 1, 4), '') AS year, coalesce(s.reliability, '') AS grade
       FROM documents d JOIN sources s ON s.document_id = d.id WHERE d.deleted_at IS NULL`,
    )
    .all();
  const pairs = (sql: string) => new Map(db.prepare<[], Pair>(sql).raw().all());
  return {
    documents: new Map(documents.map(({ n, ...columns }) => [n, columns])),
    documentOf: {
      passage: pairs('SELECT p.n, d.n FROM passages p JOIN documents d ON d.id = p.document_id WHERE d.deleted_at IS NULL'),
      note: pairs(`
        SELECT t.n, d.n FROM notes t LEFT JOIN passages p ON p.id = t.passage_id
          LEFT JOIN documents d ON d.id = coalesce(t.document_id, p.document_id) WHERE d.deleted_at IS NULL`),
    },
    spheresOf: {
      document: pathsBy(
        db,
        'SELECT DISTINCT d.n AS n, g.sphere_id FROM taggings g JOIN passages p ON p.id = g.passage_id JOIN documents d ON d.id = p.document_id',
      ),
      passage: pathsBy(db, 'SELECT p.n AS n, g.sphere_id FROM taggings g JOIN passages p ON p.id = g.passage_id'),
      note: pathsBy(
        db,
        'SELECT t.n AS n, coalesce(t.sphere_id, g.sphere_id) AS sphere_id FROM notes t LEFT JOIN taggings g ON g.passage_id = t.passage_id',
      ),
    },
  };
}

/** The spheres of each row, by their paths; what is in a sphere is in those above it too. */
function pathsBy(db: Database, tagged: string): Map<number, string[]> {
  const rows = db
    .prepare<[], { n: number; path: string }>(
      `WITH RECURSIVE paths (id, path) AS (
         SELECT id, name FROM spheres WHERE parent_id IS NULL
         UNION ALL SELECT s.id, paths.path || '/' || s.name FROM spheres s JOIN paths ON s.parent_id = paths.id),
       within (id, above) AS (
         SELECT id, id FROM spheres UNION ALL SELECT within.id, s.parent_id FROM within JOIN spheres s ON s.id = within.above
         WHERE s.parent_id IS NOT NULL)
       SELECT DISTINCT tagged.n, paths.path FROM (${tagged}) AS tagged JOIN within ON within.id = tagged.sphere_id
       JOIN paths ON paths.id = within.above`,
    )
    .all();
  const byRow = new Map<number, string[]>();
  for (const { n, path } of rows) {
    const there = byRow.get(n);
    if (there === undefined) byRow.set(n, [path]);
    else there.push(path);
  }
  return byRow;
}
