import type { Segment } from '../contract/index.ts';

export interface Quote {
  exact: string;
  /** Text that must stand right before it. */
  prefix?: string;
  /** Text that must stand right after it. */
  suffix?: string;
}

/**
 * Every place where a quote stands in a text, letter for letter, between its prefix and suffix where those are given;
 * overlapping places included. Offsets are UTF-16 code units. An empty quote stands nowhere.
 */
export function findQuote(text: string, { exact, prefix = '', suffix = '' }: Quote): Segment[] {
  const places: Segment[] = [];
  if (exact === '') return places;
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length;
    const between = text.startsWith(suffix, end) && text.slice(Math.max(0, start - prefix.length), start) === prefix;
    if (between) places.push({ start, end });
  }
  return places;
}
