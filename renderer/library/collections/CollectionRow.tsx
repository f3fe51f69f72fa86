import { Folder, LibraryBig, Trash2 } from 'lucide-react';
import { useEngine } from '../../engine/engine.tsx';
import type { Spot } from '../../ui/index.ts';
import { TreeRow } from '../../ui/tree/index.ts';
import styles from './CollectionTree.module.css';
import { renameCollection } from './collection-actions.ts';
import type { Place } from './collection-tree.ts';

const count = new Intl.NumberFormat();

interface CollectionRowProps {
  place: Place;
  renaming: string | null;
  onRenamed: (id: string) => void;
  onMenu: (key: string, spot: Spot) => void;
}

/** A collection in the tree, or all documents, or the bin: its name and how many documents are in it. */
export function CollectionRow({ place, renaming, onRenamed, onMenu }: CollectionRowProps) {
  const engine = useEngine();
  const { id, name, documents, collection } = place;
  const Icon = id === 'all' ? LibraryBig : id === 'bin' ? Trash2 : Folder;
  return (
    <TreeRow
      id={id}
      name={name}
      said={documents === 1 ? '1 document' : `${count.format(documents)} documents`}
      hint={name}
      sign={<Icon aria-hidden size={14} className={styles.icon} />}
      count={documents}
      isMovable={collection !== null}
      isFiltered={false}
      renamed={collection !== null && renaming === id ? 'collection' : null}
      onRenamed={(typed) => {
        onRenamed(id);
        if (typed !== null && collection !== null) void renameCollection(engine, collection, typed);
      }}
      onMenu={(spot) => onMenu(id, spot)}
      below={place.children}
      dependencies={[renaming]}
    >
      {(child) => <CollectionRow place={child} renaming={renaming} onRenamed={onRenamed} onMenu={onMenu} />}
    </TreeRow>
  );
}
