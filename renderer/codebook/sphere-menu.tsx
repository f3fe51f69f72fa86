import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Merge, Palette, Pencil, Plus, Trash2 } from 'lucide-react';
import type { Sphere } from '../../contract/index.ts';
import type { MenuEntry } from '../ui/index.ts';
import { doing } from './codebook-view.ts';
import { type Place, stepPlace } from './sphere-tree.ts';

const steps = [
  { step: 'up', label: 'Move up', keys: 'Alt+ArrowUp', icon: <ArrowUp aria-hidden /> },
  { step: 'down', label: 'Move down', keys: 'Alt+ArrowDown', icon: <ArrowDown aria-hidden /> },
  { step: 'in', label: 'Move into the one above', keys: 'Alt+ArrowRight', icon: <ArrowRight aria-hidden /> },
  { step: 'out', label: 'Move out', keys: 'Alt+ArrowLeft', icon: <ArrowLeft aria-hidden /> },
] as const;

/** What can be done with a sphere. */
export function sphereMenu(sphere: Sphere, spheres: readonly Sphere[], move: (place: Place) => void): MenuEntry[] {
  const sphereId = sphere.id;
  return [
    { id: 'rename', label: 'Rename', keys: 'F2', icon: <Pencil aria-hidden />, run: () => doing({ kind: 'rename', sphereId }) },
    { id: 'edit', label: 'Colour, key, description…', icon: <Palette aria-hidden />, run: () => doing({ kind: 'edit', sphereId }) },
    { id: 'add', label: `New sphere in ${sphere.name}`, icon: <Plus aria-hidden />, run: () => doing({ kind: 'add', parentId: sphereId }) },
    'line',
    ...steps.map(({ step, ...entry }): MenuEntry => {
      const place = stepPlace(spheres, sphereId, step);
      return { ...entry, id: step, disabled: place === null, run: () => place !== null && move(place) };
    }),
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
