import { bitsOfWords, type Lexicon, type Tokens, tokenise } from './tokens.ts';

/** Words in a gram. Three survive often enough when every third word was replaced, and are rare enough to point at a place. */
export const gramLength = 3;

/** A text with the places of every three words in a row. */
export interface IndexedText extends Tokens {
  /** Number of the gram that begins at each word; equal in both texts where the words are. The last two words begin none. */
  grams: Int32Array;
  /** Where each gram stands: `positions` from `offsets[gram]` up to `offsets[gram + 1]`, ascending. */
  offsets: Int32Array;
  positions: Int32Array;
  /** What a word of the text tells of its place, as a share: less where the same words stand in other places as well. */
  telling: Float32Array;
}

export interface TextPair {
  before: IndexedText;
  after: IndexedText;
  /** What a common word tells, by its number. */
  bits: Float32Array;
}

/** Both texts as words, with an index of their grams in numbers they share. Linear in their lengths. */
export function indexTexts(before: string, after: string): TextPair {
  const lexicon: Lexicon = new Map();
  const tokens = [tokenise(before, lexicon), tokenise(after, lexicon)] as const;
  const [beforeGrams, afterGrams, count] = numberGrams(tokens[0].ids, tokens[1].ids);
  const indexes = [indexGrams(beforeGrams, count), indexGrams(afterGrams, count)] as const;
  return {
    before: { ...tokens[0], ...indexes[0], telling: tellingShares(tokens[0], indexes[0], indexes[1]) },
    after: { ...tokens[1], ...indexes[1], telling: tellingShares(tokens[1], indexes[1], indexes[0]) },
    bits: bitsOfWords(lexicon, tokens),
  };
}

/** How often a gram stands in the text. */
export function gramCount({ offsets }: Pick<IndexedText, 'offsets'>, gram: number): number {
  return (offsets[gram + 1] ?? 0) - (offsets[gram] ?? 0);
}

function numberGrams(before: Int32Array, after: Int32Array): [Int32Array, Int32Array, number] {
  const all = new Int32Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  // Open addressing, at most half full: a slot holds 1 + the position in `all` where its gram was first met.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * all.length + 2)));
  const numbers = new Int32Array(all.length);
  let count = 0;
  const numberOf = (at: number): number => {
    const [a = 0, b = 0, c = 0] = [all[at], all[at + 1], all[at + 2]];
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const met = (slots[slot] ?? 0) - 1;
      if (met === -1) {
        slots[slot] = at + 1;
        return count++;
      }
      if (all[met] === a && all[met + 1] === b && all[met + 2] === c) return numbers[met] ?? 0;
    }
  };
  const number = (from: number, length: number): Int32Array => {
    const grams = Math.max(0, length - gramLength + 1);
    for (let at = from; at < from + grams; at++) numbers[at] = numberOf(at);
    return numbers.slice(from, from + grams);
  };
  const beforeGrams = number(0, before.length);
  const afterGrams = number(before.length, after.length);
  return [beforeGrams, afterGrams, count];
}

/** One through how often the rarest gram around the word is there, in the text that has it more often. */
function tellingShares({ ids }: Tokens, own: GramIndex, other: GramIndex): Float32Array {
  const shares = new Float32Array(ids.length);
  own.grams.forEach((gram, at) => {
    const share = 1 / Math.max(gramCount(own, gram), gramCount(other, gram));
    for (let word = at; word < at + gramLength; word++) shares[word] = Math.max(shares[word] ?? 0, share);
  });
  return ids.length < gramLength ? shares.fill(1) : shares;
}

type GramIndex = Pick<IndexedText, 'grams' | 'offsets' | 'positions'>;

function indexGrams(grams: Int32Array, count: number): GramIndex {
  const offsets = new Int32Array(count + 1);
  for (const gram of grams) offsets[gram + 1] = (offsets[gram + 1] ?? 0) + 1;
  for (let gram = 0; gram < count; gram++) offsets[gram + 1] = (offsets[gram + 1] ?? 0) + (offsets[gram] ?? 0);
  const next = offsets.slice();
  const positions = new Int32Array(grams.length);
  grams.forEach((gram, at) => {
    const slot = next[gram] ?? 0;
    positions[slot] = at;
    next[gram] = slot + 1;
  });
  return { grams, offsets, positions };
}
