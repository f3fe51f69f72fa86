import type { Segment } from '../contract/index.ts';
import { type Align, createAligner } from './align.ts';
import { type Backbone, backboneOf } from './backbone.ts';
import { findCandidates } from './candidates.ts';
import { indexTexts, type TextPair } from './grams.ts';
import { type AnchoredText, anchoredText, quoteOf } from './passages.ts';
import { findPieces, type Piece, pieceSegment } from './pieces.ts';
import { createPlacer, type Placer } from './placing.ts';
import { findQuote } from './quote.ts';
import { tokensOf } from './tokens.ts';

/** A passage of the old text. */
export interface PassageBefore {
  id: string;
  /** In order and inside the old text; none when it is detached. */
  segments: readonly Segment[];
  quote: string;
  prefix: string;
  suffix: string;
}

/**
 * What became of a passage: `kept` has the same words between the same neighbours, `moved` the same words elsewhere,
 * `changed` other words, `lost` no place, or no clear one.
 */
export type Outcome = 'kept' | 'moved' | 'changed' | 'lost';

/** A place in the new text where a passage may stand. */
export interface PassageCandidate {
  segments: Segment[];
  quote: string;
  /** 0 to 1: how alike its words, its surroundings and its position are to what they were. */
  score: number;
}

/** A passage in the new text; a lost one has no segments and no words. */
export interface PassageAfter extends AnchoredText {
  id: string;
  outcome: Outcome;
  /** Of the place found; 0 when it is lost. */
  score: number;
  /** Places to offer in the review, the likeliest first; the one found may be among them. */
  candidates: PassageCandidate[];
}

/** Candidates offered for one passage. */
const mostCandidates = 5;
/** Words put in between two sentences of a passage that it goes on over; no more than the shorter of the two has. */
const mostBetween = 24;
/**
 * Share of a passage's words that must be found for it to be anchored. Less than half will do where the rest was certainly
 * taken out; a little more than half where what is found was hardly reworded; elsewhere the rest may have been reworded past
 * finding, and the anchor would cut the passage short. Set by trial, on some twenty seeds
 * of tests/bench/reanchor.bench.ts.
 */
const leastFound = { takenOut: 0.4, hardlyReworded: 0.52, otherwise: 0.6 };
/** Share of the words found, by bits, that are the same where little was reworded, and that must be the same anywhere. */
const hardlyReworded = 0.9;
const leastAlike = 0.2;
/** Words beyond which no candidates are offered for a passage: it stands or falls by its sentences. */
const longest = 600;

/**
 * Finds the passages of a text in a later version of it. Words are compared folded (capitals, normal forms, apostrophes) and
 * weighed by how rare they are; a passage that was deleted, or that may stand in two places with no clear winner, is lost
 * rather than guessed. First every sentence is looked for, then a passage in what its sentences became; where these went
 * apart it has several segments.
 *
 * Costs the lengths of the texts, and for each passage its own length and some hundred words around it, squared. `onFound`
 * is told how many passages are done.
 */
export function reanchor(
  before: string,
  passages: readonly PassageBefore[],
  after: string,
  onFound: (done: number) => void = () => undefined,
): PassageAfter[] {
  if (before === after)
    return passages.map((passage) => (passage.segments.length === 0 ? findDetached(passage, after) : unchanged(passage, after)));
  const pair = indexTexts(before, after);
  const backbone = backboneOf(pair);
  const align = createAligner(pair.bits);
  const placer = createPlacer(pair, align);
  return passages.map((passage, done) => {
    onFound(done);
    return passage.segments.length === 0 ? findDetached(passage, after) : find(passage, pair, backbone, align, placer);
  });
}

function unchanged({ id, segments }: PassageBefore, text: string): PassageAfter {
  return { id, outcome: 'kept', score: 1, ...anchoredText(text, [...segments]), candidates: [] };
}

function lost(id: string, candidates: PassageCandidate[]): PassageAfter {
  return {
    id,
    outcome: 'lost',
    score: 0,
    segments: [],
    quote: '',
    prefix: '',
    suffix: '',
    candidates: candidates.slice(0, mostCandidates),
  };
}

