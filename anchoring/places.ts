import type { Align, Alignment, Band, Window } from './align.ts';
import { gramCount, gramLength, type IndexedText } from './grams.ts';

/** Gram hits looked at for one window, rarest grams first: enough for every third word replaced, and a bound on the work. */
const mostHits = 256;
/** Clusters of hits that are aligned. */
const mostClusters = 5;
/** Places where a stretch without any gram in common is tried. */
const mostExact = 16;
/** A place whose words are less alike than this is neither an answer nor a rival. */
const leastAlike = 0.3;

/** What a search between two texts works with. */
export interface Search {
  align: Align;
  bits: Float32Array;
}

/** Every place of the other text that the stretch may be, the likeliest first; they do not overlap. */
export function findPlaces({ align, bits }: Search, here: IndexedText, window: Window, there: IndexedText): Alignment[] {
  const slack = 12 + Math.ceil((window.to - window.from) / 8);
  let bands = clusterHits(hitsOf(here, window, there), window);
  if (bands.length === 0) bands = exactPlaces(here, window, there);
  const telling = tellingWords(here, window, bits);
  const places: Alignment[] = [];
  for (const { low, high } of bands) {
    const band = { low: low - slack, high: high + slack };
    if (mostAlike(here, window, there, band, bits) < leastAlike) continue;
    const place = align(here, window, there, band);
    if (place === null) continue;
    places.push(place);
    if (!standsOutside(telling, window, there, band, place)) continue;
    // Where the stretch stands again its surroundings are as far away as it is itself.
    const apart = Math.max(3, Math.ceil((place.to - place.from) / 2));
    const shift = place.start - place.from;
    for (const side of [
      { low: band.low, high: shift - apart },
      { low: shift + apart, high: band.high },
    ]) {
      if (side.low >= side.high || mostAlike(here, window, there, side, bits, place) < leastAlike) continue;
      const second = align(here, window, there, side, { taken: place });
      if (second !== null) places.push({ ...second, evidence: place.evidence + sharedDifference(place, second) });
    }
  }
  places.sort((one, other) => other.evidence - one.evidence);
  const apart: Alignment[] = [];
  for (const place of places) {
    const alike = place.similarity.quote >= leastAlike;
    if (alike && apart.every(({ start, end }) => place.end <= start || end <= place.start)) apart.push(place);
  }
  return apart;
}

/** How alike the stretch can be at most to what the band reaches: the share of its words, by bits, that stand there in any order. */
function mostAlike(
  { ids }: IndexedText,
  { from, to }: Window,
  there: IndexedText,
  { low, high }: Band,
  bits: Float32Array,
  taken = { start: 0, end: 0 },
): number {
  const words = new Set<number>();
  const end = Math.min(there.ids.length, to + high);
  for (let at = Math.max(0, from + low); at < end; at++) if (at < taken.start || at >= taken.end) words.add(there.ids[at] ?? -1);
  let inCommon = 0;
  let whole = 0;
  for (let at = from; at < to; at++) {
    const id = ids[at] ?? -1;
    const worth = bits[id] ?? 0;
    whole += worth;
    if (words.has(id)) inCommon += worth;
  }
  return inCommon / whole;
}

/** By how much the second of two places in one band is likelier: what is far from both tells for neither. */
function sharedDifference(place: Alignment, second: Alignment): number {
  const near = second.near - place.near;
  return near > 0 ? near : Math.min(near, second.evidence - place.evidence);
}

/** A gram that stands in both texts. */
interface Hit {
  at: number;
  /** Its position in the other text less its own. */
  shift: number;
}

function hitsOf(here: IndexedText, window: Window, there: IndexedText): Hit[] {
  const known: { at: number; count: number }[] = [];
  for (let at = window.first; at + gramLength <= window.last; at++) {
    const count = gramCount(there, here.grams[at] ?? -1);
    if (count > 0 && count <= mostHits) known.push({ at, count });
  }
  known.sort((one, other) => one.count - other.count);
  const hits: Hit[] = [];
  for (const { at, count } of known) {
    if (hits.length + count > mostHits) break;
    const from = there.offsets[here.grams[at] ?? 0] ?? 0;
    for (const place of there.positions.subarray(from, from + count)) hits.push({ at, shift: place - at });
  }
  return hits;
}

/** Hits that lie together, as bands; those with the most hits, as a window's own words drift apart only so far. */
function clusterHits(hits: Hit[], window: Window): Band[] {
  const drift = 16 + Math.ceil((window.to - window.from) / 8);
  const widest = 64 + Math.ceil((window.to - window.from) / 2);
  hits.sort((one, other) => one.shift - other.shift);
  const clusters: (Band & { hits: number })[] = [];
  for (const { shift } of hits) {
    const last = clusters.at(-1);
    if (last !== undefined && shift - last.high <= drift && shift - last.low <= widest) {
      last.high = shift;
      last.hits++;
    } else clusters.push({ low: shift, high: shift, hits: 1 });
  }
  return clusters.sort((one, other) => other.hits - one.hits).slice(0, mostClusters);
}

/** Where the stretch stands word for word, for texts and stretches too short to have a gram in common. */
function exactPlaces(here: IndexedText, { from, to }: Window, there: IndexedText): Band[] {
  const bands: Band[] = [];
  const first = here.ids[from] ?? -1;
  for (let at = there.ids.indexOf(first); at !== -1 && bands.length < mostExact; at = there.ids.indexOf(first, at + 1)) {
    let length = 1;
    while (from + length < to && here.ids[from + length] === there.ids[at + length]) length++;
    if (from + length === to) bands.push({ low: at - from, high: at - from });
  }
  return bands;
}

/** The words of the stretch that tell the most: without any of them it does not stand in a place. */
function tellingWords({ ids }: IndexedText, { from, to }: Window, bits: Float32Array): Set<number> {
  const words = Array.from(new Set(ids.subarray(from, to)));
  return new Set(words.sort((one, other) => (bits[other] ?? 0) - (bits[one] ?? 0)).slice(0, 3));
}

/** Whether the band holds one of the words outside the place found: only then can it hold the stretch again. */
function standsOutside(words: Set<number>, { first, last }: Window, there: IndexedText, band: Band, place: Alignment): boolean {
  const end = Math.min(there.ids.length, last + band.high);
  for (let at = Math.max(0, first + band.low); at < end; at++) {
    if (at >= place.start && at < place.end) at = place.end - 1;
    else if (words.has(there.ids[at] ?? -1)) return true;
  }
  return false;
}
