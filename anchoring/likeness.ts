import type { Align } from './align.ts';
import { gramCount, gramLength, type IndexedText, type TextPair } from './grams.ts';
import type { Span } from './sentences.ts';

/** Words beyond which two sentences are not compared: alignment costs the product of their lengths. */
const longest = 250;
/** Of two that have less in common, in any order, no more is asked. */
const least = 0.2;
/** Share of its bits that a sentence without copies tells. Half are told by one that stands twice. */
const leastOwn = 0.52;

/** How alike a sentence of the old text is to one of the new text. */
export interface Likeness {
  /** Share of the words of the longer one, by bits, that both have in the same order: 0 to 1. */
  alike: number;
  /** Bits that these words tell: few where other sentences have them as well. */
  told: number;
  /** Bits that they have. */
  common: number;
  /** Whether they are mostly words in a row that stand in other places too. */
  isRepeated: boolean;
}

const unlike: Likeness = { alike: 0, told: 0, common: 0, isRepeated: false };

/** Compares sentences by their numbers, each two only once; those outside either text are like none. */
export function createLikeness({ before, after, bits }: TextPair, align: Align, old: readonly Span[], now: readonly Span[]) {
  const known = new Map<number, Likeness>();
  const oldWeights = old.map((sentence) => weigh(before, bits, sentence));
  const nowWeights = now.map((sentence) => weigh(after, bits, sentence));

  const compare = (here: Span, there: Span, whole: number): Likeness => {
    if (Math.max(here.to - here.from, there.to - there.from) > longest) return unlike;
    if (weighCommon(before, here, after, there, bits) < least * whole) return unlike;
    const band = { low: there.from - here.to, high: there.to - here.from };
    const place = align(before, { ...here, first: here.from, last: here.to }, after, band, { limits: there });
    let [common, told, own] = [0, 0, 0];
    for (const { at, gain } of place?.path ?? []) {
      if (gain <= 0) continue;
      common += gain;
      told += gain * (before.telling[at - 1] ?? 0);
      own += gain / fewest(before, here, at - 1);
    }
    return { alike: common / whole, told, common, isRepeated: own < leastOwn * common };
  };

  return function likeness(i: number, j: number): Likeness {
    const [here, there] = [old[i], now[j]];
    if (here === undefined || there === undefined) return unlike;
    const key = i * now.length + j;
    const answer = known.get(key) ?? compare(here, there, Math.max(oldWeights[i] ?? 0, nowWeights[j] ?? 0));
    known.set(key, answer);
    return answer;
  };
}

export type LikenessOf = ReturnType<typeof createLikeness>;

/** How often the rarest of the grams that a word is in, and that its sentence has, stands in the text. */
function fewest(text: IndexedText, { from, to }: Span, word: number): number {
  let count = Number.POSITIVE_INFINITY;
  for (let at = Math.max(from, word - gramLength + 1); at <= word && at + gramLength <= to; at++) {
    count = Math.min(count, gramCount(text, text.grams[at] ?? -1));
  }
  return count;
}

/** Bits of the words of a stretch. */
export function weigh({ ids }: IndexedText, bits: Float32Array, { from, to }: Span): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += bits[ids[at] ?? -1] ?? 0;
  return sum;
}

/** Bits of the words that two stretches have in common, in any order. */
export function weighCommon(before: IndexedText, here: Span, after: IndexedText, there: Span, bits: Float32Array): number {
  const counts = new Map<number, number>();
  for (const id of before.ids.subarray(here.from, here.to)) counts.set(id, (counts.get(id) ?? 0) + 1);
  let sum = 0;
  for (const id of after.ids.subarray(there.from, there.to)) {
    const left = counts.get(id) ?? 0;
    if (left === 0) continue;
    counts.set(id, left - 1);
    sum += bits[id] ?? 0;
  }
  return sum;
}
