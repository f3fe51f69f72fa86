import { type PassageAfter, quoteOf, reanchor } from '../../../anchoring/index.ts';
import type { Segment } from '../../../contract/index.ts';
import { edit } from './edits.ts';
import type { Random } from './random.ts';
import { composeText, type PlacedWord, type Word, writeOut } from './texts.ts';

const passagesPerText = 40;
const paragraphsPerText = 60;

/** What became of one passage, judged by the words it was put on. Texts come with what stands around them. */
export interface Judged {
  quote: string;
  /** Half of its words or more are in the new text, signs left out. */
  exists: boolean;
  verdict: 'found' | 'lost' | 'wrong';
  outcome: PassageAfter['outcome'];
  /** What it was anchored to. */
  now: string;
}

/** Composes a text, edits it with `share` of its words reworded, and judges where its passages were anchored. */
export function measure(random: Random, share: number): Judged[] {
  const paragraphs = composeText(random, paragraphsPerText);
  const before = writeOut(paragraphs);
  const after = writeOut(edit(random, paragraphs, share));
  const stretches = Array.from({ length: passagesPerText }, () => choose(random, before.words, before.text));
  const passages = stretches.map(({ from, to }, index) => {
    const segment = { start: before.words[from]?.start ?? 0, end: before.words[to - 1]?.end ?? 0 };
    return { id: String(index), segments: [segment], quote: before.text.slice(segment.start, segment.end), prefix: '', suffix: '' };
  });
  return reanchor(before.text, passages, after.text).map((passage, index) => {
    const { from, to } = stretches[index] ?? { from: 0, to: 0 };
    const size = before.words.slice(from, to).reduce((sum, word) => sum + sizeOf(word), 0);
    const { exists, isWrong } = judge(passage, { from, to, size }, after.words);
    const verdict = passage.outcome === 'lost' ? 'lost' : isWrong ? 'wrong' : 'found';
    const quote = around(before.text, passages[index]?.segments ?? []);
    return { quote, exists, verdict, outcome: passage.outcome, now: around(after.text, passage.segments) };
  });
}

function around(text: string, segments: readonly Segment[]): string {
  const [start, end] = [segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0];
  return `${text.slice(Math.max(0, start - 60), start)}[[${quoteOf(text, segments)}]]${text.slice(end, end + 60)}`;
}

/** Signs that stand by themselves are not counted. */
function sizeOf({ text }: Word): number {
  return /[\p{L}\p{N}]/u.test(text) ? 1 : 0;
}

/**
 * By words: the anchor is wrong when it covers less than half of what stands now where the passage's
 * words stood (the words that replaced them included), or when less than half of what it covers is that. Words put in
 * between two words of the passage count neither way.
 */
function judge(
  { outcome, segments }: PassageAfter,
  { from, to, size: had }: Stretch & { size: number },
  words: readonly PlacedWord[],
): { exists: boolean; isWrong: boolean } {
  const isOwn = (origin: number | undefined) => origin !== undefined && origin >= from && origin < to;
  const nextOrigin = new Map<number, number>();
  let following: number | undefined;
  for (let at = words.length - 1; at >= 0; at--) {
    if (following !== undefined) nextOrigin.set(at, following);
    following = words[at]?.origin ?? following;
  }
  let survived = 0;
  const size = { own: 0, covered: 0, both: 0 };
  let preceding: number | undefined;
  words.forEach((word, at) => {
    const share =
      segments.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, word.end) - Math.max(start, word.start)), 0) /
      (word.end - word.start);
    const covered = share * sizeOf(word);
    if (word.origin === null) {
      if (!(isOwn(preceding) && isOwn(nextOrigin.get(at)))) size.covered += covered;
      return;
    }
    preceding = word.origin;
    size.covered += covered;
    if (!isOwn(word.origin)) return;
    if (!word.replaced) survived += sizeOf(word);
    size.own += sizeOf(word);
    size.both += covered;
  });
  const { own, covered, both } = size;
  return { exists: 2 * survived >= had, isWrong: outcome !== 'lost' && (both === 0 || 2 * both < own || 2 * both < covered) };
}

/** Words by their numbers. */
interface Stretch {
  from: number;
  to: number;
}

/** Of five, two are of one to nine words, two are of one or two sentences, and one of one or two whole paragraphs. */
function choose(random: Random, words: readonly PlacedWord[], text: string): Stretch {
  const kind = random.next();
  const first = random.below(words.length);
  if (kind < 0.4) {
    const to = Math.min(words.length, first + 1 + random.below(9));
    // Nobody tags a comma alone.
    return words.slice(first, to).some((word) => /[\p{L}\p{N}]/u.test(word.text)) ? { from: first, to } : choose(random, words, text);
  }
  const endsAt = (at: number): boolean => {
    const word = words[at];
    if (word === undefined || word.end === text.length || text[word.end] === '\n') return true;
    return kind < 0.8 && /[.。]$/.test(word.text);
  };
  let from = first;
  while (from > 0 && !endsAt(from - 1)) from--;
  let to = from;
  for (let units = kind < 0.65 || (kind >= 0.8 && kind < 0.95) ? 1 : 2; units > 0 && to < words.length; units--) {
    while (!endsAt(to)) to++;
    to++;
  }
  return { from, to: Math.min(to, words.length) };
}
