import { analyse } from '../search/analyser/analyser.ts';

/**
 * A shingle is a stretch of five words; of scripts without blanks, whose tokens are pairs of characters, one of eight
 * tokens. Where both stand in a text, a word weighs eight and a character five of these forty.
 */
const shingleWeight = 40;
const weightOf = { word: 8, character: 5 } as const;

/** Texts of fewer tokens are too short to tell a copy from a phrase that many texts have. */
const fewestTokens = 20;

interface Tokens {
  /** Two 32-bit hashes of each token's exact form. */
  high: number[];
  low: number[];
  weights: number[];
}

/**
 * The shingles of a text (Broder, “On the resemblance and containment of documents”, 1997) as 53-bit numbers, sorted, each
 * once: upper and lower case, punctuation, and simplified or traditional characters make no difference. Null for a text
 * too short to have a near-duplicate.
 */
export function shinglesOf(text: string, language: string): Float64Array | null {
  const { high, low, weights } = tokensOf(text, language);
  if (weights.length < fewestTokens) return null;
  const shingles: number[] = [];
  let end = 0;
  let weight = 0;
  for (let start = 0; start < weights.length; start += 1) {
    for (; weight < shingleWeight && end < weights.length; end += 1) weight += weights[end] ?? 0;
    if (weight < shingleWeight) break;
    shingles.push(numberOf(hashOf(high, start, end), hashOf(low, start, end)));
    weight -= weights[start] ?? 0;
  }
  return distinct(Float64Array.from(shingles).sort());
}

/** What both have, of what either has: Jaccard's index of two sorted sets. */
export function jaccard(one: Float64Array, other: Float64Array): number {
  let shared = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return shared / (one.length + other.length - shared);
}

function tokensOf(text: string, language: string): Tokens {
  const tokens: Tokens = { high: [], low: [], weights: [] };
  for (const { kind, exact } of analyse(text, language)) {
    tokens.high.push(hash(exact, 0x9747b28c));
    tokens.low.push(hash(exact, 0x811c9dc5));
    tokens.weights.push(weightOf[kind]);
  }
  return tokens;
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/** The hash of a stretch of hashes, in their order: MurmurHash3's rounds. */
function hashOf(hashes: readonly number[], start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const mixed = Math.imul(hashes[at] ?? 0, 0xcc9e2d51);
    value ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    value = Math.imul((value << 13) | (value >>> 19), 5) + 0xe6546b64;
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return value ^ (value >>> 13);
}

/** 21 bits of the one and 32 of the other: what a number holds exactly. */
function numberOf(high: number, low: number): number {
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

function distinct(sorted: Float64Array): Float64Array {
  return sorted.filter((value, at) => value !== sorted[at - 1]);
}
