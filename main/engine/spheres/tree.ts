import type { Database } from 'better-sqlite3';
import { ArmillaryError, type Sphere } from '../../../contract/index.ts';
import { statement } from '../kernel/statement.ts';

const all = statement<[], Sphere>(`
  SELECT s.id, s.parent_id AS parentId, s.name, s.description, s.color, s.underline, s.key,
    row_number() OVER (PARTITION BY s.parent_id ORDER BY s.position, s.n) - 1 AS position,
    (SELECT count(*) FROM taggings t JOIN passages p ON p.id = t.passage_id JOIN documents d ON d.id = p.document_id
       WHERE t.sphere_id = s.id AND d.deleted_at IS NULL) AS passages
  FROM spheres s ORDER BY position`);

/** The whole codebook, each sphere before its sub-spheres and these before its next sibling. */
export function listSpheres(db: Database): Sphere[] {
  const children = Map.groupBy(all(db).all(), ({ parentId }) => parentId);
  const below = (parentId: string | null): Sphere[] => (children.get(parentId) ?? []).flatMap((sphere) => [sphere, ...below(sphere.id)]);
  return below(null);
}

/** Throws `not-found`. */
export function sphereIn(spheres: readonly Sphere[], id: string): Sphere {
  const sphere = spheres.find((each) => each.id === id);
  if (sphere === undefined) {
    throw new ArmillaryError('not-found', 'This sphere is no longer in the codebook: it was deleted or merged elsewhere.', id);
  }
  return sphere;
}

/** Those right below a parent, or at the top level, in their order. */
export function siblingsIn(spheres: readonly Sphere[], parentId: string | null): Sphere[] {
  return spheres.filter((each) => each.parentId === parentId);
}

/** Whether a sphere is another or stands somewhere below it. */
export function isWithin(spheres: readonly Sphere[], id: string | null, outerId: string): boolean {
  for (let at = id; at !== null; at = sphereIn(spheres, at).parentId) if (at === outerId) return true;
  return false;
}

/** Whether two names would read as the same sphere. */
export function isSameName(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

/** Throws `conflict` where one of the siblings has the name already. */
export function requireFreeName(siblings: readonly Sphere[], name: string): void {
  const taken = siblings.find((sibling) => isSameName(sibling.name, name));
  if (taken === undefined) return;
  throw new ArmillaryError(
    'conflict',
    `There is a sphere “${taken.name}” here already. Nothing was changed: choose another name, or merge the two.`,
  );
}
