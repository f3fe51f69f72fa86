import type { EditorNode, Segment } from '../contract/index.ts';

/** Where a block begins in the plain text (UTF-16 code units), and where in the original it stands (`p. 12`). */
export interface Locator {
  start: number;
  locator: string;
}

/** Longer ones are none: a page's label, a time. UTF-16 code units. */
export const longestLocator = 40;

/** What a block says of where in the original it stands: Lexical's node state, key `locator`. Null where it says nothing. */
export function locatorIn(node: EditorNode): string | null {
  const state = '$' in node ? node.$ : null;
  if (typeof state !== 'object' || state === null || !('locator' in state)) return null;
  const { locator } = state;
  return typeof locator === 'string' && locator !== '' && locator.length <= longestLocator ? locator : null;
}

/** Where in the original a passage stands: that of the block it begins in, and that of the one it ends in where it is another. */
export function locatorOf(locators: readonly Locator[], segments: readonly Segment[]): string {
  const first = locatorAt(locators, segments[0]?.start ?? 0);
  const last = locatorAt(locators, (segments.at(-1)?.end ?? 1) - 1);
  return first === last || last === '' ? first : spanOf(first, last);
}

/** The last one at or before an offset; they are in order. */
function locatorAt(locators: readonly Locator[], offset: number): string {
  let low = 0;
  let high = locators.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((locators[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return locators[low - 1]?.locator ?? '';
}

const page = /^pp?\. ([^–]+)(?:–(.+))?$/;

/** `p. 3` and `p. 5` are `pp. 3–5`; times are joined as they are. */
function spanOf(first: string, last: string): string {
  if (first === '') return last;
  const from = page.exec(first);
  const to = page.exec(last);
  if (from === null || to === null) return `${first}–${last}`;
  const start = from[1] ?? '';
  const end = to[2] ?? to[1] ?? '';
  return start === end ? `p. ${start}` : `pp. ${start}–${end}`;
}
