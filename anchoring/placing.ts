import type { Align } from './align.ts';
import { type Candidate, scoreOf } from './candidates.ts';
import { endOf, isBeside, startOf } from './edges.ts';
import type { IndexedText, TextPair } from './grams.ts';
import { weigh, weighCommon } from './likeness.ts';
import { mapSentences, type SentenceMap } from './sentence-map.ts';
import type { Span } from './sentences.ts';
import { isSign } from './tokens.ts';

/** Sentences this near on either side, if their place is known, are aligned together with one. */
const near = 4;
/** Share of a sentence without a match, by bits, that must stand between its neighbours. */
const leastThere = 0.6;
/** Share of a sentence that must be of the one beside it for it to have been split off that. */
const leastSplitOff = 0.7;
/** Share of a stretch, by bits, that must be there; less where its sentence and both its edges are certain. */
const leastAlike = { between: 0.2, shorter: 0.5, otherwise: 0.6 };
/** Bits under which a stretch must have one of its own neighbours next to it still. */
const light = 30;

export interface Placed extends Candidate {
  /** Share of its words, by bits, that are there. */
  alike: number;
}

export interface Placer {
  /** What a stretch has of each sentence. */
  parts(stretch: Span): Span[];
  /** Where a stretch of one sentence is now. One of a passage of several may have other words between the same neighbours. */
  place(stretch: Span, isPart: boolean): Placed | null;
  /** Whether the sentence that a stretch is of was taken out. */
  isGone(stretch: Span): boolean;
}

/**
 * Places stretches by the sentences they are of: what a sentence became is known first, and the stretch is what stands
 * there between the words that stood around it. One whose sentence has no place has none.
 */
export function createPlacer(pair: TextPair, align: Align): Placer {
  const { before, after, bits } = pair;
  const map = mapSentences(pair, align);
  const numberOf = ({ from }: Span) => map.before.numbers[from] ?? 0;

  const place = (stretch: Span, isPart: boolean): Placed | null => {
    const { from, to } = stretch;
    const number = numberOf(stretch);
    const sentence = map.before.spans[number];
    if (sentence === undefined) return null;
    const own = matchOf(pair, map, number, sentence);
    const window = own === null ? windowOf(map, number) : { here: sentence, there: own, neighbours: [] };
    if (window === null) return null;
    const { here, there, neighbours } = window;
    const band = { low: there.from - here.to, high: there.to - here.from };
    const found = align(before, { from, to, first: here.from, last: here.to }, after, band, { limits: there });
    if (found === null) return null;
    const same = found.all.filter(({ gain }) => gain > 0);
    const gained = (span: Span) => same.reduce((sum, { at, gain }) => (at > span.from && at <= span.to ? sum + gain : sum), 0);
    // Words that its neighbours have lost to it are not its own.
    if (
      own === null &&
      gained(sentence) - neighbours.reduce((sum, { span, common }) => sum + common - gained(span), 0) <
        leastThere * weigh(before, bits, sentence)
    )
      return null;
    const start = startOf(same, stretch, from === sentence.from ? own : null);
    const end = endOf(same, stretch, to === sentence.to ? own : null);
    const [first, last] = [start?.at ?? found.start, end?.at ?? found.end];
    const weight = weigh(before, bits, stretch);
    const alike = gained(stretch) / Math.max(weight, weigh(after, bits, { from: first, to: last }));
    const isHeld = start?.isFirm === true && end?.isFirm === true;
    const isSure = isHeld && own !== null;
    // Much more put in than the stretch had words is no longer the stretch.
    const [had, has] = [to - from, last - first];
    if (first >= last || has > (isSure ? 2 * had + 6 : 1.6 * had + 2)) return null;
    if (own !== null && (first < own.from || last > own.to)) return null;
    if (!(isSure && isPart)) {
      const words = wordsAt(before, stretch);
      if (words.length > 0 && !same.some(({ at }) => words.includes(at - 1))) return null;
      if (alike < (isSure ? (2 * has < had ? leastAlike.shorter : leastAlike.between) : leastAlike.otherwise)) return null;
    }
    if (weight < light && !(isHeld && isBeside(same, stretch, sentence, own, { from: first, to: last }))) return null;
    return { start: first, end: last, alike, score: scoreOf(found.similarity, 1) };
  };

  const parts = ({ from, to }: Span): Span[] =>
    map.before.spans.slice(map.before.numbers[from], (map.before.numbers[to - 1] ?? 0) + 1).map((sentence) => ({
      from: Math.max(from, sentence.from),
      to: Math.min(to, sentence.to),
    }));

  return { parts, place, isGone: (stretch) => map.isGone(numberOf(stretch)) };
}

/** What a sentence became: its match, and what is beside that and was of the sentence too. */
function matchOf(
  { before, after, bits }: TextPair,
  { after: { spans }, matches, origins }: SentenceMap,
  number: number,
  sentence: Span,
): Span | null {
  const match = matches[number] ?? -1;
  const isSplitOff = (at: number): boolean => {
    const other = spans[at];
    if (other === undefined || origins[at] !== -1) return false;
    return weighCommon(before, sentence, after, other, bits) >= leastSplitOff * weigh(after, bits, other);
  };
  let [first, last] = [match, match];
  while (isSplitOff(first - 1)) first--;
  while (isSplitOff(last + 1)) last++;
  const [start, end] = [spans[first], spans[last]];
  return match === -1 || start === undefined || end === undefined ? null : { from: start.from, to: end.to };
}

/** A sentence without a match and what is around it, in both texts: up to the nearest sentences that have one. */
function windowOf(
  { before, after, matches, common, isDisputed }: SentenceMap,
  number: number,
): { here: Span; there: Span; neighbours: { span: Span; common: number }[] } | null {
  let [first, last] = [number - 1, number + 1];
  while (number - first < near && matches[first] === -1) first--;
  while (last - number < near && matches[last] === -1) last++;
  const start = first < 0 ? -1 : (matches[first] ?? -1);
  const end = last >= before.spans.length ? after.spans.length : (matches[last] ?? -1);
  if ((start === -1 && first >= 0) || end <= start || end - start > 2 * near) return null;
  if (isDisputed(number, { from: first, to: last }, { from: start, to: end })) return null;
  const around = (spans: readonly Span[], from: number, to: number): Span => ({
    from: spans[Math.max(0, from)]?.from ?? 0,
    to: spans[Math.min(to, spans.length - 1)]?.to ?? 0,
  });
  const neighbours = [first, last].flatMap((at) => {
    const span = before.spans[at];
    return span === undefined ? [] : [{ span, common: common(at) }];
  });
  return { here: around(before.spans, first, last), there: around(after.spans, start, end), neighbours };
}

/** The words of a stretch that are no signs. */
function wordsAt({ text, starts, ends }: IndexedText, { from, to }: Span): number[] {
  const words: number[] = [];
  for (let at = from; at < to; at++) if (!isSign(text.slice(starts[at], ends[at]))) words.push(at);
  return words;
}
