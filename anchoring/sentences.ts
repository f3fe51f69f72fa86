import type { Tokens } from './tokens.ts';

/** Words after which a stretch without an end of a sentence or a line is cut, at one of some words: the same ones in every text. */
const longest = 80;
/** One word of so many is such a word. */
const cutting = 16;

/** A stretch of word positions. */
export interface Span {
  from: number;
  to: number;
}

/** Parts of a stretch that end with a sentence or a line. */
export function sentencesIn(text: Tokens, { from, to }: Span): Span[] {
  const sentences: Span[] = [];
  let first = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && !endsSentence(text, at) && !(at - first >= longest && mayCut(text.ids[at] ?? 0))) continue;
    sentences.push({ from: first, to: at });
    first = at;
  }
  return sentences;
}

/** Spread evenly over the words: frequent ones have low numbers. */
function mayCut(id: number): boolean {
  return (Math.imul(id + 1, 0x9e3779b1) >>> 8) % cutting === 0;
}

/** Whether a line ends before the word. */
function endsLine({ text, starts }: Tokens, at: number): boolean {
  return text.slice(starts[at - 1] ?? 0, starts[at] ?? text.length).includes('\n');
}

/** Whether a sentence or a line ends before the word. Full stops inside numbers and names end none. */
function endsSentence({ text, starts }: Tokens, at: number): boolean {
  const [start, end] = [starts[at - 1] ?? 0, starts[at] ?? text.length];
  if (/[。！？]/u.test(text.slice(start, end))) return true;
  // A line broken inside a sentence goes on in small letters.
  if (text.slice(start, end).includes('\n') && !/^\p{Ll}/u.test(text.slice(end, end + 2))) return true;
  return /[.!?…]["'”’»)\]]*\s+$/u.test(text.slice(Math.max(0, start - 3), end));
}

/** Whether a sentence is a line of its own. */
export function isLine(text: Tokens, sentence: Span | undefined): boolean {
  if (sentence === undefined) return false;
  const { from, to } = sentence;
  return (from === 0 || endsLine(text, from)) && (to === text.ids.length || endsLine(text, to));
}
