import type { Database } from 'better-sqlite3';
import type { HitKind } from '../../../../contract/index.ts';
import { composed } from '../../kernel/statement.ts';

/** What a row is counted by. */
export interface Columns {
  n: number;
  /** The number of its document, or of itself where it is one; null for a note on the notebook or on a sphere. */
  document: number | null;
  /** The spheres that it is in, or that a document's passages are in, with commas between. */
  sphereIds: string;
}

/** What a document is, as facets count it; empty where it is not known. */
export interface DocumentColumns extends Columns {
  language: string;
  publisher: string;
  year: string;
  grade: string;
}

/** What every row may be counted by, by the nouns' own numbers. What is gone may still be in it. */
export interface FacetColumns {
  document: Map<number, DocumentColumns>;
  passage: Map<number, Columns>;
  note: Map<number, Columns>;
}

/** `version`: of the file, as other programs left it. */
const known = new WeakMap<Database, { version: unknown; columns: FacetColumns }>();

/**
 * Read once and kept: counting 50,000 hits from memory takes a tenth of looking each of them up. Of what this program
 * writes, the rows that changed are read again; after another program wrote, all are.
 */
export function facetColumns(db: Database): FacetColumns {
  const version = db.pragma('data_version', { simple: true });
  const there = known.get(db);
  if (there === undefined) db.exec(markStale);
  const kept = there !== undefined && there.version === version ? there.columns : null;
  const columns = kept ?? { document: new Map(), passage: new Map(), note: new Map() };
  const renew = <Row extends Columns>(noun: HitKind, rows: Map<number, Row>) => {
    const { select, row } = reading[noun];
    const changed = kept === null ? '' : `WHERE ${row}.n IN (SELECT n FROM temp.facets_stale WHERE noun = '${noun}')`;
    for (const each of composed<[], Row>(db, `${select} ${changed}`).all()) rows.set(each.n, each);
  };
  renew('document', columns.document);
  renew('passage', columns.passage);
  renew('note', columns.note);
  composed(db, 'DELETE FROM temp.facets_stale').run();
  known.set(db, { version, columns });
  return columns;
}

const spheresOfPassage = (id: string) => `(SELECT group_concat(sphere_id) FROM taggings WHERE passage_id = ${id})`;

const reading: Readonly<Record<HitKind, { select: string; row: string }>> = {
  document: {
    row: 'd',
    select: `SELECT d.n, d.n AS document, d.language, s.publisher, coalesce(substr(s.published, 1, 4), '') AS year, coalesce(s.reliability, '') AS grade,
        coalesce((SELECT group_concat(DISTINCT g.sphere_id) FROM passages p JOIN taggings g ON g.passage_id = p.id
          WHERE p.document_id = d.id), '') AS sphereIds
      FROM documents d JOIN sources s ON s.document_id = d.id`,
  },
  passage: {
    row: 'p',
    select: `SELECT p.n, d.n AS document, coalesce(${spheresOfPassage('p.id')}, '') AS sphereIds
      FROM passages p JOIN documents d ON d.id = p.document_id`,
  },
  note: {
    row: 't',
    select: `SELECT t.n, d.n AS document, coalesce(t.sphere_id, ${spheresOfPassage('t.passage_id')}, '') AS sphereIds
      FROM notes t LEFT JOIN passages p ON p.id = t.passage_id LEFT JOIN documents d ON d.id = coalesce(t.document_id, p.document_id)`,
  },
};

/** Rows whose columns are no longer what was read: written down by triggers, whatever changed them (an import, an undo, a cascade). */
const markStale = `
  CREATE TEMP TABLE IF NOT EXISTS facets_stale (noun TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (noun, n)) WITHOUT ROWID;
  ${trigger('documents', 'INSERT', mark('document', 'SELECT new.n'))}
  ${trigger('documents', 'UPDATE OF language', mark('document', 'SELECT new.n'))}
  ${trigger('sources', 'INSERT', mark('document', 'SELECT n FROM documents WHERE id = new.document_id'))}
  ${trigger('sources', 'UPDATE OF publisher, published, reliability', mark('document', 'SELECT n FROM documents WHERE id = new.document_id'))}
  ${trigger('passages', 'INSERT', mark('passage', 'SELECT new.n'))}
  ${trigger('passages', 'DELETE', mark('document', 'SELECT n FROM documents WHERE id = old.document_id'))}
  ${trigger('taggings', 'INSERT', markTagged('new'))}
  ${trigger('taggings', 'DELETE', markTagged('old'))}
  ${trigger('notes', 'INSERT', mark('note', 'SELECT new.n'))}`;

function trigger(table: string, event: string, work: string): string {
  return `CREATE TEMP TRIGGER IF NOT EXISTS "facets ${table} ${event}" AFTER ${event} ON main.${table} BEGIN ${work} END;`;
}

function mark(noun: HitKind, numbers: string): string {
  return `INSERT OR IGNORE INTO facets_stale SELECT '${noun}', changed.* FROM (${numbers}) AS changed;`;
}

function markTagged(row: 'new' | 'old'): string {
  const passage = `${row}.passage_id`;
  return [
    mark('passage', `SELECT n FROM passages WHERE id = ${passage}`),
    mark('document', `SELECT d.n FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.id = ${passage}`),
    mark('note', `SELECT n FROM notes WHERE passage_id = ${passage}`),
  ].join(' ');
}
