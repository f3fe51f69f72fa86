import type { Tokens } from './tokens.ts';

/** Words up to which the end of a sentence or a line is looked for: what has none for longer is none. */
const longest = 80;

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
    if (at < to && !endsSentence(text, at)) continue;
    sentences.push({ from: first, to: at });
    first = at;
  }
  return sentences;
}

/** The sentences that a stretch is of, whole. */
export function sentencesAround(text: Tokens, span: Span): Span {
  return around(text, span, endsSentence);
}

/** The lines that a stretch is of, whole. */
export function linesAround(text: Tokens, span: Span): Span {
  return around(text, span, endsLine);
}

function around(text: Tokens, { from, to }: Span, ends: (text: Tokens, at: number) => boolean): Span {
  let [first, last] = [from, to];
  while (first > 0 && from - first < longest && !ends(text, first)) first--;
  while (last < text.ids.length && last - to < longest && !ends(text, last)) last++;
  return { from: first, to: last };
}

/** Whether a line ends before the word. */
function endsLine({ text, starts }: Tokens, at: number): boolean {
  return text.slice(starts[at - 1] ?? 0, starts[at] ?? text.length).includes('\n');
}

/** Whether a sentence or a line ends before the word. Full stops inside numbers and names end none. */
function endsSentence({ text, starts }: Tokens, at: number): boolean {
  const [start, end] = [starts[at - 1] ?? 0, starts[at] ?? text.length];
  if (/[\n。！？]/u.test(text.slice(start, end))) return true;
  return /[.!?…]["'”’»)\]]*\s+$/u.test(text.slice(Math.max(0, start - 3), end));
}
