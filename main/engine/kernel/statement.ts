import type { Database, Statement } from 'better-sqlite3';

/** A statement that is compiled once for each open notebook, at its first use. */
export function statement<Bind extends unknown[], Row = unknown>(sql: string): (db: Database) => Statement<Bind, Row> {
  const compiled = new WeakMap<Database, Statement<Bind, Row>>();
  return (db) => {
    let ready = compiled.get(db);
    if (ready === undefined) {
      ready = db.prepare<Bind, Row>(sql);
      compiled.set(db, ready);
    }
    return ready;
  };
}

/** Texts of statements that a notebook keeps compiled; a search has some ten shapes, each with its conditions. */
const mostKept = 200;
const kept = new WeakMap<Database, Map<string, Statement>>();

/** A statement whose text is put together at each use: compiled again only where it was not used for long. */
export function composed<Bind extends unknown[], Row = unknown>(db: Database, sql: string): Statement<Bind, Row> {
  const there = kept.get(db) ?? new Map<string, Statement>();
  kept.set(db, there);
  // The caller says what the text binds and gives, as with `prepare`.
  const ready = (there.get(sql) ?? db.prepare(sql)) as Statement<Bind, Row>;
  if (there.size >= mostKept) there.clear();
  there.set(sql, ready);
  return ready;
}
