import { Merge, Palette, Pencil, Plus, Trash2 } from 'lucide-react';
import type { Sphere } from '../../contract/index.ts';
import type { MenuEntry } from '../ui/index.ts';
import { moveEntries, type Place } from '../ui/tree/index.ts';
import { doing } from './codebook-view.ts';

/** What can be done with a sphere. */
export function sphereMenu(sphere: Sphere, spheres: readonly Sphere[], move: (place: Place) => void): MenuEntry[] {
  const sphereId = sphere.id;
  return [
    { id: 'rename', label: 'Rename', keys: 'F2', icon: <Pencil aria-hidden />, run: () => doing({ kind: 'rename', sphereId }) },
    { id: 'edit', label: 'Colour, key, description…', icon: <Palette aria-hidden />, run: () => doing({ kind: 'edit', sphereId }) },
    { id: 'add', label: `New sphere in ${sphere.name}`, icon: <Plus aria-hidden />, run: () => doing({ kind: 'add', parentId: sphereId }) },
    'line',
    ...moveEntries(spheres, sphereId, move),
    'line',
    {
      id: 'merge',
      label: 'Merge into…',
      icon: <Merge aria-hidden />,
      disabled: spheres.length < 2,
      run: () => doing({ kind: 'merge', sphereId }),
    },
    {
      id: 'delete',
      label: 'Delete…',
      keys: 'Delete',
      danger: true,
      icon: <Trash2 aria-hidden />,
      run: () => doing({ kind: 'delete', sphereId }),
    },
  ];
}
