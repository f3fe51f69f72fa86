import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import type { MenuEntry } from '../Menu.tsx';
import { type Place, stepPlace } from './places.ts';

const steps = [
  { step: 'up', label: 'Move up', keys: 'Alt+ArrowUp', icon: <ArrowUp aria-hidden /> },
  { step: 'down', label: 'Move down', keys: 'Alt+ArrowDown', icon: <ArrowDown aria-hidden /> },
  { step: 'in', label: 'Move into the one above', keys: 'Alt+ArrowRight', icon: <ArrowRight aria-hidden /> },
  { step: 'out', label: 'Move out', keys: 'Alt+ArrowLeft', icon: <ArrowLeft aria-hidden /> },
] as const;

/** The part of an item's menu that moves it in its tree, a step at a time. */
export function moveEntries(items: Parameters<typeof stepPlace>[0], id: string, move: (place: Place) => void): MenuEntry[] {
  return steps.map(({ step, ...entry }): MenuEntry => {
    const place = stepPlace(items, id, step);
    return { ...entry, id: step, disabled: place === null, run: () => place !== null && move(place) };
  });
}
