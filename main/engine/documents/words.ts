import { countWords } from '../../../anchoring/index.ts';
import { languageOf } from '../imports/language/language.ts';

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
