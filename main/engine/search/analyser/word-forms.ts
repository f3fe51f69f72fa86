import { tokensOf } from './analyser.ts';
import { addText, type ByteList, createByteList } from './byte-list.ts';

/**
 * The words of a language that were met, by the code units they are written with, with their forms as bytes: in flat arrays,
 * because every word of every text is looked up here.
 */
export interface WordForms {
  language: string;
  /** A hash table with open addresses: where in `words` an entry begins, and one more; 0 is a free place. */
  places: Int32Array;
  /** An entry a word, of the `fields` below. */
  words: Int32Array;
  /** The end of the last entry. */
  end: number;
  letters: Uint16Array;
  lettersEnd: number;
  /** Each form has a blank after it. */
  forms: ByteList;
}

/** What an entry holds: the word's hash, where its letters begin and how many they are, where its exact form begins, its stem, and where that ends. */
export const fields = { hash: 0, letters: 1, length: 2, exact: 3, stem: 4, end: 5 } as const;
const entryLength = 6;

/** Words kept, per language: the vocabulary of some thousand documents. */
const mostWords = 200_000;
/** What is longer is hardly met twice, and is not kept. UTF-16 code units. */
export const longestWord = 60;

const byLanguage = new Map<string, WordForms>();

export function wordFormsIn(language: string): WordForms {
  let known = byLanguage.get(language);
  if (known === undefined) {
    known = {
      language,
      places: new Int32Array(1 << 12),
      words: new Int32Array(entryLength << 11),
      end: 0,
      letters: new Uint16Array(1 << 14),
      lettersEnd: 0,
      forms: createByteList(1 << 15),
    };
    byLanguage.set(language, known);
  }
  return known;
}

/** Where in `words` the entry is of the word that stands in `units` from `start` to `end`. It holds until the next call. */
export function wordAt(known: WordForms, units: Uint16Array, start: number, end: number, hash: number): number {
  const { places, words, letters } = known;
  const last = places.length - 1;
  for (let place = spread(hash) & last; ; place = (place + 1) & last) {
    const entry = (places[place] ?? 0) - 1;
    if (entry < 0) return remember(known, units, start, end, hash);
    if (words[entry] !== hash || words[entry + fields.length] !== end - start) continue;
    let letter = words[entry + fields.letters] ?? 0;
    let at = start;
    while (at < end && units[at] === letters[letter]) {
      at += 1;
      letter += 1;
    }
    if (at === end) return entry;
  }
}

/** The upper bits of a hash on its lower ones, which choose the place. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function remember(known: WordForms, units: Uint16Array, start: number, end: number, hash: number): number {
  makeRoom(known, end - start);
  const { language, forms, words } = known;
  const entry = known.end;
  known.end += entryLength;
  known.letters.set(units.subarray(start, end), known.lettersEnd);
  const tokens = [...tokensOf(String.fromCharCode(...units.subarray(start, end)), 0, language)];
  const exact = forms.length;
  for (const token of tokens) addText(forms, `${token.exact} `);
  const stem = forms.length;
  for (const token of tokens) addText(forms, `${token.stem} `);
  words.set([hash, known.lettersEnd, end - start, exact, stem, forms.length], entry);
  known.lettersEnd += end - start;
  place(known, entry);
  return entry;
}

function place({ places, words }: WordForms, entry: number): void {
  const last = places.length - 1;
  let free = spread(words[entry] ?? 0) & last;
  while (places[free] !== 0) free = (free + 1) & last;
  places[free] = entry + 1;
}

/** For one word more; where there are too many, all are forgotten. */
function makeRoom(known: WordForms, length: number): void {
  if (known.end >= mostWords * entryLength) {
    known.places.fill(0);
    known.end = 0;
    known.lettersEnd = 0;
    known.forms.length = 0;
  }
  if (known.lettersEnd + length > known.letters.length) known.letters = twice(known.letters, Uint16Array);
  if (known.end < known.words.length) return;
  known.words = twice(known.words, Int32Array);
  // Never more than half of the places are taken.
  known.places = new Int32Array(2 * known.places.length);
  for (let entry = 0; entry < known.end; entry += entryLength) place(known, entry);
}

function twice<A extends Int32Array | Uint16Array>(array: A, make: new (length: number) => A): A {
  const longer = new make(2 * array.length);
  longer.set(array);
  return longer;
}
