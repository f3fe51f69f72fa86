import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, FolderPlus, Pencil, Trash2 } from 'lucide-react';
import type { Collection, EngineClient } from '../../contract/index.ts';
import { stepPlace } from '../codebook/sphere-tree.ts';
import type { MenuEntry } from '../ui/index.ts';
import { moveCollection, removeCollection } from './collection-actions.ts';
import { useLibraryView } from './library-view.ts';

const steps = [
  { step: 'up', label: 'Move up', keys: 'Alt+ArrowUp', icon: <ArrowUp aria-hidden /> },
  { step: 'down', label: 'Move down', keys: 'Alt+ArrowDown', icon: <ArrowDown aria-hidden /> },
  { step: 'in', label: 'Move into the one above', keys: 'Alt+ArrowRight', icon: <ArrowRight aria-hidden /> },
  { step: 'out', label: 'Move out', keys: 'Alt+ArrowLeft', icon: <ArrowLeft aria-hidden /> },
] as const;

/** What can be done with a collection. */
export function collectionMenu(engine: EngineClient, collection: Collection, collections: readonly Collection[]): MenuEntry[] {
  const { id, name } = collection;
  const doing = (kind: 'rename' | 'add') =>
    useLibraryView.setState({ collectionDoing: kind === 'rename' ? { kind, id } : { kind, parentId: id } });
  return [
    { id: 'rename', label: 'Rename', keys: 'F2', icon: <Pencil aria-hidden />, run: () => doing('rename') },
    { id: 'add', label: `New collection in ${name}`, icon: <FolderPlus aria-hidden />, run: () => doing('add') },
    'line',
    ...steps.map(({ step, ...entry }): MenuEntry => {
      const place = stepPlace(collections, id, step);
      return { ...entry, id: step, disabled: place === null, run: () => place !== null && void moveCollection(engine, collection, place) };
    }),
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
