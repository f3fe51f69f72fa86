import { type Alignment, createAligner, type Step, type Window } from './align.ts';
import type { Backbone } from './backbone.ts';
import type { IndexedText, TextPair } from './grams.ts';
import { findPlaces, type Search } from './places.ts';
import type { Span } from './sentences.ts';

/** Words of context compared on either side; the second size only where the first leaves a doubt. */
const contextSizes = [40, 160] as const;

/** How alike a place is to what a passage was: hypothesis/client's published weights. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };
/** Below this score (0 to 1) a place is not the passage's. */
const leastScore = 0.45;

/*
 * The score says whether the words are alike; the evidence, in bits, whether the place is the one. The bounds below were
 * set on generated texts (tests/bench/reanchor.bench.ts), a wrong anchor weighing more than a lost one: loosening any of them
 * finds more, and anchors more of it wrongly.
 */

/** Shares of the passage's own words, by bits, that must be there; less where its surroundings are there on both sides. */
const leastAlike = { between: 0.3, beside: 0.4, atAnEdge: 0.65 };
/** Of the passage and its nearest surroundings together; less for a whole quote in surroundings that tell enough. */
const leastLocal = { usual: 0.5, wholeQuote: 0.4 };
/** Bits that context, and all of it, must tell of the place; a short text cannot tell more than its share. */
const leastContext = { bits: 50, share: 0.4 };
/** Bits that it must tell of a quote that itself tells less than `shortQuote`, when it stands on one side only or words differ. */
const shortQuote = 60;
const leastDoubtful = { bits: 200, share: 0.5 };
const leastEvidence = { bits: 100, share: 0.5 };
const leastNear = { bits: 25, share: 0.12 };
/** Bits by which a place must beat every other. */
const margin = { evidence: 15, near: 20 };
/** Ratio to the winner's evidence below which another place is no rival; `far` where the winner leads by a wide context. */
const ratios = { near: 0.4, rival: 0.5, far: 0.25 };
const wideLead = 150;

/** What makes a stretch nearly verbatim, by bits, and what its rivals then must have. */
const verbatim = { alike: 0.85, bits: 80, telling: 0.6, rival: 0.6, between: 0.5 };

export interface Candidate {
  /** Word positions in the new text. */
  start: number;
  end: number;
  /** 0 to 1. */
  score: number;
  /** Share of its words, by bits, that are there. */
  alike: number;
  /** Whether it needs no surroundings: nearly all of the words are there, and they tell enough by themselves. */
  alone: boolean;
  /** How its words stand to those of the stretch, in order. */
  path: readonly Step[];
}

export interface Finding {
  /** The one place where the stretch is now; `null` when there is none, or no clear one. */
  place: Candidate | null;
  /** Every place it may be, the likeliest first. */
  candidates: Candidate[];
}

export interface Locator {
  locate(from: number, to: number): Finding;
  /** The place of the old text that a stretch of the new one is likest to; `null` when there is none. */
  origin(start: number, end: number): Span | null;
}

/**
 * Finds stretches of the old text (word positions) in the new one. A place is taken when it is alike enough, beats every
 * other place of the new text, and when the stretch beats every other place of the old text that the new place may come
 * from: so a copy of a deleted sentence is left to the sentence it belongs to.
 */
