/** Values of a signature. Two texts share about as many as they share stretches of words: half of them alike is 32 of 64, ± 4. */
export const signatureSize = 64;
const binBits = 6;

/** Words of a stretch that is compared; of scripts that write no spaces, characters. */
const stretch = 5;

/** Fewer words than this say nothing of where they come from. */
const fewestWords = 20;

/** Letters of scripts that write no spaces: each counts as a word. */
const unspaced = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const word = new RegExp(`${unspaced}|(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/**
 * What is left of a text's stretches of words so that others like it are found: MinHash by one permutation (Li, Owen and Zhang,
 * 2012), its empty bins filled from their neighbours (Shrivastava and Li, 2014). Letter case and punctuation do not matter.
 * Null for a text that is too short.
 */
export function signatureOf(text: string): Uint32Array | null {
  const words = Array.from(text.toLowerCase().matchAll(word), ([letters]) => hashOf(letters));
  if (words.length < fewestWords) return null;
  const least = new Uint32Array(signatureSize).fill(empty);
  for (let at = 0; at + stretch <= words.length; at += 1) {
    let hash = 0;
    for (let each = at; each < at + stretch; each += 1) hash = Math.imul(hash, 0x9e3779b1) + (words[each] ?? 0);
    hash = mixed(hash);
    const bin = hash >>> (32 - binBits);
    const value = (hash << binBits) >>> binBits;
    if (value < (least[bin] ?? 0)) least[bin] = value;
  }
  return filled(least);
}

/** Greater than any value, which has 26 bits. */
const empty = 0xffff_ffff;

/** An empty bin takes the value of the next that is not, changed by how far that is. */
function filled(least: Uint32Array): Uint32Array {
  return least.map((value, bin) => {
    let from = bin;
    while (least[from % signatureSize] === empty) from += 1;
    return from === bin ? value : mixed((least[from % signatureSize] ?? 0) + (from - bin) * 0x85ebca6b);
  });
}

/** FNV-1a of UTF-16 code units. */
function hashOf(letters: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < letters.length; at += 1) hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193);
  return hash;
}

/** The last step of MurmurHash3: every bit of the result depends on every bit given. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** How much of two texts is the same, from 0 to 1: the share of stretches that both have among those that either has. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let at = 0; at < signatureSize; at += 1) if (a[at] === b[at]) same += 1;
  return same / signatureSize;
}
