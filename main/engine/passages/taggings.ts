import type { Database } from 'better-sqlite3';
import { ArmillaryError } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';

const insert = statement<[string, string, string, string, string]>(`
  INSERT INTO taggings (id, passage_id, sphere_id, analyst_id, created_at) VALUES (?, ?, ?, ?, ?)`);
const spheresOf = statement<[string], { sphereId: string }>('SELECT sphere_id AS sphereId FROM taggings WHERE passage_id = ?');
const remove = statement<[string, string]>('DELETE FROM taggings WHERE passage_id = ? AND sphere_id = ?');
const sphere = statement<[string], { id: string }>('SELECT id FROM spheres WHERE id = ?');

/** Those of the spheres that are in the codebook, each once. */
export function existingSpheres(db: Database, sphereIds: readonly string[]): string[] {
  return [...new Set(sphereIds)].filter((id) => sphere(db).get(id) !== undefined);
}

/** Throws `not-found` unless every sphere is in the codebook. */
export function requireSpheres(db: Database, sphereIds: readonly string[]): void {
  if (existingSpheres(db, sphereIds).length < new Set(sphereIds).size) {
    throw new ArmillaryError('not-found', 'One of these spheres is no longer in the codebook. Nothing was changed: choose again.');
  }
}

/** Puts a passage into a sphere it is not in, in the name of the analyst at work. */
export function addTagging(context: Context, passageId: string, sphereId: string): void {
  insert(context.db).run(context.newId(), passageId, sphereId, context.analystId, context.now());
}

/** Sets a passage's spheres to exactly these. Taggings that stay keep their analyst and date. */
export function setTaggings(context: Context, passageId: string, sphereIds: readonly string[]): void {
  const wanted = new Set(sphereIds);
  const others = presentSpheres(context.db, passageId).filter((sphereId) => !wanted.has(sphereId));
  changeTaggings(context, passageId, { add: sphereIds, remove: others });
}

/** Puts a passage into spheres and takes it out of others; what is so already stays, with its analyst and date. */
export function changeTaggings(
  context: Context,
  passageId: string,
  { add, remove: from }: { add: readonly string[]; remove: readonly string[] },
): void {
  const present = new Set(presentSpheres(context.db, passageId));
  for (const sphereId of from) remove(context.db).run(passageId, sphereId);
  for (const sphereId of new Set(add)) if (!present.has(sphereId)) addTagging(context, passageId, sphereId);
}

function presentSpheres(db: Database, passageId: string): string[] {
  return spheresOf(db)
    .all(passageId)
    .map(({ sphereId }) => sphereId);
}
