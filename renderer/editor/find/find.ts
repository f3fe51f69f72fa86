import type { Segment } from '../../../contract/index.ts';

/** Places shown at most; the count says when there are more. */
export const mostFound = 5000;

/** The places of the words in the text, `most` at most, letter for letter but for the case where `matchCase` is off. */
export function findAll(text: string, words: string, matchCase: boolean, most = mostFound): Segment[] {
  if (words === '') return [];
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'), matchCase ? 'gv' : 'giv');
  const found: Segment[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === most) break;
  }
  return found;
}

/** Which place to show first: the first one at or after the caret. */
export function firstFrom(found: readonly Segment[], caret: number): number {
  const at = found.findIndex(({ start }) => start >= caret);
  return at === -1 ? 0 : at;
}
