import { ChevronRight, Ellipsis, Folder, GripVertical, LibraryBig, Trash2 } from 'lucide-react';
import { Button, Collection as Items, TreeItem, TreeItemContent } from 'react-aria-components';
import { useEngine } from '../engine/engine.tsx';
import { RenameField, type Spot } from '../ui/index.ts';
import tree from '../ui/Tree.module.css';
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
    <TreeItem
      id={id}
      textValue={name}
      aria-label={`${name}, ${documents === 1 ? '1 document' : `${count.format(documents)} documents`}`}
      className={tree.row ?? ''}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className={tree.cells} style={{ paddingInlineStart: (level - 1) * 14 }} title={name}>
            {collection === null ? null : (
              <Button slot="drag" className={tree.grip ?? ''} aria-label={`Move ${name}`}>
                <GripVertical aria-hidden size={12} />
              </Button>
            )}
            <span className={tree.fold}>
              {hasChildItems ? (
                <Button slot="chevron" className={tree.chevron ?? ''} data-open={isExpanded || undefined}>
                  <ChevronRight aria-hidden size={14} />
                </Button>
              ) : null}
            </span>
            <Icon aria-hidden size={14} className={styles.icon} />
            {collection !== null && renaming === id ? (
              <RenameField
                label="Name of the collection"
                value={name}
                onDone={(typed) => {
                  onRenamed(id);
                  if (typed !== null) void renameCollection(engine, collection, typed);
                }}
              />
            ) : (
              <span className={tree.name}>{name}</span>
            )}
            <span className={tree.count}>{documents === 0 ? null : count.format(documents)}</span>
            <Button
              className={tree.more ?? ''}
              aria-label={`Menu of ${name}`}
              onPress={({ target }) => {
                const { left, bottom } = target.getBoundingClientRect();
                onMenu(id, { x: left, y: bottom });
              }}
            >
              <Ellipsis aria-hidden size={14} />
            </Button>
          </div>
        )}
      </TreeItemContent>
      <Items items={place.children} dependencies={[renaming]}>
        {(child) => <CollectionRow place={child} renaming={renaming} onRenamed={onRenamed} onMenu={onMenu} />}
      </Items>
    </TreeItem>
  );
}