function find({ id, segments }: PassageBefore, pair: TextPair, backbone: Backbone, align: Align, placer: Placer): PassageAfter {
  const candidates = segments.flatMap((stretch) => candidatesOf(stretch, pair, backbone, align));
  const pieces = segments.flatMap((segment) => findPieces(pair, segment, placer));
  const found = pieces.flatMap((piece) => (piece.place === null ? [] : [{ piece, place: piece.place }]));
  const sumOf = (some: readonly Piece[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const whole = sumOf(pieces);
  const there = sumOf(found.map(({ piece }) => piece));
  const alike = found.reduce((sum, { piece, place }) => sum + piece.weight * place.alike, 0);
  const isRest = pieces.every((piece) => piece.place !== null || placer.isGone(piece));
  const least = isRest ? leastFound.takenOut : alike >= hardlyReworded * there ? leastFound.hardlyReworded : leastFound.otherwise;
  if (found.length === 0 || there < least * whole || alike < leastAlike * there) return lost(id, candidates);

  const anchored = anchoredText(pair.after.text, joinPieces(pair, found));
  const score = found.reduce((sum, { piece, place }) => sum + piece.weight * place.score, 0) / whole;
  const inPlace = found.every(({ piece, place }) => backbone.inPlace(piece.from, piece.to, place.start, place.end));
  const same = sameWords(anchored.quote, quoteOf(pair.before.text, segments));
  return {
    id,
    outcome: same ? (inPlace ? 'kept' : 'moved') : 'changed',
    score,
    ...anchored,
    candidates: candidates.slice(0, mostCandidates),
  };
}

/** Places where a segment may stand as a whole. */
function candidatesOf(stretch: Segment, pair: TextPair, backbone: Backbone, align: Align): PassageCandidate[] {
  const { from, to } = tokensOf(pair.before, stretch.start, stretch.end);
  if (from === to || to - from > longest) return [];
  return findCandidates(pair, backbone, align, { from, to }).map(({ start, end, score }) => {
    const segments = [pieceSegment(pair, { stretch, from, to }, { start, end })];
    return { segments, quote: quoteOf(pair.after.text, segments), score };
  });
}

/** Segments of the pieces found; those that follow one another as before, with little put in between, are one. */
function joinPieces(pair: TextPair, found: readonly { piece: Piece; place: { start: number; end: number } }[]): Segment[] {
  const segments: Segment[] = [];
  let previous: { piece: Piece; place: { start: number; end: number } } | undefined;
  for (const { piece, place } of found.toSorted((one, other) => one.place.start - other.place.start)) {
    const segment = pieceSegment(pair, piece, place);
    const last = segments.at(-1);
    const follows =
      previous !== undefined &&
      piece.stretch === previous.piece.stretch &&
      piece.from >= previous.piece.to &&
      place.start - previous.place.end <=
        2 * (piece.from - previous.piece.to) + Math.min(mostBetween, place.end - place.start, previous.place.end - previous.place.start);
    if (last !== undefined && (follows || segment.start <= last.end)) last.end = Math.max(last.end, segment.end);
    else segments.push(segment);
    previous = { piece, place };
  }
  return segments;
}

/** A passage without a place in the old text comes back where its words stand between the words that stood around it, once. */
function findDetached({ id, quote, prefix, suffix }: PassageBefore, text: string): PassageAfter {
  const places = prefix + suffix === '' ? [] : findQuote(text, { exact: quote, prefix, suffix });
  const [place, second] = places;
  if (place !== undefined && second === undefined) return { ...unchanged({ id, segments: [place], quote, prefix, suffix }, text) };
  return lost(
    id,
    findQuote(text, { exact: quote })
      .slice(0, mostCandidates)
      .map((segment) => ({ segments: [segment], quote, score: 0.5 })),
  );
}

/** Another normal form or line breaking does not make other words. */
function sameWords(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return plain(one) === plain(other);
}
