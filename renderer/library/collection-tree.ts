import type { Collection } from '../../contract/index.ts';

/** What can be listed: a row of the tree. */
export interface Place {
  /** A collection's id, or `all` or `bin`. */
  id: string;
  name: string;
  documents: number;
  collection: Collection | null;
  children: Place[];
}

/** All documents first, then the collections as a tree, then the bin where it is shown. */
export function placesOf(
  collections: readonly Collection[],
  { documents, bin, showsBin }: { documents: number; bin: number; showsBin: boolean },
): Place[] {
  const children = Map.groupBy(collections, ({ parentId }) => parentId);
  const below = (parentId: string | null): Place[] =>
    (children.get(parentId) ?? []).map((collection) => ({
      id: collection.id,
      name: collection.name,
      documents: collection.documents,
      collection,
      children: below(collection.id),
    }));
  return [
    { id: 'all', name: 'All documents', documents, collection: null, children: [] },
    ...below(null),
    ...(showsBin ? [{ id: 'bin', name: 'Bin', documents: bin, collection: null, children: [] }] : []),
  ];
}

/** Names from the top to a collection's parent. */
export function pathOf(collections: readonly Collection[], { parentId }: Collection): string[] {
  const parent = collections.find(({ id }) => id === parentId);
  return parent === undefined ? [] : [...pathOf(collections, parent), parent.name];
}
