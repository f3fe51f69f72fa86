import { foldCase, stripDiacritics } from './folding.ts';
import { simplified } from './simplified.ts';
import { stem } from './stemming.ts';

/**
 * One position of a text: a word, or a character of a script that puts no blanks between its words. Offsets are UTF-16
 * code units into the text as it was given.
 */
export interface Token {
  kind: 'word' | 'character';
  start: number;
  end: number;
  /** The word as written, folded; or the character and the one after it, where their run goes on. */
  exact: string;
  /** Where the text of `exact` ends. */
  exactEnd: number;
  /** The word's stem; or the character alone. */
  stem: string;
}

interface Forms {
  exact: string;
  stem: string;
}

/** Soft hyphen, joiners and the byte order mark: inside a word they are no part of it. */
const ignorable = '\\u00ad\\u200c\\u200d\\u2060\\ufeff';

/** Letters, their marks and numerals; or one pictograph. Superscript digits are left out: they are footnote signs far more often. */
const stretch = new RegExp(`[\\p{L}\\p{Nd}\\p{Nl}][\\p{L}\\p{M}\\p{Nd}\\p{Nl}${ignorable}]*|\\p{Extended_Pictographic}`, 'gu');
const pictograph = /^\p{Extended_Pictographic}$/u;

/** Scripts without blanks between words, and Korean, whose particles stick to them. */
const scripts = ['Han', 'Hira', 'Kana', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr'].map((script) => `\\p{scx=${script}}`).join('');
/** Marks are left out: some serve Latin letters as well. */
const unspaced = `(?!\\p{M})[${scripts}]`;
const anyUnspaced = new RegExp(unspaced, 'u');

/** A character with its marks, half-width sound marks and conjoining vowels and finals; or a run of other script. */
const characterOrRun = new RegExp(`(${unspaced}[\\p{M}\\uff9e\\uff9f\\u1160-\\u11ff${ignorable}]*)|(?:(?!${unspaced})[^])+`, 'gu');

/** Longer forms are cut, in texts and queries alike: no person writes them, and an index of them helps nobody. */
const longestForm = 100;

/** Words kept with their forms, per language; the vocabulary of some thousand documents. */
const mostRemembered = 200_000;
const remembered = new Map<string, Map<string, Forms>>();

function formsOf(word: string, language: string): Forms {
  let known = remembered.get(language);
  if (known === undefined) {
    known = new Map();
    remembered.set(language, known);
  }
  let forms = known.get(word);
  if (forms === undefined) {
    const folded = foldCase(word).slice(0, longestForm);
    forms = { exact: stripDiacritics(folded), stem: stripDiacritics(stem(folded, language)) };
    if (known.size >= mostRemembered) known.clear();
    known.set(word, forms);
  }
  return forms;
}

interface Piece {
  start: number;
  text: string;
}

function characterToken({ start, text }: Piece, next: Piece | null): Token {
  const alone = plainForm(text);
  const end = start + text.length;
  if (next === null) return { kind: 'character', start, end, exact: alone, exactEnd: end, stem: alone };
  return { kind: 'character', start, end, exact: alone + plainForm(next.text), exactEnd: next.start + next.text.length, stem: alone };
}

/** Han as most texts have it, which is folded to no other form but its simplified one. */
const plainHan = /^[\u3400-\u9fff]$/;

function plainForm(character: string): string {
  return simplified(plainHan.test(character) ? character : stripDiacritics(foldCase(character)).slice(0, longestForm));
}

/** The tokens of a stretch in which characters of unspaced scripts stand, perhaps between words of other scripts. */
function* mixedTokens(text: string, start: number, language: string): Generator<Token, void, undefined> {
  let character: Piece | null = null;
  for (const match of text.matchAll(characterOrRun)) {
    const piece: Piece = { start: start + match.index, text: match[0] };
    const isCharacter = match[1] !== undefined;
    if (character !== null) yield characterToken(character, isCharacter ? piece : null);
    character = isCharacter ? piece : null;
    if (!isCharacter) yield* wordTokens(piece.text, piece.start, language);
  }
  if (character !== null) yield characterToken(character, null);
}

function wordTokens(text: string, start: number, language: string): Token[] {
  const { exact, stem } = formsOf(text, language);
  // Nothing but marks and invisible characters is left between two runs.
  if (exact === '' || stem === '') return [];
  const end = start + text.length;
  return [{ kind: 'word', start, end, exact, exactEnd: end, stem }];
}

/**
 * The one analyser, for what is indexed and for what is asked. Words are folded and stemmed by the language of the
 * document they stand in (by the usual one of their script where it is another, or `und`); runs of Han, kana, Thai and
 * the like give overlapping pairs as exact forms and single characters as stems. Tokens stand in the order of the text.
 */
export function* analyse(text: string, language: string): Generator<Token, void, undefined> {
  for (const match of text.matchAll(stretch)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    if (pictograph.test(raw)) yield { kind: 'word', start, end, exact: raw, exactEnd: end, stem: raw };
    else if (anyUnspaced.test(raw)) yield* mixedTokens(raw, start, language);
    else yield* wordTokens(raw, start, language);
  }
}
