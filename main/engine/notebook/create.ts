import type { Database } from 'better-sqlite3';
import { statement } from '../kernel/statement.ts';
import { seedSpheres } from '../spheres/seed.ts';

interface Maker {
  now: () => string;
  newId: () => string;
}

const findAnalyst = statement<[string], { id: string }>('SELECT id FROM analysts WHERE name = ?');
const insertAnalyst = statement<[string, string, string]>('INSERT INTO analysts (id, name, created_at) VALUES (?, ?, ?)');
const insertNotebook = statement<[string, string, string]>('INSERT INTO notebook (one, id, created_at, analyst_id) VALUES (1, ?, ?, ?)');

/** Fills a freshly migrated file: the notebook's own row, its analyst, the first spheres. */
export function createNotebook(db: Database, { analyst, now, newId }: Maker & { analyst: string }): void {
  db.transaction(() => {
    insertNotebook(db).run(newId(), now(), ensureAnalyst(db, analyst, { now, newId }));
    seedSpheres(db, { now, newId });
  }).immediate();
}

/** The id of the analyst of this name, who is added where the notebook does not know them. */
export function ensureAnalyst(db: Database, name: string, { now, newId }: Maker): string {
  const known = findAnalyst(db).get(name);
  if (known !== undefined) return known.id;
  const id = newId();
  insertAnalyst(db).run(id, name, now());
  return id;
}
