import type { Span } from './shapes.ts';

/** `p. 12`, or `pp. 12–13` for what goes on over pages. */
export function locatorOf({ first, last }: Span, labels: readonly string[]): string {
  const from = labels[first] ?? String(first + 1);
  const to = labels[last] ?? String(last + 1);
  return first === last ? `p. ${from}` : `pp. ${from}–${to}`;
}

/** `3, 5 and 7–9`: pages in a sentence, by index. */
export function pageList(indexes: readonly number[], labels: readonly string[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const index of indexes) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to === index - 1) last.to = index;
    else ranges.push({ from: index, to: index });
  }
  const name = (index: number) => labels[index] ?? String(index + 1);
  const shown = ranges.map(({ from, to }) => (from === to ? name(from) : `${name(from)}–${name(to)}`));
  // A long list is no help to anyone.
  if (shown.length > 12) return `${shown.slice(0, 11).join(', ')} and ${shown.length - 11} more`;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
