import { useMemo } from 'react';
import { type DropOperation, type DropTarget, Tree, useDragAndDrop } from 'react-aria-components';
import { type Collection, commands } from '../../../contract/index.ts';
import { runCommand } from '../../commands/commands.ts';
import { useAsk, useEngine } from '../../engine/engine.tsx';
import type { MenuEntry } from '../../ui/index.ts';
import { dropPlace, stepPlace, useTreeBox } from '../../ui/tree/index.ts';
import tree from '../../ui/tree/Tree.module.css';
import { askToPurge, removeDocuments, restoreDocuments } from '../document-actions.ts';
import { draggedDocuments, whatIsDragged } from '../dragged.ts';
import { showPlace, useLibraryView } from '../library-view.ts';
import { CollectionRow } from './CollectionRow.tsx';
import { moveCollection, putInto, removeCollection } from './collection-actions.ts';
import { collectionMenu } from './collection-menu.tsx';
import { placesOf } from './collection-tree.ts';

const draggedCollection = 'application/x-armillary-collection';
/**
 * All documents, the collections and the bin. The row that is chosen is what is listed; documents are dropped on it. A drag or Alt and
 * an arrow moves a collection; F2 renames it; Delete deletes it.
 */
export function CollectionTree({ collections }: { collections: readonly Collection[] }) {
  const engine = useEngine();
  const { data: info } = useAsk('notebook.info', {});
  const { bin, collectionId, folded, collectionDoing } = useLibraryView();
  const renaming = collectionDoing?.kind === 'rename' ? collectionDoing.id : null;
  const counts = info?.counts ?? { documents: 0, bin: 0 };
  const places = useMemo(
    () => placesOf(collections, { documents: counts.documents, bin: counts.bin, showsBin: bin || counts.bin > 0 }),
    [collections, counts.documents, counts.bin, bin],
  );
  const find = (key: unknown) => collections.find(({ id }) => id === key);

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [draggedCollection]: String(key) })),
    getDropOperation: (target, types) =>
      dropOf(target, { collection: types.has(draggedCollection), documents: types.has(draggedDocuments) }),
    onMove({ keys, target }) {
      const [collection] = [...keys].map(find);
      if (collection === undefined) return;
      const place = dropPlace(collections, collection.id, { id: String(target.key), where: target.dropPosition });
      if (place !== null) void moveCollection(engine, collection, place);
    },
    onItemDrop({ target, isInternal }) {
      if (isInternal) return;
      const documents = whatIsDragged();
      const collection = find(target.key);
      if (collection !== undefined) void putInto(engine, collection, documents);
      else if (target.key === 'bin' && !bin) void removeDocuments(engine, documents);
      else if (target.key === 'all' && bin) void restoreDocuments(engine, documents);
    },
  });
  const show = (key: string) => showPlace({ bin: key === 'bin', collectionId: find(key)?.id ?? null });

  const menuOf = (key: string): MenuEntry[] => {
    const collection = find(key);
    if (collection !== undefined) return collectionMenu(engine, collection, collections);
    if (key === 'bin') {
      return [{ id: 'empty', label: 'Empty the bin…', danger: true, disabled: counts.bin === 0, run: () => askToPurge(null) }];
    }
    return [
      { id: 'add', label: commands['collection.new'].title, run: () => runCommand('collection.new') },
      { id: 'copies', label: commands['library.copies'].title, run: () => runCommand('library.copies') },
    ];
  };
  const { boxProps, openMenu, focusRow, menu } = useTreeBox({
    actsOf(key) {
      const collection = find(key);
      if (collection === undefined) return null;
      return {
        step(step) {
          const place = stepPlace(collections, collection.id, step);
          if (place !== null) void moveCollection(engine, collection, place);
        },
        rename: () => useLibraryView.setState({ collectionDoing: { kind: 'rename', id: collection.id } }),
        remove: () => void removeCollection(engine, collection),
      };
    },
    menuOf: (key) => ({ label: find(key)?.name ?? (key === 'bin' ? 'Bin' : 'All documents'), entries: menuOf(key) }),
  });
  const endRename = (id: string) => {
    useLibraryView.setState({ collectionDoing: null });
    focusRow(id);
  };
  return (
    <div {...boxProps}>
      <Tree
        aria-label="Collections"
        className={tree.tree ?? ''}
        items={places}
        // What a row shows beside its collection: the tree draws its rows again when these change.
        dependencies={[renaming]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[bin ? 'bin' : (collectionId ?? 'all')]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) show(String(key));
        }}
        expandedKeys={collections.filter(({ id }) => !folded.has(id)).map(({ id }) => id)}
        onExpandedChange={(keys) => {
          const open = new Set(keys);
          useLibraryView.setState({ folded: new Set(collections.map(({ id }) => id).filter((id) => !open.has(id))) });
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(place) => <CollectionRow place={place} renaming={renaming} onRenamed={endRename} onMenu={openMenu} />}
      </Tree>
      {menu}
    </div>
  );
}

/** Collections are put anywhere among collections; documents on one of them, the bin or all documents. */
function dropOf(target: DropTarget, dragged: { collection: boolean; documents: boolean }): DropOperation {
  if (target.type !== 'item') return 'cancel';
  const isPlace = target.key === 'all' || target.key === 'bin';
  if (dragged.collection) return isPlace ? 'cancel' : 'move';
  return dragged.documents && target.dropPosition === 'on' ? 'move' : 'cancel';
}
