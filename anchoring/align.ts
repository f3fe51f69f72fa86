import type { IndexedText } from './grams.ts';

/** What an alignment loses, in bits, for each word replaced, and for each one put in or left out. */
const replaced = 2;
const gapped = 1.5;
/** Words put in at the edge of a stretch stay outside it, all else being equal. */
const gappedInside = 1.75;
/** Words on either side of a stretch that count as its nearest surroundings: hypothesis/client's 32 characters and a little more. */
const nearby = 10;

/** A stretch of one text, in word positions, with as much around it as is compared. */
export interface Window {
  from: number;
  to: number;
  /** First word of what stands before, and the end of what stands after. */
  first: number;
  last: number;
}

/** Where to look in the other text: differences of word positions, other text less this one, both ends included. */
export interface Band {
  low: number;
  high: number;
}

/** A stretch found in another text. */
export interface Alignment {
  /** As much of the stretch as is there, in word positions; never empty. */
  from: number;
  to: number;
  /** Where that is in the other text. */
  start: number;
  end: number;
  /** Bits that the common words of the whole window tell of the place, less what the differences cost. */
  evidence: number;
  /** The evidence of the stretch and its nearest surroundings. */
  near: number;
  /** How its words stand to those of the stretch, in order. */
  path: readonly Step[];
  /** How all words of the window stand to those of the other text, in order. */
  all: readonly Step[];
  /** How much is alike, 0 to 1 by bits, whether or not it stands elsewhere too. */
  similarity: {
    quote: number;
    /** Nearest surroundings; `null` where the text begins or ends. */
    prefix: number | null;
    suffix: number | null;
  };
}

const stop = 0;
const paired = 1;
const leftOut = 2;
const putIn = 3;

/** No words that are taken. */
const nothing = { start: 0, end: 0 };

/** One step of an alignment, with the word positions after it. */
export interface Step {
  at: number;
  place: number;
  kind: number;
  /** Bits won by a common word; what is lost when it is negative. */
  gain: number;
}

/** What an alignment keeps away from or keeps to, in word positions of the other text. */
export interface Restrictions {
  /** Words that may be passed over but not be part of the stretch. */
  taken?: Alignment;
  /** Where all of the window must be. */
  limits?: { from: number; to: number };
}

