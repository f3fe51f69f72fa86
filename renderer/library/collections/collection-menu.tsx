import { FolderPlus, Pencil, Trash2 } from 'lucide-react';
import type { Collection, EngineClient } from '../../../contract/index.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { moveEntries } from '../../ui/tree/index.ts';
import { useLibraryView } from '../library-view.ts';
import { moveCollection, removeCollection } from './collection-actions.ts';

/** What can be done with a collection. */
export function collectionMenu(engine: EngineClient, collection: Collection, collections: readonly Collection[]): MenuEntry[] {
  const { id, name } = collection;
  const doing = (kind: 'rename' | 'add') =>
    useLibraryView.setState({ collectionDoing: kind === 'rename' ? { kind, id } : { kind, parentId: id } });
  return [
    { id: 'rename', label: 'Rename', keys: 'F2', icon: <Pencil aria-hidden />, run: () => doing('rename') },
    { id: 'add', label: `New collection in ${name}`, icon: <FolderPlus aria-hidden />, run: () => doing('add') },
    'line',
    ...moveEntries(collections, id, (place) => void moveCollection(engine, collection, place)),
    'line',
    {
      id: 'delete',
      label: 'Delete the collection',
      keys: 'Delete',
      danger: true,
      icon: <Trash2 aria-hidden />,
      run: () => void removeCollection(engine, collection),
    },
  ];
}
