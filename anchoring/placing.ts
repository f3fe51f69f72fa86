import { isPaired } from './align.ts';
import type { IndexedText, TextPair } from './grams.ts';
import type { Candidate, Finding, Locator } from './locate.ts';
import { linesAround, type Span, sentencesAround } from './sentences.ts';
import { isSign } from './tokens.ts';

/** Bits under which a stretch is not told apart from its like without its sentence. */
const shortQuote = 60;
/** Share of a stretch's words, by bits or else by number, that must stand where its sentence has it. */
const leastAlike = { bits: 0.45, words: 0.5 };
/** By bits, of a sentence whose passage stands there otherwise. */
const leastBeside = 0.55;
/** By bits, of a short quote whose neighbours are not next to it any more. */
const leastUnheld = 0.6;

/** Finds stretches with the help of what they are a part of. */
export interface Placer {
  /** A stretch by itself. */
  locate(from: number, to: number): Finding;
  /** A stretch of one sentence by itself and by its sentence, by the passage `within` that it is of, and by its line. */
  place(from: number, to: number, within?: Span): Finding;
  /** A sentence of a passage where the rest of the passage was found. */
  placeBeside(passage: Candidate, sentence: Span): Candidate | null;
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

  const place = (from: number, to: number, within?: Span): Finding => {
    const own = locate(from, to);
    const sentence = sentencesAround(before, { from, to });
    const line = linesAround(before, { from, to });
    const surroundings = [sentence, ...(within === undefined ? [] : [within]), line].flatMap((span) => {
      const around = span.from === from && span.to === to ? null : locate(span.from, span.to).place;
      return around === null ? [] : [{ span, around, here: placeWithin(pair, around, from, to, leastAlike) }];
    });
    const [nearest] = surroundings;
    const isShort = weigh(before, bits, from, to) < shortQuote;
    const isSentence = sentence.from === from && sentence.to === to;
    const decide = (): Candidate | null => {
      if (nearest === undefined) {
        if (own.place === null || (isSentence && line.from === from && line.to === to)) return own.place;
        return !isShort && comesFrom(own.place, sentence) ? own.place : null;
      }
      const { span, around, here } = nearest;
      const held = surroundings.some((one) => one.here !== null && isHeld(after, one.around, one.span, { from, to }, one.here));
      if (own.place === null) return here !== null && held && comesFrom(here, sentence) ? here : null;
      if (!comesFrom(own.place, sentence)) return null;
      const isTold = !isShort || isSentence || held || own.place.alike >= leastUnheld;
      if (here !== null && shareHalf(own.place, here)) return isTold ? own.place : null;
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

  return { locate, place, placeBeside };
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

/** Whether the words beside a part of a place are those that stood beside it in the old text, one more or less. */
function isHeld(after: IndexedText, { path }: Candidate, span: Span, { from, to }: Span, { start, end }: Candidate): boolean {
  const same = path.filter(({ gain }) => gain > 0);
  const previous = same.findLast(({ at }) => at <= from);
  const next = same.find(({ at }) => at > to);
  const there = sentencesAround(after, { from: start, to: end });
  const begins = same.some(({ at }) => at === from + 1) || there.from === start;
  const ends = same.some(({ at }) => at === to) || there.to === end;
  const follows = previous !== undefined && from - previous.at < 2 && start - previous.place < 2;
  const precedes = next !== undefined && next.at - to <= 2 && next.place - end <= 2;
  return (span.from === from ? begins : follows) && (span.to === to ? ends : precedes);
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
