import type { LikenessOf } from './likeness.ts';

/** Sentences this near to one whose place is known may be placed by it. */
const near = 3;
/** Sentences of the other text, from the place of the nearest one known, that are compared. */
const reach = 6;
/** How alike two sentences must be, 0 to 1, by how many of their neighbours stand next to them still. */
const leastAlike = [0.6, 0.5, 0.4] as const;
/** What a neighbour next to both adds to how alike they are, and by how much they must beat all others. */
const neighbour = 0.3;
const margin = 0.3;
/** How alike another place of a repeated sentence may not be. */
const copy = 0.4;

/** Which sentence of the new text each sentence of the old one became, as far as is known. */
export interface Matches {
  /** By the numbers of old sentences those of new ones, and the other way round; -1 where it is not known. */
  matches: Int32Array;
  origins: Int32Array;
  add(i: number, j: number): void;
  /** Finds more by what is known: the sentences between two, or next to one, that stayed together. */
  spread(): void;
  /** As `spread`, of sentences that the text repeats too: their copies' neighbours must be known by then. */
  finish(): void;
  /** Whether the neighbours of a sentence stand where they stood, and nothing like it between them. */
  isTakenOut(i: number): boolean;
}

/** `copies` are sentences of the new text that an old one may be wherever they stand. */
export function createMatches(old: number, now: number, likeness: LikenessOf, copies: (i: number) => Iterable<number>): Matches {
  const matches = new Int32Array(old).fill(-1);
  const origins = new Int32Array(now).fill(-1);
  let changed = new Set<number>();

  /** Both texts begin and end with a neighbour. */
  const areMatched = (i: number, j: number): boolean =>
    i < 0 ? j === -1 && i === -1 : i >= old ? i === old && j === now : matches[i] === j;
  const neighboursOf = (i: number, j: number) => Number(areMatched(i - 1, j - 1)) + Number(areMatched(i + 1, j + 1));

  const add = (i: number, j: number) => {
    matches[i] = j;
    origins[j] = i;
    for (let at = Math.max(0, i - near); at <= i + near && at < old; at++) changed.add(at);
  };

  /** Sentences of the other text without a match, beside the nearest ones on either side that have one. */
  const beside = (number: number, own: Int32Array, other: Int32Array): number[] => {
    const found = new Set<number>();
    for (const step of [-1, 1]) {
      let at = number + step;
      while (Math.abs(at - number) < near && own[at] === -1) at += step;
      const place = at < 0 ? -1 : at >= own.length ? other.length : (own[at] ?? -1);
      if (at >= 0 && at < own.length && place === -1) continue;
      for (let next = place - step; Math.abs(next - place) <= reach && other[next] === -1; next -= step) found.add(next);
    }
    return Array.from(found);
  };

  const value = (i: number, j: number): number => {
    const { alike } = likeness(i, j);
    return alike === 0 ? 0 : alike + neighbour * neighboursOf(i, j);
  };
  const isNear = (i: number, j: number): boolean => {
    for (let here = 1; here <= near; here++) {
      for (const at of [matches[i - here], matches[i + here]]) if (at !== undefined && at !== -1 && Math.abs(at - j) <= near) return true;
    }
    return false;
  };

  /** Matches a sentence with the one beside its neighbours that is clearly the likest. */
  const place = (i: number, leastNeighbours: number, alsoRepeated: boolean): boolean => {
    const candidates = beside(i, matches, origins);
    const [first, ...others] = candidates.toSorted((one, other) => value(i, other) - value(i, one));
    if (first === undefined) return false;
    const neighbours = neighboursOf(i, first);
    const { alike, isRepeated } = likeness(i, first);
    if (neighbours < leastNeighbours || alike < (leastAlike[neighbours] ?? 1) || !(neighbours > 0 || isNear(i, first))) return false;
    const isDoubtful = isRepeated && neighbours < 2;
    if (isDoubtful && !alsoRepeated) return false;
    // The end of a text is a weaker neighbour than a sentence: more may have been put in there.
    const isAtEnd = neighbours === 1 && ((i === 0 && first === 0) || (i === old - 1 && first === now - 1));
    if (isAtEnd || (isDoubtful && neighbours === 0)) {
      // A copy that is known to be no other sentence is as good a place.
      for (const j of copies(i)) if (j !== first && origins[j] === -1 && likeness(i, j).alike >= copy) return false;
    }
    const rivals = [
      ...others.map((j) => [i, j] as const),
      ...beside(first, origins, matches).flatMap((other) => (other === i ? [] : [[other, first] as const])),
    ];
    const isRival = ([here, there]: readonly [number, number]): boolean => {
      if (value(i, first) - value(here, there) < margin) return true;
      return isDoubtful && Math.abs(here - i) + Math.abs(there - first) > reach && likeness(here, there).alike >= copy;
    };
    if (rivals.some(isRival)) return false;
    add(i, first);
    return true;
  };

  /** Matches the sentences of a gap in order, where it has as many in the new text and each is likest to the one in its place. */
  const fill = (first: number): boolean => {
    const start = first === 0 ? 0 : (matches[first - 1] ?? -1) + 1;
    if (first > 0 && start === 0) return false;
    let count = 0;
    while (count <= near && first + count < old && matches[first + count] === -1) count++;
    if (count > near || !areMatched(first + count, start + count)) return false;
    for (let at = 0; at < count; at++) {
      const { alike } = likeness(first + at, start + at);
      if (origins[start + at] !== -1 || alike < leastAlike[1]) return false;
      for (let other = 0; other < count; other++) {
        const rival = Math.max(likeness(first + at, start + other).alike, likeness(first + other, start + at).alike);
        if (other !== at && rival >= alike) return false;
      }
    }
    for (let at = 0; at < count; at++) add(first + at, start + at);
    return true;
  };

  const spread = (alsoRepeated: boolean) => {
    while (changed.size > 0) {
      const open = Array.from(changed)
        .filter((i) => matches[i] === -1)
        .sort((one, other) => one - other);
      changed = new Set();
      // What stands between two neighbours is certain, and may be a neighbour to what stands next to one.
      const between = open.filter((i) => matches[i] === -1 && (place(i, 2, alsoRepeated) || fill(i)));
      if (between.length > 0) for (const i of open) changed.add(i);
      else for (const i of open) place(i, 0, alsoRepeated);
    }
  };
  const finish = () => {
    matches.forEach((match, i) => {
      if (match === -1) changed.add(i);
    });
    spread(true);
  };
  const isTakenOut = (i: number): boolean => {
    let [previous, next] = [i - 1, i + 1];
    while (i - previous < near && matches[previous] === -1) previous--;
    while (next - i < near && matches[next] === -1) next++;
    const [first, last] = [previous < 0 ? -1 : matches[previous], next >= old ? now : matches[next]];
    if (matches[i] !== -1 || first === undefined || last === undefined || last <= first || (previous >= 0 && first === -1)) return false;
    for (let j = first + 1; j < last; j++) if (origins[j] === -1 && likeness(i, j).alike > 0) return false;
    return true;
  };

  return { matches, origins, add, spread: () => spread(false), finish, isTakenOut };
}
