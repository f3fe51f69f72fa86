/** What stands in a tree: a sphere, a collection. */
interface InTree {
  id: string;
  parentId: string | null;
}

/** A place in a tree: below an item (null: at the top), at this place among the others there. */
export interface Place {
  parentId: string | null;
  position: number;
}

/** One step in a tree: among its siblings, out of its parent, or into the sibling above it. */
export type Step = 'up' | 'down' | 'out' | 'in';

/** An item with what stands below it. */
export interface Node<T> {
  id: string;
  item: T;
  children: Node<T>[];
}

/** Items as a tree, siblings in the order given. */
export function treeOf<T extends InTree>(items: readonly T[]): Node<T>[] {
  const children = Map.groupBy(items, ({ parentId }) => parentId);
  const below = (parentId: string | null): Node<T>[] =>
    (children.get(parentId) ?? []).map((item) => ({ id: item.id, item, children: below(item.id) }));
  return below(null);
}

/** Whether an item is another or stands somewhere below it. */
export function isWithin(items: readonly InTree[], id: string | null, outerId: string): boolean {
  for (let at = id; at !== null; at = items.find((item) => item.id === at)?.parentId ?? null) if (at === outerId) return true;
  return false;
}

/** Where an item goes that is dropped on, before or after another; null where it would stand below itself or stay. */
export function dropPlace(items: readonly InTree[], id: string, target: { id: string; where: 'on' | 'before' | 'after' }): Place | null {
  const onto = items.find((item) => item.id === target.id);
  if (onto === undefined || isWithin(items, onto.id, id)) return null;
  if (target.where === 'on') return { parentId: onto.id, position: siblings(items, onto.id, id).length };
  const at = siblings(items, onto.parentId, id).findIndex((item) => item.id === onto.id);
  return { parentId: onto.parentId, position: target.where === 'before' ? at : at + 1 };
}

/** Where an item goes one step up, down, out of its parent or into the one above it; null where it cannot. */
export function stepPlace(items: readonly InTree[], id: string, step: Step): Place | null {
  const item = items.find((each) => each.id === id);
  if (item === undefined) return null;
  const among = items.filter(({ parentId }) => parentId === item.parentId);
  const at = among.indexOf(item);
  const above = among[at - 1];
  switch (step) {
    case 'up':
      return at === 0 ? null : { parentId: item.parentId, position: at - 1 };
    case 'down':
      return at === among.length - 1 ? null : { parentId: item.parentId, position: at + 1 };
    case 'in':
      return above === undefined ? null : { parentId: above.id, position: siblings(items, above.id, id).length };
    case 'out': {
      const parent = items.find((each) => each.id === item.parentId);
      return parent === undefined ? null : dropPlace(items, id, { id: parent.id, where: 'after' });
    }
  }
}

/** Those below a parent, in their order, without the one that moves. */
function siblings<T extends InTree>(items: readonly T[], parentId: string | null, without: string): T[] {
  return items.filter((item) => item.parentId === parentId && item.id !== without);
}
