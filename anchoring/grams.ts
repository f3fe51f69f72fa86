import { bitsOfWords, type Lexicon, type Tokens, tokenise } from './tokens.ts';

/** Words in a gram. Three survive often enough when every third word was replaced, and are rare enough to point at a place. */
export const gramLength = 3;
/** Words in a row that tell a place when they stand nowhere else. Three of them often recur in a long text. */
const tellingLength = 6;

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
  /** Grams of twice as many words, which stand in other places only where texts are repeated. */
  long: GramPair;
  /** What a common word tells, by its number. */
  bits: Float32Array;
}

/** Numbers of the grams that begin at each word of two texts, equal where the words are. */
export interface GramPair {
  length: number;
  before: Int32Array;
  after: Int32Array;
  count: number;
}

/** Both texts as words, with an index of their grams in numbers they share. Linear in their lengths. */
export function indexTexts(before: string, after: string): TextPair {
  const lexicon: Lexicon = new Map();
  const tokens = [tokenise(before, lexicon), tokenise(after, lexicon)] as const;
  const short = numberGrams(tokens[0].ids, tokens[1].ids, gramLength);
  const long = numberGrams(tokens[0].ids, tokens[1].ids, tellingLength);
  const most = mostCounts(long);
  return {
    before: { ...tokens[0], ...indexGrams(short.before, short.count), telling: tellingShares(tokens[0], long.before, most) },
    after: { ...tokens[1], ...indexGrams(short.after, short.count), telling: tellingShares(tokens[1], long.after, most) },
    long,
    bits: bitsOfWords(lexicon, tokens),
  };
}

/** How often a gram stands in the text. */
export function gramCount({ offsets }: IndexedText, gram: number): number {
  return (offsets[gram + 1] ?? 0) - (offsets[gram] ?? 0);
}

/** A number for the gram that begins at each word of either text, and how many numbers there are. */
function numberGrams(before: Int32Array, after: Int32Array, length: number): GramPair {
  const all = new Int32Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  // Open addressing, at most half full: a slot holds 1 + the position in `all` where its gram was first met.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * all.length + 2)));
  const numbers = new Int32Array(all.length);
  let count = 0;
  const isSame = (one: number, other: number): boolean => {
    for (let word = 0; word < length; word++) if (all[one + word] !== all[other + word]) return false;
    return true;
  };
  const numberOf = (at: number): number => {
    let hash = 0;
    for (let word = 0; word < length; word++) hash = Math.imul(hash ^ (all[at + word] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    for (let slot = (hash ^ (hash >>> 16)) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const met = (slots[slot] ?? 0) - 1;
      if (met === -1) {
        slots[slot] = at + 1;
        return count++;
      }
      if (isSame(met, at)) return numbers[met] ?? 0;
    }
  };
  const number = (from: number, words: number): Int32Array => {
    const grams = Math.max(0, words - length + 1);
    for (let at = from; at < from + grams; at++) numbers[at] = numberOf(at);
    return numbers.slice(from, from + grams);
  };
  const beforeGrams = number(0, before.length);
  const afterGrams = number(before.length, after.length);
  return { length, before: beforeGrams, after: afterGrams, count };
}

/** How often each gram stands in the text that has it more often. */
function mostCounts({ before, after, count }: GramPair): Int32Array {
  const counts = [new Int32Array(count), new Int32Array(count)] as const;
  for (const gram of before) counts[0][gram] = (counts[0][gram] ?? 0) + 1;
  for (const gram of after) counts[1][gram] = (counts[1][gram] ?? 0) + 1;
  return counts[0].map((often, gram) => Math.max(often, counts[1][gram] ?? 0));
}

/** One through how often the rarest gram around the word is there. */
function tellingShares({ ids }: Tokens, grams: Int32Array, counts: Int32Array): Float32Array {
  if (grams.length === 0) return new Float32Array(ids.length).fill(1);
  const shares = new Float32Array(ids.length);
  grams.forEach((gram, at) => {
    const share = 1 / (counts[gram] ?? 1);
    for (let word = at; word < at + tellingLength; word++) shares[word] = Math.max(shares[word] ?? 0, share);
  });
  return shares;
}

function indexGrams(grams: Int32Array, count: number): Pick<IndexedText, 'grams' | 'offsets' | 'positions'> {
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