export function createLocator({ before, after, bits }: TextPair, backbone: Backbone): Locator {
  const search: Search = { align: createAligner(bits), bits };
  const tellable = before.ids.reduce((sum, id, at) => sum + (bits[id] ?? 0) * (before.telling[at] ?? 0), 0);
  const atLeast = (bound: { bits: number; share: number }) => Math.min(bound.bits, bound.share * tellable);

  const weigh = (from: number, to: number) => before.ids.subarray(from, to).reduce((sum, id) => sum + (bits[id] ?? 0), 0);

  const describe = (from: number, { start, end, similarity, ...found }: Alignment): Candidate => {
    const { quote, prefix, suffix } = similarity;
    const position = 1 - Math.min(1, Math.abs(start - backbone.expected(from)) / after.ids.length);
    const parts = { quote, prefix: prefix ?? 1, suffix: suffix ?? 1, position };
    const whole = weights.quote + weights.prefix + weights.suffix + weights.position;
    const sum = weights.quote * parts.quote + weights.prefix * parts.prefix + weights.suffix * parts.suffix + weights.position * position;
    return { start, end, score: sum / whole, alike: quote, alone: false, path: found.path };
  };

  /**
   * Places of a stretch. Where one that tells enough stands nearly word for word, a place that has but half of the words is
   * no rival, unless it lies between the same neighbours.
   */
  const findRivals = (here: IndexedText, window: Window, there: IndexedText): Alignment[] => {
    const places = findPlaces(search, here, window, there);
    const most = Math.max(0, ...places.map(({ similarity }) => similarity.quote));
    let weight = 0;
    let told = 0;
    for (let at = window.from; at < window.to; at++) {
      const worth = bits[here.ids[at] ?? -1] ?? 0;
      weight += worth;
      told += worth * (here.telling[at] ?? 0);
    }
    if (most < verbatim.alike || told < Math.max(verbatim.bits, verbatim.telling * weight)) return places;
    return places.filter(
      ({ similarity: { quote, prefix, suffix } }) =>
        quote >= verbatim.rival * most || Math.min(prefix ?? 0, suffix ?? 0) >= verbatim.between,
    );
  };

  const toldBy = ({ path }: Alignment) => path.reduce((sum, { at, gain }) => sum + Math.max(0, gain) * (before.telling[at - 1] ?? 0), 0);

  /** Whether nearly all words of a stretch are there, and these words nearly nowhere else: a sentence moved by itself. */
  const isAlone = (from: number, to: number, place: Alignment): boolean =>
    place.similarity.quote >= 0.85 && toldBy(place) >= Math.max(100, 0.8 * weigh(from, to));

  /** Whether a stretch may be taken where its surroundings are not. */
  const speaksForItself = (from: number, to: number, place: Alignment, rival: Alignment | undefined): boolean => {
    if (isAlone(from, to, place)) return true;
    return place.similarity.quote >= 0.97 && toldBy(place) >= 60 && (rival === undefined || rival.near < 0.3 * place.near);
  };

  const locate = (from: number, to: number): Finding => {
    let candidates: Candidate[] = [];
    for (const size of contextSizes) {
      const [best, ...others] = findRivals(before, windowOf(before, from, to, size), after);
      if (best === undefined) break;
      if (size === contextSizes[0]) candidates = [best, ...others].map((place) => describe(from, place));
      const place = candidates.find(({ start, end }) => start < best.end && best.start < end) ?? describe(from, best);
      if (place.score < leastScore || !isAlike(best)) break;

      const alone = speaksForItself(from, to, best, others[0]);
      const { quote, local } = best.similarity;
      const bound = quote >= 0.9 && best.evidence >= wideLead ? leastLocal.wholeQuote : leastLocal.usual;
      if (local < bound && !alone) break;
      const scale = size === contextSizes[0] ? 1 : 1.5;
      const isDoubtful = isOneSided(best) || quote < 0.7;
      const context = isDoubtful && weigh(from, to) < shortQuote ? leastDoubtful : leastContext;
      const isTold = best.context >= scale * atLeast(context) && best.evidence >= scale * atLeast(leastEvidence);
      if (!(isTold || alone) || best.near < atLeast(leastNear)) continue;
      // A copy is told apart by what stands further away, and on both sides.
      const copied = others[0] !== undefined && others[0].similarity.local >= 0.75;
      if (copied && size === contextSizes[0]) continue;
      if (copied && isOneSided(best)) break;

      const back = findRivals(after, windowOf(after, best.start, best.end, size), before);
      const own = back.find((origin) => isSame(origin, from, to));
      if (own === undefined || 2 * own.evidence < best.evidence) break;
      if (back[0] !== undefined && isBeaten(own, back[0])) break;
      const clear = others.every((other) => outdoes(best, other)) && back.every((other) => other === own || outdoes(own, other));
      if (clear && own.near >= atLeast(leastNear)) return { place: { ...place, alone: isAlone(from, to, best) }, candidates };
    }
    return { place: null, candidates };
  };

  const origin = (start: number, end: number): Span | null => {
    const [found] = findRivals(after, windowOf(after, start, end, contextSizes[0]), before);
    return found === undefined ? null : { from: found.start, to: found.end };
  };

  return { locate, origin };
}

/** Whether the words found are the stretch's at all. */
function isAlike(place: Alignment): boolean {
  const { quote, prefix, suffix } = place.similarity;
  const isBetween = Math.min(prefix ?? 0, suffix ?? 0) >= 0.7;
  const bound = isBetween ? leastAlike.between : isOneSided(place) ? leastAlike.atAnEdge : leastAlike.beside;
  // Much more put in than the passage had words is no longer the passage.
  return quote >= bound && place.end - place.start <= 1.6 * (place.to - place.from) + 2;
}

/** Whether the surroundings on one side are hardly there. */
function isOneSided({ similarity: { prefix, suffix } }: Alignment): boolean {
  return Math.min(prefix ?? 1, suffix ?? 1) < 0.45;
}

/** Whether a place is the clear winner over another. Of two that share their surroundings the nearest of them decide. */
function outdoes(one: Alignment, other: Alignment): boolean {
  const near = one.near - other.near;
  if (one.beside || other.beside) return near >= margin.near;
  const lead = one.evidence - other.evidence;
  if (lead < margin.evidence) return false;
  if (other.evidence < ratios.far * one.evidence && lead >= wideLead) return true;
  if (other.near < ratios.near * one.near && lead >= margin.evidence + 0.25 * one.evidence) return true;
  return other.evidence < ratios.rival * one.evidence && near >= margin.near;
}

/** Whether a place of the old text explains a new place better than the one in question. */
function isBeaten(one: Alignment, other: Alignment): boolean {
  if (one === other) return false;
  return one.beside || other.beside ? other.near > one.near : other.evidence - one.evidence >= margin.evidence;
}

function windowOf({ ids }: IndexedText, from: number, to: number, context: number): Window {
  return { from, to, first: Math.max(0, from - context), last: Math.min(ids.length, to + context) };
}

/** Whether two stretches share at least half of each. */
function isSame({ start, end }: Alignment, from: number, to: number): boolean {
  const common = Math.min(end, to) - Math.max(start, from);
  return 2 * common >= Math.max(end - start, to - from);
}
