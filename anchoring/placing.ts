import { isPaired } from './align.ts';
import type { IndexedText, TextPair } from './grams.ts';
import type { Candidate, Finding, Locator } from './locate.ts';
import { linesAround, type Span, sentencesAround } from './sentences.ts';
import { isSign } from './tokens.ts';

/** Bits under which a stretch is not told apart from its like without its sentence. */
const shortQuote = 60;
/** Bits from which a quote with other words is told by the rest of them, even if its neighbours are others as well. */
const longQuote = 100;
/** Share of a stretch's words, by bits or else by number, that must stand where its sentence has it. */
const leastAlike = { bits: 0.45, words: 0.5 };
/** By bits, of a sentence whose passage stands there otherwise. */
const leastBeside = 0.55;
/** By bits, of a short quote; of one with less its neighbours must be next to it still, or word stand for word. */
const leastUnheld = 0.6;
/** By bits, of a place that may be that of a stretch which is not found: with it, the stretch was not taken out. */
const leastRest = 0.5;
/** By bits, of a stretch over the end of a sentence that is placed by the sentences around it. */
const leastAcross = 0.6;

/** Finds stretches with the help of what they are a part of. */
export interface Placer {
  /** A stretch by itself. */
  locate(from: number, to: number): Finding;
  /** A stretch of one sentence by itself and by its sentence, by the passage `within` that it is of, and by its line. */
  place(from: number, to: number, within?: Span): Finding;
  /** A sentence of a passage where the rest of the passage was found. */
  placeBeside(passage: Candidate, sentence: Span): Candidate | null;
  /** A stretch over the end of a sentence, by the sentences that it is of. */
  placeAcross(from: number, to: number): Candidate | null;
  /**
   * Whether a stretch that has no place was taken out, and not only reworded past finding. It stood next to one that was
   * found, which is before it or after it: now something else stands there that never stood between the two.
   */
  isGone(missing: Span, found: Candidate, isBefore: boolean): boolean;
}

/** What is around a stretch, where it was found. */
interface Surroundings {
  span: Span;
  around: Candidate;
  /** The stretch in it. */
  here: Candidate | null;
}

/**
 * A sentence tells more of its place than a few words of it, and a line more than a sentence: what a stretch alone leaves in
 * doubt is placed by the word alignment of what is around it, and a stretch that stands elsewhere than they do is lost.
 * The sentence that a place is of must come from the sentence that the stretch was of, so that words are not taken from the
 * like sentence that they belong to.
 */
export function createPlacer(pair: TextPair, locator: Locator): Placer {
  const { before, after, bits } = pair;
  const locate = remembered((from, to) => locator.locate(from, to));
  const originOf = remembered((from, to) => locator.origin(from, to));

  const comesFrom = ({ start, end }: Candidate, sentence: Span): boolean => {
    const there = sentencesAround(after, { from: start, to: end });
    const origin = originOf(there.from, there.to);
    return origin !== null && origin.from < sentence.to && sentence.from < origin.to;
  };

  /** What is around a stretch where it was found, looked up as it is asked for. */
  function* lookAround(spans: readonly Span[], { from, to }: Span): Generator<Surroundings, undefined> {
    for (const span of spans) {
      const around = span.from === from && span.to === to ? null : locate(span.from, span.to).place;
      if (around !== null) yield { span, around, here: placeWithin(pair, around, from, to, leastAlike) };
    }
  }

  const place = (from: number, to: number, within?: Span): Finding => {
    const own = locate(from, to);
    const sentence = sentencesAround(before, { from, to });
    const line = linesAround(before, { from, to });
    const surroundings = lookAround([sentence, ...(within === undefined ? [] : [within]), line], { from, to });
    const weight = weigh(before, bits, from, to);
    const isSentence = sentence.from === from && sentence.to === to;
    const isHeldBy = ({ span, around, here }: Surroundings): boolean => {
      if (here === null) return false;
      const isDoubtful = weight < longQuote && here.alike < leastUnheld;
      const isWordForWord = isDoubtful && isAligned(after, around, { from, to }, here);
      return isWordForWord || isHeld(after, around, span, { from, to }, here, isDoubtful ? 0 : 1);
    };
    const decide = (): Candidate | null => {
      const nearest = surroundings.next().value;
      if (nearest === undefined) {
        if (own.place === null || (isSentence && line.from === from && line.to === to)) return own.place;
        return weight >= shortQuote && comesFrom(own.place, sentence) ? own.place : null;
      }
      const { span, around, here } = nearest;
      const held = (): boolean => {
        if (isHeldBy(nearest)) return true;
        for (const further of surroundings) if (isHeldBy(further)) return true;
        return false;
      };
      if (own.place === null) return here !== null && comesFrom(here, sentence) && held() ? here : null;
      if (!comesFrom(own.place, sentence)) return null;
      if (here !== null && shareHalf(own.place, here))
        return weight >= longQuote || isSentence || own.place.alike >= leastUnheld || held() ? own.place : null;
      const reach = span.to - span.from;
      const isNear = own.place.start >= around.start - reach && own.place.end <= around.end + reach;
      return own.place.alone || (here === null && isSentence && isNear) ? own.place : null;
    };
    return { place: decide(), candidates: own.candidates };
  };

  const placeBeside = (passage: Candidate, { from, to }: Span): Candidate | null => {
    const here = placeWithin(pair, passage, from, to, { bits: leastBeside, words: leastAlike.words });
    return here !== null && comesFrom(here, sentencesAround(before, { from, to })) ? here : null;
  };

  const placeAcross = (from: number, to: number): Candidate | null => {
    const sentences = sentencesAround(before, { from, to });
    const around = sentences.from === from && sentences.to === to ? null : locate(sentences.from, sentences.to).place;
    const here = around === null ? null : placeWithin(pair, around, from, to, { bits: leastAcross, words: 1 });
    return around !== null && here !== null && isHeld(after, around, sentences, { from, to }, here, 1) && comesFrom(here, sentences)
      ? here
      : null;
  };

  const isGone = (missing: Span, found: Candidate, isBefore: boolean): boolean => {
    const sentence = sentencesAround(before, missing);
    const { place, candidates } = locate(sentence.from, sentence.to);
    if (place !== null) return !place.path.some((step) => isPaired(step) && step.at > missing.from && step.at <= missing.to);
    const beside = isBefore ? found.end : found.start - 1;
    const neighbour = sentencesAround(after, { from: beside, to: beside + 1 });
    const origin = beside < 0 || beside >= after.ids.length ? null : originOf(neighbour.from, neighbour.to);
    const isClosed = origin !== null && (isBefore ? origin.from >= missing.to : origin.to <= missing.from);
    return !candidates.some((candidate) => {
      const isOwn = comesFrom(candidate, sentence);
      return isClosed ? isOwn && candidate.alike >= leastRest : isOwn || candidate.alike >= leastRest;
    });
  };

  return { locate, place, placeBeside, placeAcross, isGone };
}

