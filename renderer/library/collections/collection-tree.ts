import type { Collection } from '../../../contract/index.ts';
import { type Node, treeOf } from '../../ui/tree/index.ts';

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
  const placeOf = ({ id, item, children }: Node<Collection>): Place => ({
    id,
    name: item.name,
    documents: item.documents,
    collection: item,
    children: children.map(placeOf),
  });
  return [
    { id: 'all', name: 'All documents', documents, collection: null, children: [] },
    ...treeOf(collections).map(placeOf),
    ...(showsBin ? [{ id: 'bin', name: 'Bin', documents: bin, collection: null, children: [] }] : []),
  ];
}

/** Names from the top to a collection's parent. */
export function pathOf(collections: readonly Collection[], { parentId }: Collection): string[] {
  const parent = collections.find(({ id }) => id === parentId);
  return parent === undefined ? [] : [...pathOf(collections, parent), parent.name];
}