/** Aligns windows of texts whose words share the numbers that `bits` is for. Holds its working memory, so one serves many calls. */
export function createAligner(bits: Float32Array) {
  let scores = [new Float64Array(0), new Float64Array(0)] as const;
  let steps = new Uint8Array(0);
  const bitsOf = (id: number | undefined): number => (id === undefined ? 0 : (bits[id] ?? 0));
  const weigh = ({ ids }: IndexedText, from: number, to: number): number => {
    let sum = 0;
    for (let at = from; at < to; at++) sum += bitsOf(ids[at]);
    return sum;
  };

  /**
   * The best alignment of the window inside the band: the whole stretch, and of its context as much as pays (the ends of
   * both texts are free). `null` when none of the stretch's words is there. Costs the window's length times the band's width.
   */
  return function align(
    here: IndexedText,
    window: Window,
    there: IndexedText,
    band: Band,
    { taken, limits = { from: 0, to: there.ids.length } }: Restrictions = {},
  ): Alignment | null {
    const width = band.high - band.low + 1;
    const rows = window.last - window.first + 1;
    if (scores[0].length < width + 1) scores = [new Float64Array(2 * width), new Float64Array(2 * width)];
    if (steps.length < rows * width) steps = new Uint8Array(2 * rows * width);
    let [above, row] = scores;
    const best = { score: Number.NEGATIVE_INFINITY, at: -1, column: -1 };

    for (let at = window.first; at <= window.last; at++) {
      const isFirst = at === window.first;
      const mayEnd = at >= window.to;
      const start = at <= window.from ? 0 : Number.NEGATIVE_INFINITY;
      const id = isFirst ? -1 : (here.ids[at - 1] ?? -1);
      const same = bitsOf(id);
      const barred = taken !== undefined && at > window.from && at <= window.to ? taken : nothing;
      const extraCost = at > window.from && at < window.to ? gappedInside : gapped;
      const offset = (at - window.first) * width;
      const base = at + band.low;
      // Cells outside the other text are neither filled nor read: the loop is where all the time goes.
      const until = Math.min(width, limits.to + 1 - base);
      let left = Number.NEGATIVE_INFINITY;
      row[width] = Number.NEGATIVE_INFINITY;
      for (let column = Math.max(0, limits.from - base); column < until; column++) {
        const place = base + column;
        let score = start;
        let kind = stop;
        if (!isFirst) {
          if (place > limits.from && (place <= barred.start || place > barred.end)) {
            const pair = (above[column] ?? 0) + (there.ids[place - 1] === id ? same : -replaced);
            if (pair > score) {
              score = pair;
              kind = paired;
            }
          }
          const without = (above[column + 1] ?? 0) - gapped;
          if (without > score) {
            score = without;
            kind = leftOut;
          }
        }
        const extra = left - extraCost;
        if (extra > score) {
          score = extra;
          kind = putIn;
        }
        row[column] = score;
        left = score;
        steps[offset + column] = kind;
        if (mayEnd && score > best.score) {
          best.score = score;
          best.at = at;
          best.column = column;
        }
      }
      [above, row] = [row, above];
    }
    if (best.at === -1) return null;
    return describe(here, window, there, retrace(here, window, there, band, best));
  };

  /** The steps that led to a cell, in order. */
  function retrace(here: IndexedText, window: Window, there: IndexedText, band: Band, end: { at: number; column: number }): Step[] {
    const width = band.high - band.low + 1;
    const path: Step[] = [];
    let { at, column } = end;
    for (;;) {
      const kind = steps[(at - window.first) * width + column] ?? stop;
      if (kind === stop) return path.reverse();
      const place = at + band.low + column;
      const id = here.ids[at - 1];
      const inside = at > window.from && at < window.to;
      const loss = kind === paired ? replaced : kind === putIn && inside ? gappedInside : gapped;
      path.push({ at, place, kind, gain: kind === paired && there.ids[place - 1] === id ? bitsOf(id) : -loss });
      if (kind !== putIn) at--;
      if (kind !== paired) column += kind === leftOut ? 1 : -1;
    }
  }

  function describe(here: IndexedText, window: Window, there: IndexedText, path: readonly Step[]): Alignment | null {
    const { from, to } = window;
    const nearFirst = Math.max(window.first, from - nearby);
    const nearLast = Math.min(window.last, to + nearby);
    const evidence = { whole: 0, near: 0 };
    const common = { prefix: 0, suffix: 0 };
    const quote: Step[] = [];
    for (const step of path) {
      const { at, kind, gain } = step;
      const told = gain > 0 ? gain * (here.telling[at - 1] ?? 1) : gain;
      const isNear = at > nearFirst && at <= nearLast;
      evidence.whole += told;
      if (isNear) evidence.near += told;
      if (at > from && (kind === putIn ? at < to : at <= to)) quote.push(step);
      else {
        if (gain > 0 && isNear) common[at <= from ? 'prefix' : 'suffix'] += gain;
      }
    }
    const whole = weigh(here, from, to);
    const kept = withinNeighbours(path, worthwhile(quote, Math.min(24, Math.max(8, whole / 4))));
    const [first, last] = [kept[0], kept.at(-1)];
    if (first === undefined || last === undefined) return null;
    const inCommon = kept.reduce((sum, { gain }) => sum + Math.max(0, gain), 0);
    const [start, end] = [first.place - 1, last.place];
    const found = weigh(there, start, end);
    const share = (part: number, begin: number, until: number) => (begin === until ? null : part / weigh(here, begin, until));
    return {
      from: first.at - 1,
      to: last.at,
      start,
      end,
      evidence: evidence.whole,
      near: evidence.near,
      path: kept,
      all: path,
      similarity: {
        quote: inCommon / Math.max(whole, found),
        prefix: share(common.prefix, nearFirst, from),
        suffix: share(common.suffix, to, nearLast),
      },
    };
  }
}

/** Whether a word of the stretch has a word of the other text against it, the same or another. */
export function isPaired({ kind }: Step): boolean {
  return kind === paired;
}

export type Align = ReturnType<typeof createAligner>;

/**
 * The part of a path that gains the most, and on to the path's ends where no more than `edgeLoss` is lost on the way: words
 * replaced at the edge of a stretch belong to it, other sentences in the place of half of it do not.
 */
function worthwhile(path: readonly Step[], edgeLoss: number): Step[] {
  let best = { from: 0, to: 0, gain: 0 };
  let run = { from: 0, gain: 0 };
  path.forEach(({ gain }, index) => {
    if (run.gain <= 0) run = { from: index, gain: 0 };
    run.gain += gain;
    if (run.gain > best.gain) best = { from: run.from, to: index + 1, gain: run.gain };
  });
  if (best.gain === 0) return [];
  const loss = (steps: readonly Step[]) => -steps.reduce((sum, { gain }) => sum + gain, 0);
  const from = loss(path.slice(0, best.from)) <= edgeLoss ? 0 : best.from;
  const to = loss(path.slice(best.to)) <= edgeLoss ? path.length : best.to;
  const kept = path.slice(from, to);
  return kept.slice(kept.findIndex(isPaired), kept.findLastIndex(isPaired) + 1);
}

/** Words replaced at an edge belong to the stretch where the word next to them outside it is the same as before. */
function withinNeighbours(path: readonly Step[], kept: readonly Step[]): Step[] {
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isSame = (step: Step | undefined) => step === undefined || step.gain > 0;
  const from = isSame(path[path.indexOf(first) - 1]) ? 0 : kept.findIndex(({ gain }) => gain > 0);
  const to = isSame(path[path.indexOf(last) + 1]) ? kept.length - 1 : kept.findLastIndex(({ gain }) => gain > 0);
  return kept.slice(from, to + 1);
}
