import type { Sphere, Underline } from '../../../contract/index.ts';

/** A sphere's looks and key: never its colour alone. */
export type Look = Pick<Sphere, 'color' | 'underline' | 'key'>;

/**
 * Okabe and Ito's hues (https://jfly.uni-koeln.de/color/) without black and the yellow that paper swallows, then those of
 * Paul Tol's `muted` scheme (https://sronpersonalpages.nl/~pault/) without its second sky blue: both made to be told apart
 * by colour-blind readers. Fourteen, because five underlines in turn then make each of seventy looks a different one.
 */
const palette = [
  '#E69F00',
  '#0072B2',
  '#CC79A7',
  '#009E73',
  '#D55E00',
  '#56B4E9',
  '#332288',
  '#999933',
  '#882255',
  '#44AA99',
  '#DDCC77',
  '#AA4499',
  '#117733',
  '#CC6677',
] as const;

const underlines: readonly Underline[] = ['solid', 'dashed', 'dotted', 'double', 'wavy'];
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Looks for one more sphere: the first of the palette's colours, underlines and keys that the fewest of the others have. */
export function nextLook(others: readonly Look[]): Look {
  const color = leastUsed(palette, (each) => others.filter((other) => other.color.toUpperCase() === each).length);
  const free = keys.find((key) => others.every((other) => other.key !== key));
  return {
    color,
    underline: leastUsed(underlines, (each) => others.filter((other) => other.underline === each).length),
    key: free ?? null,
  };
}

/** The first of those that are used least. `all` must not be empty. */
function leastUsed<T>(all: readonly T[], uses: (each: T) => number): T {
  const [least] = all.map((each) => ({ each, count: uses(each) })).sort((one, other) => one.count - other.count);
  if (least === undefined) throw new Error('nothing to choose from');
  return least.each;
}
