import type { Database } from 'better-sqlite3';
import type { Sphere } from '../../../contract/index.ts';
import { statement } from '../kernel/statement.ts';

const insert = statement<[Omit<Sphere, 'passages'> & { now: string }]>(`
  INSERT INTO spheres (id, parent_id, name, description, color, underline, key, position, created_at)
  VALUES (@id, @parentId, @name, @description, @color, @underline, @key, @position, @now)`);
const update = statement<[Sphere]>(`
  UPDATE spheres SET name = @name, description = @description, color = @color, underline = @underline, key = @key WHERE id = @id`);
const place = statement<[string | null, number, string]>('UPDATE spheres SET parent_id = ?, position = ? WHERE id = ?');
const freeKey = statement<[string, string]>('UPDATE spheres SET key = NULL WHERE key = ? AND id IS NOT ?');
const last = statement<[string | null], { position: number | null }>('SELECT max(position) AS position FROM spheres WHERE parent_id IS ?');
const remove = statement<[string]>('DELETE FROM spheres WHERE id = ?');

/** Adds a sphere after the last of its siblings. */
export function insertSphere(db: Database, sphere: Omit<Sphere, 'position' | 'passages'>, now: string): void {
  const position = (last(db).get(sphere.parentId)?.position ?? -1) + 1;
  insert(db).run({ ...sphere, position, now });
}

/** Stores everything but the place. A key that another sphere has is taken away from that one. */
export function storeSphere(db: Database, sphere: Sphere): void {
  if (sphere.key !== null) freeKey(db).run(sphere.key, sphere.id);
  update(db).run(sphere);
}

/** Puts spheres right below a parent in the order given. */
export function placeAll(db: Database, parentId: string | null, ids: readonly string[]): void {
  for (const [position, id] of ids.entries()) place(db).run(parentId, position, id);
}

/** With its sub-spheres, their taggings and notes. */
export function deleteSphere(db: Database, id: string): void {
  remove(db).run(id);
}
