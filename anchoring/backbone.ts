import { type GramPair, gramLength, type TextPair } from './grams.ts';

/** Words that stand in a row in both texts, there and nowhere else. */
export interface Run {
  before: number;
  after: number;
  length: number;
}

/** What stayed in order between two texts: against it a stretch has kept its place or was moved. */
export interface Backbone {
  /** Where the word before which `position` of the old text stood should begin in the new one, were nothing moved. */
  expected(position: number): number;
  /** Whether `[from, to)` of the old text and `[start, end)` of the new lie between the same neighbours. */
  inPlace(from: number, to: number, start: number, end: number): boolean;
}

/** Unique runs of both texts, and of them the heaviest chain that ascends in both. Positions are word positions. */
export function backboneOf(pair: TextPair): Backbone {
  const chain = heaviestChain(uniqueRuns(shortGrams(pair)));
  /** How many runs of the chain end at or before a word of the old text. */
  const endedBy = (position: number): number => {
    let low = 0;
    let high = chain.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const run = chain[middle];
      if (run !== undefined && run.before + run.length <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    expected(position) {
      const ended = endedBy(position);
      const [last, next] = [chain[ended - 1], chain[ended]];
      if (next !== undefined && next.before <= position) return next.after + position - next.before;
      return last === undefined ? position : last.after + position - last.before;
    },
    inPlace(from, to, start, end) {
      const ended = endedBy(from);
      const last = chain[ended - 1];
      let next = chain[ended];
      for (let at = ended; next !== undefined && next.before < to; at++) next = chain[at + 1];
      return (last === undefined || last.after + last.length <= start) && (next === undefined || end <= next.after);
    },
  };
}

/** The grams that texts are indexed by. */
export function shortGrams({ before, after }: TextPair): GramPair {
  return { before: before.grams, after: after.grams, count: before.offsets.length - 1, length: gramLength };
}

/** Words in a row that stand in both texts, by grams that stand there once. */
export function uniqueRuns({ before, after, count, length }: GramPair): Run[] {
  const [inBefore, inAfter] = [onlyPlaces(before, count), onlyPlaces(after, count)];
  const runs: Run[] = [];
  before.forEach((gram, at) => {
    const place = inAfter[gram] ?? -1;
    if (place < 0 || inBefore[gram] !== at) return;
    const run = runs.at(-1);
    const reach = run === undefined ? 0 : run.length - length;
    if (run !== undefined && run.before + reach + 1 === at && run.after + reach + 1 === place) run.length++;
    else runs.push({ before: at, after: place, length });
  });
  return runs;
}

/** Where each gram stands that stands in one place: -1 where it stands nowhere, -2 where it does in several. */
function onlyPlaces(grams: Int32Array, count: number): Int32Array {
  const places = new Int32Array(count).fill(-1);
  grams.forEach((gram, at) => {
    places[gram] = places[gram] === -1 ? at : -2;
  });
  return places;
}

/** Of runs in the old text's order, those that ascend in the new one too and together have the most words. */
export function heaviestChain(runs: readonly Run[]): Run[] {
  const byPlace = runs.map((_, index) => index).sort((one, other) => (runs[one]?.after ?? 0) - (runs[other]?.after ?? 0));
  const rank = new Int32Array(runs.length);
  byPlace.forEach((index, place) => {
    rank[index] = place + 1;
  });
  const weight = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  // A Fenwick tree of maxima over the ranks: slot → the run with the heaviest chain that ends there or below.
  const tree = new Int32Array(runs.length + 1).fill(-1);
  const heavier = (one: number, other: number) => other === -1 || (one !== -1 && (weight[one] ?? 0) > (weight[other] ?? 0));
  let heaviest = -1;
  runs.forEach((run, index) => {
    let best = -1;
    for (let slot = (rank[index] ?? 0) - 1; slot > 0; slot -= slot & -slot) {
      const found = tree[slot] ?? -1;
      if (heavier(found, best)) best = found;
    }
    weight[index] = run.length + (best === -1 ? 0 : (weight[best] ?? 0));
    previous[index] = best;
    for (let slot = rank[index] ?? 1; slot < tree.length; slot += slot & -slot) {
      if (heavier(index, tree[slot] ?? -1)) tree[slot] = index;
    }
    if (heavier(index, heaviest)) heaviest = index;
  });
  const chain: Run[] = [];
  for (let index = heaviest; index !== -1; index = previous[index] ?? -1) {
    const run = runs[index];
    if (run !== undefined) chain.push(run);
  }
  return chain.reverse();
}
