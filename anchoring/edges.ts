import type { Step } from './align.ts';
import type { Span } from './sentences.ts';

/** An edge of a stretch in the new text. */
export interface Edge {
  at: number;
  /** The word inside it, the word outside it or their number is the same as before. */
  isFirm: boolean;
}

/**
 * Where a stretch begins now, by the nearest words on either side of its edge that are the same; `null` where they do not
 * say. `own` is what its sentence became, where it begins that.
 */
export function startOf(same: readonly Step[], { from, to }: Span, own: Span | null): Edge | null {
  const previous = same.findLast(({ at }) => at <= from);
  const next = same.find(({ at }) => at > from);
  if (next?.at === from + 1) return { at: next.place - 1, isFirm: true };
  if (own !== null) {
    const at = Math.max(own.from, previous?.place ?? 0);
    if (next === undefined || next.place - 1 - at <= 2 * (next.at - 1 - from) + 1) return { at, isFirm: true };
  }
  if (previous === undefined) return null;
  if (next !== undefined && next.at - previous.at === next.place - previous.place)
    return { at: previous.place + from - previous.at, isFirm: true };
  if (next === undefined || next.at > to) return previous.at === from ? { at: previous.place, isFirm: true } : null;
  const room = next.place - 1 - previous.place;
  const left = next.at - 1 - from;
  if (previous.at === from && room <= left + Math.max(2, left)) return { at: previous.place, isFirm: true };
  return { at: Math.max(previous.place, next.place - 1 - left), isFirm: false };
}

/** As `startOf`, of a stretch's end. */
export function endOf(same: readonly Step[], { from, to }: Span, own: Span | null): Edge | null {
  const previous = same.findLast(({ at }) => at <= to);
  const next = same.find(({ at }) => at > to);
  if (previous?.at === to) return { at: previous.place, isFirm: true };
  if (own !== null) {
    const at = Math.min(own.to, (next?.place ?? Number.POSITIVE_INFINITY) - 1);
    if (previous === undefined || at - previous.place <= 2 * (to - previous.at) + 1) return { at, isFirm: true };
  }
  if (next === undefined) return null;
  if (previous !== undefined && next.at - previous.at === next.place - previous.place)
    return { at: previous.place + to - previous.at, isFirm: true };
  if (previous === undefined || previous.at <= from) return next.at === to + 1 ? { at: next.place - 1, isFirm: true } : null;
  const room = next.place - 1 - previous.place;
  const left = to - previous.at;
  if (next.at === to + 1 && room <= left + Math.max(2, left)) return { at: next.place - 1, isFirm: true };
  return { at: Math.min(next.place - 1, previous.place + left), isFirm: false };
}

/** Whether what stood next to a stretch on one side at least, a word or the end of the sentence, stands next to it still. */
export function isBeside(same: readonly Step[], { from, to }: Span, sentence: Span, own: Span | null, found: Span): boolean {
  const previous = same.findLast(({ at }) => at <= from);
  const next = same.find(({ at }) => at > to);
  const follows = previous?.place === found.from && from - previous.at <= 1;
  const precedes = next?.place === found.to + 1 && next.at - to <= 2;
  return (
    follows ||
    precedes ||
    (own !== null && ((from === sentence.from && own.from === found.from) || (to === sentence.to && own.to === found.to)))
  );
}
