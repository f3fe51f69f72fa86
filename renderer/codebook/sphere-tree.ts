import type { Sphere } from '../../contract/index.ts';

/** A sphere with what stands below it. */
export interface SphereNode {
  id: string;
  sphere: Sphere;
  children: SphereNode[];
}

/** A place in the codebook: below a sphere (null: at the top), at this place among the others there. */
export interface Place {
  parentId: string | null;
  position: number;
}

/** What stands in a tree: a sphere, a collection. */
interface InTree {
  id: string;
  parentId: string | null;
}

export function treeOf(spheres: readonly Sphere[]): SphereNode[] {
  const children = Map.groupBy(spheres, ({ parentId }) => parentId);
  const below = (parentId: string | null): SphereNode[] =>
    (children.get(parentId) ?? []).map((sphere) => ({ id: sphere.id, sphere, children: below(sphere.id) }));
  return below(null);
}

/** Whether a sphere is another or stands somewhere below it. */
export function isWithin(spheres: readonly InTree[], id: string | null, outerId: string): boolean {
  for (let at = id; at !== null; at = spheres.find((sphere) => sphere.id === at)?.parentId ?? null) if (at === outerId) return true;
  return false;
}

/** Where a sphere goes that is dropped on, before or after another; null where it would stand below itself or stay. */
export function dropPlace(spheres: readonly InTree[], id: string, target: { id: string; where: 'on' | 'before' | 'after' }): Place | null {
  const onto = spheres.find((sphere) => sphere.id === target.id);
  if (onto === undefined || isWithin(spheres, onto.id, id)) return null;
  if (target.where === 'on') return { parentId: onto.id, position: siblings(spheres, onto.id, id).length };
  const at = siblings(spheres, onto.parentId, id).findIndex((sphere) => sphere.id === onto.id);
  return { parentId: onto.parentId, position: target.where === 'before' ? at : at + 1 };
}

/** Where a sphere goes one step up, down, out of its parent or into the sphere above it; null where it cannot. */
export function stepPlace(spheres: readonly InTree[], id: string, step: 'up' | 'down' | 'out' | 'in'): Place | null {
  const sphere = spheres.find((each) => each.id === id);
  if (sphere === undefined) return null;
  const among = spheres.filter(({ parentId }) => parentId === sphere.parentId);
  const at = among.indexOf(sphere);
  const above = among[at - 1];
  switch (step) {
    case 'up':
      return at === 0 ? null : { parentId: sphere.parentId, position: at - 1 };
    case 'down':
      return at === among.length - 1 ? null : { parentId: sphere.parentId, position: at + 1 };
    case 'in':
      return above === undefined ? null : { parentId: above.id, position: siblings(spheres, above.id, id).length };
    case 'out': {
      const parent = spheres.find((each) => each.id === sphere.parentId);
      return parent === undefined ? null : dropPlace(spheres, id, { id: parent.id, where: 'after' });
    }
  }
}

/** Those below a parent, in their order, without the one that moves. */
function siblings<T extends InTree>(spheres: readonly T[], parentId: string | null, without: string): T[] {
  return spheres.filter((sphere) => sphere.parentId === parentId && sphere.id !== without);
}
