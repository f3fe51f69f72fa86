import type { Align } from './align.ts';
import { heaviestChain, type Run } from './backbone.ts';
import type { IndexedText, TextPair } from './grams.ts';
import { createLikeness } from './likeness.ts';
import { createMatches } from './matches.ts';
import { clearPairs, clearRows, likePairs, longRows, pointed, rowOfLike, rowsOf, type Sentences, weightOf } from './sentence-rows.ts';
import { isLine, type Span, sentencesIn } from './sentences.ts';

/** Bits that a row of sentences must tell of its place. */
const leastTold = 100;
/** How alike two in a row must be, on the average. */
const rowOfTwo = 0.7;
/** What one sentence by itself must: most of what it has, and more where it is not a line of its own in both texts. */
const alone = { alike: 0.87, share: 0.8, line: 100, inside: 200 };
/** How alike a new sentence must be to two old ones for either to be it. It may be both, one after the other: then it is half of each. */
const disputed = { each: 0.4, both: 1.1, elsewhere: 0.7 };
/** How alike a copy of a sentence is to it at least. */
const copied = 0.4;
/** How alike a sentence may be to one that was taken out. */
const gone = 0.5;

/** Which sentence of the new text each sentence of the old one became. */
export interface SentenceMap {
  before: Sentences;
  after: Sentences;
  /** By the numbers of old sentences those of new ones; -1 where there is none, or no clear one. */
  matches: Int32Array;
  /** The other way round. */
  origins: Int32Array;
  /** Bits of the words that an old sentence and its match have in common. */
  common(i: number): number;
  /** Whether nothing in the new text is like an old sentence that has no match. */
  isGone(i: number): boolean;
  /** Whether one of the sentences `there` may have been another one `here` as well, or a sentence may be elsewhere. Spans are of numbers. */
  isDisputed(i: number, here: Span, there: Span): boolean;
}

/**
 * Sentences that have words in a row as no others have, in both texts, speak for each other; a row of such pairs is certain.
 * The pairs that stayed in order are taken first, then what lies between and beside them, then rows that were moved. So a
 * repeated sentence is told from its copies by its neighbours, and one whose neighbours are gone is left open.
 */
export function mapSentences(pair: TextPair, align: Align): SentenceMap {
  const { before, after } = pair;
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  const likeness = createLikeness(pair, align, old.spans, now.spans);
  const copies = (i: number) => pointed(before, old.spans[i] ?? { from: 0, to: 0 }, after, now);
  const { matches, origins, add, spread, finish, isTakenOut } = createMatches(old.spans.length, now.spans.length, likeness, copies);

  const isTold = (row: readonly Run[]): boolean => {
    const [first, second] = row;
    if (first === undefined) return false;
    if (second !== undefined) {
      const found = row.map(({ before: i, after: j }) => likeness(i, j));
      const told = found.reduce((sum, { told }) => sum + told, 0);
      const common = found.reduce((sum, { common }) => sum + common, 0);
      const alike = found.reduce((sum, { alike }) => sum + alike, 0) / row.length;
      return (told >= leastTold && (row.length > 2 || alike >= rowOfTwo)) || (common >= rowOfLike.common && alike >= rowOfLike.alike);
    }
    const { alike, told } = likeness(first.before, first.after);
    const areLines = isLine(before, old.spans[first.before]) && isLine(after, now.spans[first.after]);
    return alike >= alone.alike && told >= Math.max(alone.share * first.length, areLines ? alone.line : alone.inside);
  };

  /** Whether a short row stands in another place too, reworded or not. */
  const isCopied = (row: readonly Run[]): boolean => {
    const [first, second] = row;
    if (first === undefined || second === undefined || row.length > 3) return false;
    const apart = second.after - first.after;
    return Array.from(copies(first.before)).some(
      (j) => j !== first.after && likeness(first.before, j).alike >= copied && likeness(second.before, j + apart).alike >= copied,
    );
  };

  const like = likePairs(pair, old, now, likeness);
  const rows = [...longRows(pair, old, now), ...rowsOf(clearPairs(like, likeness)).filter((row) => isTold(row) && !isCopied(row))];
  for (const { before: i, after: j } of heaviestChain(rows.flat().sort((one, other) => one.before - other.before)))
    if (matches[i] === -1 && origins[j] === -1) add(i, j);
  spread();
  const addRows = (found: readonly Run[][]) => {
    for (const row of found.toSorted((one, other) => weightOf(other) - weightOf(one))) {
      const open = row.filter(({ before: i, after: j }) => matches[i] === -1 && origins[j] === -1);
      if (!isTold(open)) continue;
      for (const { before: i, after: j } of open) add(i, j);
      spread();
    }
  };
  addRows(rows);
  const open: Run[] = [];
  old.spans.forEach((_, i) => {
    if (matches[i] !== -1) return;
    for (const j of copies(i)) {
      const { alike, common } = likeness(i, j);
      if (origins[j] === -1 && alike >= rowOfTwo) open.push({ before: i, after: j, length: common });
    }
  });
  addRows(clearRows(rowsOf(open), likeness).filter((row) => !isCopied(row)));
  finish();

  const isGone = (i: number): boolean =>
    isTakenOut(i) && !Array.from(copies(i)).some((j) => origins[j] === -1 && likeness(i, j).alike >= gone);
  const isDisputed = (i: number, here: Span, there: Span): boolean => {
    const mayBe = (j: number, least: number) => origins[j] === -1 && likeness(i, j).alike >= least;
    for (const j of copies(i)) if ((j < there.from || j >= there.to) && mayBe(j, disputed.elsewhere)) return true;
    for (let j = there.from; j < there.to; j++) {
      if (!mayBe(j, disputed.each)) continue;
      const { alike } = likeness(i, j);
      for (let other = here.from; other < here.to; other++) {
        const rival = other === i || matches[other] !== -1 ? 0 : likeness(other, j).alike;
        if (rival >= disputed.each && alike + rival > disputed.both) return true;
      }
    }
    return false;
  };
  const common = (i: number) => likeness(i, matches[i] ?? -1).common;
  return { before: old, after: now, matches, origins, common, isGone, isDisputed };
}

function sentencesOf(text: IndexedText): Sentences {
  const spans = sentencesIn(text, { from: 0, to: text.ids.length });
  const numbers = new Int32Array(text.ids.length);
  spans.forEach(({ from, to }, number) => {
    numbers.fill(number, from, to);
  });
  return { spans, numbers };
}
