import type { Segment } from '../contract/index.ts';
import type { TextPair } from './grams.ts';
import type { Candidate } from './locate.ts';
import type { Placer } from './placing.ts';
import { type Span, sentencesIn } from './sentences.ts';
import { isSign, isUnspaced, tokensOf } from './tokens.ts';

/** Words up to which a stretch is looked for as a whole; of a longer one its beginning and end are, this many words together. */
const longest = 600;

/** Share of a passage's words, by bits, that stand together where it need not be looked for by sentences. */
const leastTogether = 0.85;

/** What a piece without any word weighs. */
const signsAlone = 0.01;

/** A part of a passage that is looked for by itself. */
export interface Piece extends Span {
  /** The segment that it is of. */
  stretch: Segment;
  /** Words in it, signs left out. */
  weight: number;
  place: Candidate | null;
}

/** A segment's pieces with the places found: itself, or its sentences where it did not stay together. */
export function findPieces(pair: TextPair, stretch: Segment, placer: Placer): { whole: Piece; pieces: Piece[]; candidates: Candidate[] } {
  const { before } = pair;
  const { from, to } = tokensOf(before, stretch.start, stretch.end);
  const pieceOf = (first: number, last: number, place: Candidate | null): Piece => {
    const weight = wordCount(before, first, last);
    return { stretch, from: first, to: last, weight, place };
  };
  const look = (first: number, last: number): { pieces: Piece[]; candidates: Candidate[] } => {
    const passage = { from: first, to: last };
    const sentences = sentencesIn(before, passage);
    const { place, candidates } = sentences.length < 2 ? placer.place(first, last) : placer.locate(first, last);
    if (sentences.length < 2 || (place !== null && place.alike >= leastTogether))
      return { pieces: [pieceOf(first, last, place)], candidates };
    const across = placer.placeAcross(first, last);
    if (across !== null) return { pieces: [pieceOf(first, last, across)], candidates };
    const pieces = sentences.map((sentence) =>
      pieceOf(sentence.from, sentence.to, placer.place(sentence.from, sentence.to, passage).place),
    );
    return { pieces: placeMissing(placer, pieces, candidates), candidates };
  };
  const whole = pieceOf(from, to, null);
  if (from === to) return { whole, pieces: [], candidates: [] };
  if (to - from <= longest) return { whole, ...look(from, to) };
  const ends = [look(from, from + longest / 2), look(to - longest / 2, to)];
  return { whole, pieces: ends.flatMap(({ pieces }) => pieces), candidates: [] };
}

/** Sentences found speak for the place of their passage that they are in, and that for the sentences not found. */
function placeMissing(placer: Placer, pieces: Piece[], candidates: readonly Candidate[]): Piece[] {
  const touches = (place: Candidate) => (piece: Piece) =>
    piece.place !== null && piece.place.start < place.end && place.start < piece.place.end;
  const passage = candidates.find((candidate) => pieces.some(touches(candidate)));
  if (passage === undefined) return pieces;
  return pieces.map((piece) => {
    const place = piece.place ?? placer.placeBeside(passage, piece);
    return piece.place === null && place !== null && pieces.some(touches(place)) ? piece : { ...piece, place };
  });
}

/** The new text under a piece. Edges inside a word, and spaces at the edges, stay where the same characters are there. */
export function pieceSegment({ before, after }: TextPair, piece: Piece, place: { start: number; end: number }): Segment {
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
function wordCount({ text, starts, ends }: TextPair['before'], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const word = text.slice(starts[at], ends[at]);
    if (isUnspaced(word)) count += 0.5;
    else if (!isSign(word)) count++;
  }
  return Math.max(signsAlone, count);
}
