import { languageOf } from '../imports/language/language.ts';

/** What a code unit is to a count of words; a text with one of class 0 is counted by the standard's own rules. */
const unit = { foreign: 0, parting: 1, letter: 2, digit: 3, underscore: 4, joinsLetters: 5, joinsDigits: 6, joinsBoth: 7 } as const;

/** The class of each code unit up to the marks of print. Of plain text there are Latin and Cyrillic letters, ASCII and those marks. */
const units = classify();

function classify(): Uint8Array {
  const classes = new Uint8Array(0x2200);
  const set = (pattern: RegExp, kind: number) => {
    for (let code = 0; code < classes.length; code += 1) if (pattern.test(String.fromCharCode(code))) classes[code] = kind;
  };
  set(/[\0-\x7f\xa0-\xac\xae-\xb7\xb9-\xbf\xd7\xf7–—‘’“”„…€№]/, unit.parting);
  set(/[a-zA-Z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u017f\u0400-\u0481\u048a-\u052f]/, unit.letter);
  set(/[0-9]/, unit.digit);
  set(/_/, unit.underscore);
  set(/[:·]/, unit.joinsLetters);
  set(/[,;]/, unit.joinsDigits);
  set(/[.'‘’]/, unit.joinsBoth);
  return classes;
}

/** The words of plain text by the same rules, in a tenth of the time: marks join them between letters, others between digits. Null for other text. */
function countPlainWords(text: string): number | null {
  let words = 0;
  let isInside = false;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = units[text.charCodeAt(at)] ?? 0;
    if (kind === unit.foreign || (kind === unit.underscore && before === unit.underscore)) return null;
    if (kind === unit.letter || kind === unit.digit) {
      if (!isInside) words += 1;
      isInside = true;
    } else if (isInside && kind !== unit.underscore) {
      isInside = joins(kind, before) && units[text.charCodeAt(at + 1)] === before;
    }
    before = kind;
  }
  return words;
}

function joins(kind: number, between: number): boolean {
  if (between === unit.letter) return kind === unit.joinsLetters || kind === unit.joinsBoth;
  return between === unit.digit && (kind === unit.joinsDigits || kind === unit.joinsBoth);
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words as the reader's language has them, so that Chinese, which writes no spaces, has a count too. */
export function countWords(text: string, language: string): number {
  return countPlainWords(text) ?? countSegments(text, language);
}

/** By the standard's own rules (UAX 29), for any script. */
export function countSegments(text: string, language: string): number {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}

/**
 * The word count of `after`, from that of `before`: only the lines that differ are counted, because a book takes a
 * fifth of a second and this runs at each save. A word never crosses a line's end.
 */
export function recountWords(before: { text: string; words: number }, after: string, language: string): number {
  const { start, endBefore, endAfter } = changedLines(before.text, after);
  return before.words - countWords(before.text.slice(start, endBefore), language) + countWords(after.slice(start, endAfter), language);
}

/** The whole lines in which two texts differ: from `start` in both to an end in each. */
function changedLines(before: string, after: string): { start: number; endBefore: number; endAfter: number } {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same += 1;
  const start = same === 0 ? 0 : before.lastIndexOf('\n', same - 1) + 1;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  const lineEnd = before.indexOf('\n', before.length - tail);
  const kept = lineEnd === -1 ? 0 : before.length - lineEnd;
  return { start, endBefore: before.length - kept, endAfter: after.length - kept };
}

interface Described {
  text: string;
  language: string;
}

/** The language and word count of a text that takes another's place. */
export function describeText(before: Described, text: string): { language: string; words: number } {
  const language = languageAfter(before, text);
  return { language, words: countWords(text, language) };
}

/** As `describeText`, of a text of which little was changed. */
export function describeChange(before: Described & { words: number }, text: string): { language: string; words: number } {
  const language = languageAfter(before, text);
  return { language, words: language === before.language ? recountWords(before, text, language) : countWords(text, language) };
}

/** A document whose language is not known gets it from what was written. */
function languageAfter(before: Described, text: string): string {
  return before.language === 'und' && text !== before.text ? languageOf(text, before.language) : before.language;
}
