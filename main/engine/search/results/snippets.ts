import type { Segment } from '../../../../contract/index.ts';
import { type Hit, mergeHits } from './hits.ts';

/** Code units of text in a snippet, about two lines of a list. */
export const snippetLength = 180;
/** Of which stand before the first hit, at most. */
export const leadLength = 40;
/** How far a cut may move to fall between words. */
const reach = 20;

export interface Shown {
  text: string;
  /** Into `text`. */
  hits: Segment[];
  /** The first of them, in the text the snippet is from. */
  first: Segment | null;
}

/** A snippet around the place where most terms stand closest; the beginning of the text where there is no hit. Hits are given by where they begin. */
export function makeSnippet(text: string, hits: readonly Hit[]): Shown {
  const lead = bestCluster(hits)[0] ?? { start: 0, end: 0 };
  const start = cutBefore(text, Math.max(0, lead.start - leadLength));
  const end = Math.max(lead.end, cutAfter(text, Math.min(text.length, start + snippetLength)));
  const before = start > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  const inside = mergeHits(hits.filter((hit) => hit.start >= start && hit.end <= end));
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end).replace(/[^\S ]/g, ' ') + after,
    hits: inside.map((hit) => ({ start: hit.start + shift, end: hit.end + shift })),
    first: inside[0] ?? null,
  };
}

/**
 * Of hits by where they begin, those that begin within one snippet's length and have the most different terms; of equals
 * the most hits, then the first.
 */
export function bestCluster(hits: readonly Hit[]): readonly Hit[] {
  const counts = new Map<number, number>();
  let best = { from: 0, to: 0, terms: 0 };
  let to = 0;
  for (const [from, first] of hits.entries()) {
    const reached = first.start + snippetLength - leadLength;
    for (let next = hits[to]; next !== undefined && next.start < reached; next = hits[to]) {
      counts.set(next.term, (counts.get(next.term) ?? 0) + 1);
      to += 1;
    }
    const terms = counts.size;
    if (terms > best.terms || (terms === best.terms && to - from > best.to - best.from)) best = { from, to, terms };
    const left = (counts.get(first.term) ?? 1) - 1;
    if (left === 0) counts.delete(first.term);
    else counts.set(first.term, left);
  }
  return hits.slice(best.from, best.to);
}

function cutBefore(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at, at + reach).search(/\s/);
  return blank === -1 ? wholeCharacter(text, at) : at + blank + 1;
}

function cutAfter(text: string, at: number): number {
  if (at === text.length) return at;
  const tail = text.slice(at - reach, at);
  const blank = tail.search(/\s\S*$/);
  return blank === -1 ? wholeCharacter(text, at) : at - reach + blank;
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}
