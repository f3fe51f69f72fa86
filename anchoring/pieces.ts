import type { Segment } from '../contract/index.ts';
import type { TextPair } from './grams.ts';
import type { Placed, Placer } from './placing.ts';
import type { Span } from './sentences.ts';
import { isSign, isUnspaced, tokensOf } from './tokens.ts';

/** What a piece without any word weighs. */
const signsAlone = 0.01;

/** A part of a passage that is looked for by itself. */
export interface Piece extends Span {
  /** The segment that it is of. */
  stretch: Segment;
  /** Words in it, signs left out. */
  weight: number;
  place: Placed | null;
}

/** What a segment has of each sentence, with the places found. */
export function findPieces({ before }: TextPair, stretch: Segment, placer: Placer): Piece[] {
  const span = tokensOf(before, stretch.start, stretch.end);
  if (span.from === span.to) return [];
  const parts = placer.parts(span);
  return parts.map((part) => ({ ...part, stretch, weight: wordCount(before, part), place: placer.place(part, parts.length > 1) }));
}

/** The new text under a piece. Edges inside a word, and spaces at the edges, stay where the same characters are there. */
export function pieceSegment(
  { before, after }: TextPair,
  piece: Pick<Piece, 'from' | 'to' | 'stretch'>,
  place: { start: number; end: number },
): Segment {
  const [oldFirst, oldLast] = [piece.from, piece.to - 1];
  const [newFirst, newLast] = [place.start, place.end - 1];
  const wordAt = (text: typeof before, at: number) => text.text.slice(text.starts[at], text.ends[at]);
  let start = after.starts[newFirst] ?? 0;
  let end = after.ends[newLast] ?? 0;
  const oldStart = before.starts[oldFirst] ?? 0;
  const oldEnd = before.ends[oldLast] ?? 0;
  const isFirst = tokensOf(before, piece.stretch.start, piece.stretch.end).from === piece.from;
  const isLast = tokensOf(before, piece.stretch.start, piece.stretch.end).to === piece.to;
  const lead = isFirst ? piece.stretch.start - oldStart : 0;
  const tail = isLast ? oldEnd - piece.stretch.end : 0;
  const sameFirst = wordAt(before, oldFirst) === wordAt(after, newFirst);
  const sameLast = wordAt(before, oldLast) === wordAt(after, newLast);
  if (lead < 0 ? after.text.slice(Math.max(0, start + lead), start) === before.text.slice(oldStart + lead, oldStart) : sameFirst)
    start += lead;
  if (tail < 0 ? after.text.slice(end, end - tail) === before.text.slice(oldEnd, oldEnd - tail) : sameLast) end -= tail;
  return { start, end };
}

/** How many words stand in a stretch; two characters of a script without spaces pass for one. Signs alone weigh next to nothing. */
function wordCount({ text, starts, ends }: TextPair['before'], { from, to }: Span): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const word = text.slice(starts[at], ends[at]);
    if (isUnspaced(word)) count += 0.5;
    else if (!isSign(word)) count++;
  }
  return Math.max(signsAlone, count);
}
