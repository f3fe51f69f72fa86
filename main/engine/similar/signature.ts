/**
 * MinHash (Broder 1997) with locality-sensitive banding (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.3
 * and 3.4). Two texts of similarity s agree in a row of their signatures with probability s, and share a key of a band with
 * 1 − (1 − s³)²¹: 0.94 at s = 0.5, 0.99 at 0.6, 0.9998 at 0.7, and 0.02 at 0.1. What shares one is then compared exactly,
 * so that a loose curve costs some comparisons and no precision.
 */
export const bands = 21;
const rows = 3;

/** A 32-bit number a row, which makes its permutation: the SplitMix32 sequence from nought. */
const seeds = Int32Array.from({ length: bands * rows }, (_, row) => mixed(Math.imul(row + 1, 0x9e3779b9)));

/** A signature's key for each of its bands. Stored: another seed or mix needs `signatures` made anew. */
export function bandsOf(shingles: Float64Array): Int32Array {
  const least = new Int32Array(bands * rows).fill(0x7fffffff);
  for (const shingle of shingles) {
    // Its lower 32 bits.
    const low = shingle | 0;
    for (let row = 0; row < least.length; row += 1) {
      const value = mixed(low ^ (seeds[row] ?? 0));
      if (value < (least[row] ?? 0)) least[row] = value;
    }
  }
  return Int32Array.from({ length: bands }, (_, band) => {
    let key = mixed(band + 1);
    for (let row = 0; row < rows; row += 1) key = mixed(key ^ (least[band * rows + row] ?? 0));
    return key;
  });
}

function mixed(value: number): number {
  let mix = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