/** The part of a place that a part of its stretch has there; `null` where it has none, or too little. */
function placeWithin(
  { before, after, bits }: TextPair,
  { path, score }: Candidate,
  from: number,
  to: number,
  least: { bits: number; words: number },
): Candidate | null {
  const pairs = path.filter((step) => isPaired(step) && step.at > from && step.at <= to);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [start, end] = [first.place - 1, last.place];
  // Much more put in than the stretch had words is no longer the stretch.
  if (end - start > 1.6 * (to - from) + 2) return null;
  const same = pairs.filter(({ gain }) => gain > 0);
  const inCommon = same.reduce((sum, { gain }) => sum + gain, 0);
  const alike = inCommon / Math.max(weigh(before, bits, from, to), weigh(after, bits, start, end));
  const words = countWords(before, from, to);
  const sameWords = same.filter(({ at }) => countWords(before, at - 1, at) > 0).length;
  if (words > 0 && sameWords === 0) return null;
  if (alike < least.bits && sameWords < least.words * words) return null;
  return { start, end, score: score * alike, alike, alone: false, path: pairs };
}

/** Whether the words beside a part of a place are those that stood beside it in the old text, `slack` more or less. */
function isHeld(
  after: IndexedText,
  { path }: Candidate,
  span: Span,
  { from, to }: Span,
  { start, end }: Candidate,
  slack: number,
): boolean {
  const same = path.filter(({ gain }) => gain > 0);
  const previous = same.findLast(({ at }) => at <= from);
  const next = same.find(({ at }) => at > to);
  const there = sentencesAround(after, { from: start, to: end });
  const begins = same.some(({ at }) => at === from + 1) || there.from === start;
  const ends = same.some(({ at }) => at === to) || there.to === end;
  const follows = previous !== undefined && from - previous.at <= slack && start - previous.place <= slack;
  const precedes = next !== undefined && next.at - to <= 1 + slack && next.place - end <= 1 + slack;
  return (span.from === from ? begins : follows) && (span.to === to ? ends : precedes);
}

/** Whether no word was put in or left out between the nearest words that are the same on either side: word stands for word. */
function isAligned(after: IndexedText, { path }: Candidate, { from, to }: Span, { start, end }: Candidate): boolean {
  const same = path.filter(({ gain }) => gain > 0);
  const previous = same.findLast(({ at }) => at <= from);
  const next = same.find(({ at }) => at > to);
  const there = sentencesAround(after, { from: start, to: end });
  const begins = previous === undefined ? there.from === start : from - previous.at === start - previous.place;
  const ends = next === undefined ? there.to === end : next.at - to === next.place - end;
  return begins && ends && end - start === to - from;
}

/** Whether one of two places shares at least half of itself with the other. */
function shareHalf(one: Candidate, other: Candidate): boolean {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return 2 * common >= Math.min(one.end - one.start, other.end - other.start);
}

function weigh({ ids }: IndexedText, bits: Float32Array, from: number, to: number): number {
  return ids.subarray(from, to).reduce((sum, id) => sum + (bits[id] ?? 0), 0);
}

function countWords({ text, starts, ends }: IndexedText, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (!isSign(text.slice(starts[at], ends[at]))) count++;
  return count;
}

/** A function of stretches that answers for each only once: passages of one sentence ask for the same surroundings. */
function remembered<Answer>(find: (from: number, to: number) => Answer): (from: number, to: number) => Answer {
  const answers = new Map<string, Answer>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = find(from, to);
    answers.set(key, answer);
    return answer;
  };
}
