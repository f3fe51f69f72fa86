export { moveEntries } from './move-entries.tsx';
export { dropPlace, isWithin, type Node, type Place, stepPlace, treeOf } from './places.ts';
export { TreeRow } from './TreeRow.tsx';
export { useTreeBox } from './useTreeBox.tsx';
