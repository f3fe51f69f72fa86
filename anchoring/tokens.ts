/** A text as its words, in order. Offsets are UTF-16 code units; no word begins or ends inside a grapheme. */
export interface Tokens {
  text: string;
  /** One number for each word, equal where the words are. */
  ids: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

/** The numbers given to words so far; texts that are compared share one. */
export type Lexicon = Map<string, number>;

/** Scripts written without spaces: each of their characters is a word of its own. */
const unspacedScripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((name) => `\\p{Script=${name}}`).join('');
const joined = String.raw`[\p{M}\p{Emoji_Modifier}\u{E0020}-\u{E007F}]*`;
const words = new RegExp(
  [
    String.raw`[${unspacedScripts}]\p{M}*`,
    String.raw`(?:(?![${unspacedScripts}])[\p{L}\p{N}_][\p{M}\u200C\u200D]*(?:['’](?=\p{L}))?)+`,
    String.raw`\p{RI}\p{RI}`,
    String.raw`\p{Extended_Pictographic}${joined}(?:\u200D\p{Extended_Pictographic}${joined})*`,
    String.raw`\S\p{M}*`,
  ].join('|'),
  'gu',
);
const unspaced = new RegExp(`^[${unspacedScripts}]`, 'u');

/** Whether a word is one character of a script written without spaces. */
export function isUnspaced(word: string): boolean {
  return unspaced.test(word);
}

/** Whether a word is none, but a stop, a bracket or another sign; an emoji is a word. */
export function isSign(word: string): boolean {
  return !/[\p{L}\p{N}\p{RI}\p{Extended_Pictographic}]/u.test(word);
}

/** The words of a text: a run of letters and digits, one character of an unspaced script, one emoji, or one other sign. */
export function tokenise(text: string, lexicon: Lexicon): Tokens {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: raw, index } of text.matchAll(words)) {
    const folded = fold(raw);
    let id = lexicon.get(folded);
    if (id === undefined) {
      id = lexicon.size;
      lexicon.set(folded, id);
    }
    ids.push(id);
    starts.push(index);
    ends.push(index + raw.length);
  }
  return { text, ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Capitals, typographic apostrophes and normal forms do not make another word of a word. */
function fold(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', "'");
}

/**
 * How many bits it tells that two texts have a word in common, by the word's number: the rarer, the more. Short texts
 * count as long ones would, and short words never tell much, so that the only comma of a page is not taken for evidence.
 */
export function bitsOfWords(lexicon: Lexicon, texts: readonly Tokens[]): Float32Array {
  const counts = new Uint32Array(lexicon.size);
  let total = 4096;
  for (const { ids } of texts) {
    total += ids.length;
    for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  }
  const bits = new Float32Array(lexicon.size);
  for (const [word, id] of lexicon) {
    const most = isUnspaced(word) ? 8 : Math.min(16, 2 * word.length);
    bits[id] = Math.max(0.5, Math.min(most, Math.log2(total / (counts[id] ?? 1))));
  }
  return bits;
}

/** The words that a stretch of the text touches, as `[from, to)` of their positions; empty when it touches none. */
export function tokensOf({ starts, ends }: Tokens, start: number, end: number): { from: number; to: number } {
  const from = firstAfter(ends, start);
  return { from, to: Math.max(from, firstAtLeast(starts, end)) };
}

/** Position of the first value above `limit` in an ascending list. */
export function firstAfter(values: Int32Array, limit: number): number {
  return firstAtLeast(values, limit + 1);
}

/** Position of the first value of an ascending list that is at least `limit`. */
export function firstAtLeast(values: Int32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
