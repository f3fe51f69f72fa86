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
const stretch = new RegExp(`[\\p{L}\\p{Nd}\\p{Nl}][\\p{L}\\p{M}\\p{Nd}\\p{Nl}${ignorable}]*|\\p{Extended_Pictographic}`, 'uy');
/** What lies before the next one, perhaps nothing. */
const between = /[^\p{L}\p{Nd}\p{Nl}\p{Extended_Pictographic}]*/uy;
const pictograph = /^\p{Extended_Pictographic}$/u;

/** Scripts without blanks between words, and Korean, whose particles stick to them. */
const scripts = ['Han', 'Hira', 'Kana', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr'].map((script) => `\\p{scx=${script}}`).join('');
/** Marks are left out: some serve Latin letters as well. */
const unspaced = `(?!\\p{M})[${scripts}]`;
const anyUnspaced = new RegExp(unspaced, 'u');

/** What may be a part of a token, but is no plain letter or numeral. */
export const oddUnit = new RegExp(`[\\p{M}${ignorable}]|\\p{Extended_Pictographic}|${unspaced}`, 'gu');

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

function isRemembered(word: string, language: string): boolean {
  return remembered.get(language)?.has(word) === true;
}

/** A character of a run, and what it is folded to. */
interface Character {
  start: number;
  text: string;
  plain: string;
}

function characterToken({ start, text, plain }: Character, next: Character | null): Token {
  const end = start + text.length;
  if (next === null) return { kind: 'character', start, end, exact: plain, exactEnd: end, stem: plain };
  return { kind: 'character', start, end, exact: plain + next.plain, exactEnd: next.start + next.text.length, stem: plain };
}

/** Han as most texts have it, which is folded to no other form but its simplified one. */
const plainHan = /^[\u3400-\u9fff]+$/;

const firstHan = 0x3400;
/** The characters of `plainHan` simplified, in order of their code units, as they are met. */
const simplifiedHan = new Array<string | undefined>(0xa000 - firstHan);

function simplifiedOf(code: number): string {
  const character = simplifiedHan[code - firstHan] ?? simplified(String.fromCharCode(code));
  simplifiedHan[code - firstHan] = character;
  return character;
}

function plainForm(character: string): string {
  return simplified(plainHan.test(character) ? character : stripDiacritics(foldCase(character)).slice(0, longestForm));
}

/** The tokens of a stretch in which characters of unspaced scripts stand, perhaps between words of other scripts. */
function* mixedTokens(text: string, start: number, language: string): Generator<Token, void, undefined> {
  let character: Character | null = null;
  for (const { 0: part, 1: single, index } of text.matchAll(characterOrRun)) {
    const next: Character | null = single === undefined ? null : { start: start + index, text: part, plain: plainForm(part) };
    if (character !== null) yield characterToken(character, next);
    character = next;
    if (next === null) yield* wordTokens(part, start + index, language);
  }
  if (character !== null) yield characterToken(character, null);
}

/** The tokens of a run of Han alone, as most Chinese is: what `mixedTokens` gives, several times faster. */
function hanTokens(text: string, start: number): Token[] {
  const tokens = new Array<Token>(text.length);
  let plain = simplifiedOf(text.charCodeAt(0));
  for (let at = 1; at <= text.length; at += 1) {
    const isLast = at === text.length;
    const next = isLast ? '' : simplifiedOf(text.charCodeAt(at));
    const end = start + at;
    tokens[at - 1] = { kind: 'character', start: end - 1, end, exact: plain + next, exactEnd: isLast ? end : end + 1, stem: plain };
    plain = next;
  }
  return tokens;
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
  for (const tokens of stretchesOf(text, language)) yield* tokens;
}

/** The same, a stretch of letters and numerals at a time: where all tokens of many texts are looked at, half the time. */
export function* stretchesOf(text: string, language: string): Generator<readonly Token[], void, undefined> {
  // Tested rather than matched: a match is an object for every word, and collecting them takes longer than looking.
  for (let start = endOf(between, text, 0); start < text.length; ) {
    const end = endOf(stretch, text, start);
    yield tokensOf(text.slice(start, end), start, language);
    start = endOf(between, text, end);
  }
}

/** The stretch that begins here in a text; empty where none does. */
export function stretchAt(text: string, start: number): string {
  return text.slice(start, endOf(stretch, text, start));
}

/** Where what a pattern finds here in a text ends; here, where it finds nothing. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

/** The tokens of one stretch, which begins there in its text. */
export function tokensOf(raw: string, start: number, language: string): readonly Token[] {
  if (plainHan.test(raw)) return hanTokens(raw, start);
  if (pictograph.test(raw)) {
    const end = start + raw.length;
    return [{ kind: 'word', start, end, exact: raw, exactEnd: end, stem: raw }];
  }
  // A word that was met before is one: nine in ten need no closer look.
  if (!isRemembered(raw, language) && anyUnspaced.test(raw)) return [...mixedTokens(raw, start, language)];
  return wordTokens(raw, start, language);
}
