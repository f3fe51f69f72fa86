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
