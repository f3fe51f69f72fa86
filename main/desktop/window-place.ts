import { z } from 'zod';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
type Bounds = z.infer<typeof Bounds>;

/** Where the last window stood. */
export const WindowPlace = z.object({ bounds: Bounds.nullable(), maximised: z.boolean() });
export type WindowPlace = z.infer<typeof WindowPlace>;

export const smallest = { width: 720, height: 480 };
const first = { width: 1360, height: 860 };

/** So much of a window's title bar must be on a screen for a hand to reach it. */
const reachable = 80;

function onScreen(bounds: Bounds, area: Bounds): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return across >= reachable && bounds.y >= area.y && bounds.y <= area.y + area.height - reachable;
}

/** Bounds for a new window: where the last one stood if that is still on a screen, else the screen's middle. */
export function placeWindow(place: WindowPlace, workAreas: readonly Bounds[]): Partial<Bounds> & { width: number; height: number } {
  const { bounds } = place;
  const area = bounds === null ? undefined : workAreas.find((candidate) => onScreen(bounds, candidate));
  if (bounds !== null && area !== undefined) {
    return { x: bounds.x, y: bounds.y, width: Math.min(bounds.width, area.width), height: Math.min(bounds.height, area.height) };
  }
  const main = workAreas[0] ?? { ...first, x: 0, y: 0 };
  return { width: Math.min(first.width, main.width), height: Math.min(first.height, main.height) };
}
