import type { Database } from 'better-sqlite3';
import { type Look, nextLook } from './looks.ts';
import { insertSphere } from './rows.ts';

const firstNames = ['economic', 'geopolitical', 'cultural'];

/** The three spheres that every notebook begins with. */
export function seedSpheres(db: Database, { now, newId }: { now: () => string; newId: () => string }): void {
  const looks: Look[] = [];
  for (const name of firstNames) {
    const look = nextLook(looks);
    looks.push(look);
    insertSphere(db, { ...look, id: newId(), parentId: null, name, description: '' }, now());
  }
}
