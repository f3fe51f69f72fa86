import { diffArrays } from 'diff';
import type { DifferenceKind } from '../../../contract/index.ts';

/** Items in a row: `[from, to)` of the list before where they are `removed` or the `same`, of the list after where `added`. */
export interface Edit {
  kind: DifferenceKind;
  from: number;
  to: number;
}

/** Differences looked for in a stretch that has no unique item in common; a stretch with more is shown as replaced. */
const mostDifferences = 100;
/** How often a stretch is split at what is unique in it. Three or four times do for texts that people wrote. */
const deepest = 16;
/** In a stretch of more items than these hardly a word stands once: seven in a row (four words and what is between) do. */
const short = 200;
const row = 7;

/** Part of both lists: `before[from, to)` and `after[start, end)`. */
interface Stretch {
  from: number;
  to: number;
  start: number;
  end: number;
}

/**
 * What leads from one list to the other. Splits them at what is in both once (patience diff) and leaves what lies between
 * to Myers' algorithm, within bounds, so that books take seconds. Items are numbers, equal where the items are.
 */
export function align(before: Int32Array, after: Int32Array): Edit[] {
  const edits: Edit[] = [];
  const add = (kind: DifferenceKind, from: number, to: number) => {
    if (from === to) return;
    const last = edits.at(-1);
    if (last?.kind === kind && last.to === from) last.to = to;
    else edits.push({ kind, from, to });
  };
  const visit = (whole: Stretch, depth: number) => {
    let { from, to, start, end } = whole;
    while (from < to && start < end && before[from] === after[start]) {
      from += 1;
      start += 1;
    }
    while (from < to && start < end && before[to - 1] === after[end - 1]) {
      to -= 1;
      end -= 1;
    }
    add('same', whole.from, from);
    const changed = { from, to, start, end };
    const pairs = depth < deepest ? pairsIn(changed) : [];
    if (pairs.length === 0) compare(changed);
    else {
      for (const [there, here] of pairs) {
        // Inside a row that the pair before has covered already.
        if (there < from || here < start) continue;
        visit({ from, to: there, start, end: here }, depth + 1);
        let length = 1;
        while (there + length < to && here + length < end && before[there + length] === after[here + length]) length += 1;
        add('same', there, there + length);
        [from, start] = [there + length, here + length];
      }
      visit({ from, to, start, end }, depth + 1);
    }
    add('same', to, whole.to);
  };
  const pairsIn = (changed: Stretch) => {
    if (changed.from === changed.to || changed.start === changed.end) return [];
    const long = Math.min(changed.to - changed.from, changed.end - changed.start) > short;
    const rows = long ? uniquePairs(before, after, changed, row) : [];
    return rows.length > 0 ? rows : uniquePairs(before, after, changed, 1);
  };
  const compare = ({ from, to, start, end }: Stretch) => {
    const [old, now] = [Array.from(before.subarray(from, to)), Array.from(after.subarray(start, end))];
    const changes = old.length === 0 || now.length === 0 ? undefined : diffArrays(old, now, { maxEditLength: mostDifferences });
    if (changes === undefined) {
      add('removed', from, to);
      add('added', start, end);
      return;
    }
    let [there, here] = [from, start];
    for (const { count, added, removed } of changes) {
      if (added) add('added', here, here + count);
      else add(removed ? 'removed' : 'same', there, there + count);
      if (!removed) here += count;
      if (!added) there += count;
    }
  };
  visit({ from: 0, to: before.length, start: 0, end: after.length }, 0);
  return edits;
}

/** Places of `width` items in a row that stand once in each list's stretch; of those the most that ascend in both. */
function uniquePairs(before: Int32Array, after: Int32Array, { from, to, start, end }: Stretch, width: number): [number, number][] {
  const there = uniquePlaces(before, from, to, width);
  const here = uniquePlaces(after, start, end, width);
  const pairs: [number, number][] = [];
  for (const [items, place] of there) {
    const other = here.get(items) ?? -1;
    // Rows go by a hash: that their first items are equal is all that matters.
    if (place !== -1 && other !== -1 && before[place] === after[other]) pairs.push([place, other]);
  }
  return longestAscending(pairs);
}

/** Where `width` items in a row begin in a stretch; -1 for those that stand there twice. In the order of the list. */
function uniquePlaces(list: Int32Array, from: number, to: number, width: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let place = from; place + width <= to; place += 1) {
    let key = list[place] ?? 0;
    for (let next = place + 1; next < place + width; next += 1) {
      key = Math.imul(key ^ (list[next] ?? 0), 0x9e3779b1);
      key ^= key >>> 15;
    }
    places.set(key, places.has(key) ? -1 : place);
  }
  return places;
}

/** Of pairs ascending in their first numbers, the most that ascend in their second ones too. */
function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  /** For each length of a row, the position of the pair that ends such a row lowest. */
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, place], position) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = position;
  });
  const ascending: [number, number][] = [];
  for (let position = ends.at(-1) ?? -1; position !== -1; position = previous[position] ?? -1) {
    const pair = pairs[position];
    if (pair !== undefined) ascending.push(pair);
  }
  return ascending.reverse();
}
