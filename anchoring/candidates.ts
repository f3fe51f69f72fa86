import type { Align, Alignment } from './align.ts';
import type { Backbone } from './backbone.ts';
import type { TextPair } from './grams.ts';
import { findPlaces } from './places.ts';
import type { Span } from './sentences.ts';

/** Words of context compared on either side. */
const context = 40;
/** How alike a place is to what a passage was: hypothesis/client's published weights. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };
/** Of the words that the likeliest place has, by bits, another must have this share. */
const leastShare = 0.6;

/** A place in the new text, in word positions. */
export interface Candidate {
  start: number;
  end: number;
  /** 0 to 1. */
  score: number;
}

/** How alike a place is to what a stretch was, 0 to 1; `position` is 1 where it should be, 0 at the other end of the text. */
export function scoreOf({ quote, prefix, suffix }: Alignment['similarity'], position: number): number {
  const whole = weights.quote + weights.prefix + weights.suffix + weights.position;
  return (weights.quote * quote + weights.prefix * (prefix ?? 1) + weights.suffix * (suffix ?? 1) + weights.position * position) / whole;
}

/** Every place of the new text where a stretch of the old one may be, by its words and what is around it; the likeliest first. */
export function findCandidates({ before, after, bits }: TextPair, backbone: Backbone, align: Align, { from, to }: Span): Candidate[] {
  const window = { from, to, first: Math.max(0, from - context), last: Math.min(before.ids.length, to + context) };
  const places = findPlaces({ align, bits }, before, window, after);
  const most = Math.max(0, ...places.map(({ similarity }) => similarity.quote));
  return places
    .filter(({ similarity }) => similarity.quote >= leastShare * most)
    .map(({ start, end, similarity }) => {
      const position = 1 - Math.min(1, Math.abs(start - backbone.expected(from)) / after.ids.length);
      return { start, end, score: scoreOf(similarity, position) };
    });
}
