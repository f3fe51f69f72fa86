import { type Run, shortGrams, uniqueRuns } from './backbone.ts';
import { gramCount, gramLength, type IndexedText, type TextPair } from './grams.ts';
import { type LikenessOf, weigh } from './likeness.ts';
import type { Span } from './sentences.ts';

/** How alike two sentences must be to speak for each other, and by how much they must beat all others. */
const leastAlike = 0.5;
const margin = 0.15;
/** Word for word. */
const same = 0.999;
/** Share of a sentence that words in a row must hold for the whole of it. */
const wholeShare = 0.8;
/** Sentences that one in a row may skip. */
const skipped = 1;
/** What sentences in a row have if nothing but their order is needed to tell them: bits, and how alike they are. */
export const rowOfLike = { common: 250, alike: 0.92 };
/** Share of a row's weight from which another row of the same sentences is its rival. */
const rivalShare = 0.6;
/** Places of a gram from which it points nowhere. */
const mostPlaces = 24;

/** The sentences of a text. */
export interface Sentences {
  spans: readonly Span[];
  /** By word positions, the numbers of the sentences that the words are of. */
  numbers: Int32Array;
}

/** Sentences that went together word for word, as the texts have them in no other place. */
export function longRows(pair: TextPair, old: Sentences, now: Sentences): Run[][] {
  return joinRuns(pair, uniqueRuns(pair.long)).flatMap((run) => {
    const row: Run[] = [];
    const last = old.numbers[run.before + run.length - 1] ?? -1;
    for (let i = old.numbers[run.before] ?? 0; i <= last; i++) {
      const { from, to } = old.spans[i] ?? { from: 0, to: 0 };
      const [first, end] = [Math.max(from, run.before), Math.min(to, run.before + run.length)];
      if (end - first < wholeShare * (to - from)) continue;
      const j = now.numbers[first - run.before + run.after] ?? -1;
      if (j === now.numbers[end - 1 - run.before + run.after])
        row.push({ before: i, after: j, length: weigh(pair.before, pair.bits, { from, to }) });
    }
    return row.length > 1 ? [row] : [];
  });
}

/** Runs that have the same words between them in both texts are one, wherever else these words stand. */
function joinRuns({ before, after }: TextPair, runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    let end = last === undefined ? run.before : last.before + last.length;
    const shift = run.after - run.before;
    if (last !== undefined && last.after - last.before === shift)
      while (end < run.before && before.ids[end] === after.ids[end + shift]) end++;
    if (last !== undefined && end >= run.before && last.after - last.before === shift) last.length = run.before + run.length - last.before;
    else joined.push({ ...run });
  }
  return joined;
}

/** Sentences with words in a row that stand in both texts once. */
export function likePairs(pair: TextPair, old: Sentences, now: Sentences, likeness: LikenessOf): Run[] {
  const pairs = new Map<string, Run>();
  for (const run of uniqueRuns(shortGrams(pair))) {
    for (let word = 0; word + gramLength <= run.length; word++) {
      const [i, j] = [old.numbers[run.before + word] ?? 0, now.numbers[run.after + word] ?? 0];
      // Words on either side of an end say that two sentences stand next to each other, not which they are.
      const isInside = i === old.numbers[run.before + word + gramLength - 1] && j === now.numbers[run.after + word + gramLength - 1];
      if (!isInside || pairs.has(`${i} ${j}`)) continue;
      const { alike } = likeness(i, j);
      const weight = weigh(pair.before, pair.bits, old.spans[i] ?? { from: 0, to: 0 });
      pairs.set(`${i} ${j}`, { before: i, after: j, length: alike < leastAlike ? 0 : alike * weight });
    }
  }
  return Array.from(pairs.values()).filter(({ length }) => length > 0);
}

/** Bits that the sentences of a row have in common with what they are paired with. */
export function weightOf(row: readonly Run[]): number {
  return row.reduce((sum, { length }) => sum + length, 0);
}

/** Rows of sentences hardly reworded, where no other row has any of these and comes near it. */
export function clearRows(rows: readonly Run[][], likeness: LikenessOf): Run[][] {
  const weights = new Map(rows.map((row) => [row, weightOf(row)]));
  const isLike = (row: readonly Run[]): boolean => {
    const alike = row.reduce((sum, { before: i, after: j }) => sum + likeness(i, j).alike, 0) / row.length;
    return row.length > 1 && alike >= rowOfLike.alike && weightOf(row) >= rowOfLike.common;
  };
  const [byOld, byNow] = [new Map<number, Run[][]>(), new Map<number, Run[][]>()];
  for (const row of rows) {
    for (const { before: i, after: j } of row) {
      byOld.set(i, [...(byOld.get(i) ?? []), row]);
      byNow.set(j, [...(byNow.get(j) ?? []), row]);
    }
  }
  return rows.filter((row) => {
    const rivals = row.flatMap(({ before: i, after: j }) => [...(byOld.get(i) ?? []), ...(byNow.get(j) ?? [])]);
    return isLike(row) && rivals.every((rival) => rival === row || (weights.get(rival) ?? 0) < rivalShare * (weights.get(row) ?? 0));
  });
}

/** Those pairs of which each is clearly the likest for the other. */
export function clearPairs(pairs: readonly Run[], likeness: LikenessOf): Run[] {
  const exact = new Set(pairs.filter(({ before: i, after: j }) => likeness(i, j).alike > same).map(({ after: j }) => j));
  const [byOld, byNow] = [Map.groupBy(pairs, ({ before: i }) => i), Map.groupBy(pairs, ({ after: j }) => j)];
  return pairs.filter((one) => {
    const { alike } = likeness(one.before, one.after);
    // What another sentence is word for word is no rival to one that is so too.
    const isClear = (other: Run): boolean => {
      if (other === one) return true;
      const rival = likeness(other.before, other.after).alike;
      const isDismissed = alike > same && rival <= same && (other.after === one.after || exact.has(other.after));
      return isDismissed || alike - rival >= margin;
    };
    return [...(byOld.get(one.before) ?? []), ...(byNow.get(one.after) ?? [])].every(isClear);
  });
}

/** Pairs that follow one another in both texts, together. */
export function rowsOf(pairs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  const ends = new Map<string, Run[]>();
  for (const pair of pairs.toSorted((one, other) => one.before - other.before)) {
    let row: Run[] | undefined;
    for (let here = 1; here <= 1 + skipped; here++)
      for (let there = 1; there <= 1 + skipped; there++) row ??= ends.get(`${pair.before - here} ${pair.after - there}`);
    if (row === undefined) {
      row = [];
      rows.push(row);
    }
    row.push(pair);
    ends.set(`${pair.before} ${pair.after}`, row);
  }
  return rows;
}

/** Sentences of the other text that have three words in a row with this one. */
export function pointed(text: IndexedText, { from, to }: Span, other: IndexedText, { numbers }: Sentences): Set<number> {
  const found = new Set<number>();
  for (let at = from; at + gramLength <= to; at++) {
    const gram = text.grams[at] ?? -1;
    const count = gramCount(other, gram);
    const first = other.offsets[gram] ?? 0;
    if (count <= mostPlaces) for (const place of other.positions.subarray(first, first + count)) found.add(numbers[place] ?? -1);
  }
  return found;
}
