import {
  arabicPairs,
  cyrillicPairs,
  greekPairs,
  hangul,
  hebrewPairs,
  kanji,
  latinAlphabets,
  simplifiedHan,
  thaiPairs,
  traditionalHan,
} from './common-letters.ts';

/** What a text is taken to be written in when its plausibility is judged. */
export type Writing = 'cyrillic' | 'latin' | 'greek' | 'hebrew' | 'arabic' | 'thai' | 'simplified' | 'traditional' | 'japanese' | 'korean';

/** A character in its place. */
interface Spot {
  character: string;
  before: string;
  after: string;
}

const broken = -3;
const wrong = -1;

/**
 * How much the characters beyond ASCII of a decoded text look like the writing: 1 where each is as one expects, 0 and
 * less where they are noise. `language` is the likeliest one of Latin text, '' where that is not known; `most` is how many
 * of the characters are looked at.
 */
export function plausibility(text: string, writing: Writing, language: string, most: number): number {
  let sum = 0;
  let count = 0;
  let before = ' ';
  for (let at = 0; at < text.length && count < most; ) {
    const character = characterAt(text, at);
    at += character.length;
    if (character > '\u007f') {
      sum += weigh({ character, before, after: characterAt(text, at) }, writing, language);
      count += 1;
    }
    before = character;
  }
  return count === 0 ? 0 : sum / count;
}

/** A whole code point; a space beyond the end. */
function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

const judges: Record<Writing, (spot: Spot, language: string) => number> = {
  cyrillic: (spot) => judgePairs(spot, /[\u0400-\u045f\u0490\u0491]/, cyrillicPairs, /[авикосуяіей]/i),
  latin: judgeLatin,
  greek: (spot) => judgePairs(spot, /[\u0386-\u03ce]/, greekPairs, /[ηοτ]/),
  hebrew: (spot) => judgePairs(spot, /[\u05b0-\u05ea]/, hebrewPairs, /[ושבה]/),
  // The letters of Arabic and Persian alone; other languages' share of the code page is noise more often.
  arabic: (spot) =>
    judgePairs(spot, /[\u060c\u061b\u061f\u0621-\u0652\u067e\u0686\u0698\u06a9\u06af\u06cc\u0660-\u0669]/, arabicPairs, /و/),
  thai: (spot) => judgePairs(spot, /[\u0e01-\u0e5b]/, thaiPairs, /[ๆ๑-๙]/),
  simplified: ({ character }) => judgeHan(character, simplifiedHan),
  traditional: ({ character }) => judgeHan(character, traditionalHan),
  japanese: judgeJapanese,
  korean: ({ character }) =>
    hangul.has(character) ? 1 : /[가-힣]/.test(character) ? 0.3 : /\p{Script=Han}/u.test(character) ? -0.3 : wrong,
};

function weigh(spot: Spot, writing: Writing, language: string): number {
  const { character, before, after } = spot;
  if (character === '\ufffd') return broken;
  // Control characters of the upper half, what is unassigned and what is private stand in no text.
  if (/[\u0080-\u009f\p{Cn}\p{Co}]/u.test(character)) return broken;
  if (isTypography(character)) {
    const inWord = isLetter(before) && isLetter(after);
    // A dash stands off from words, or between two.
    if (/[–—]/.test(character) && !isLetter(before) && isLetter(after)) return 0;
    return inWord && !/[’‑·\u00ad]/.test(character) && !isEast(writing) ? wrong : 0.5;
  }
  if (isEast(writing) && isAsciiLetter(before) && isAsciiLetter(after)) return wrong;
  if (isEast(writing) && /[\u3000-\u301f\uff01-\uff5e・]/.test(character)) return 0.6;
  return judges[writing](spot, language);
}

function isEast(writing: Writing): boolean {
  return writing === 'simplified' || writing === 'traditional' || writing === 'japanese' || writing === 'korean';
}

function isTypography(character: string): boolean {
  return /[\u00a0\u00a7\u00a9\u00ab\u00ad\u00ae\u00b0\u00b7\u00bb\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2116\u2122]/.test(
    character,
  );
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

function isAsciiLetter(character: string): boolean {
  return /[a-z]/i.test(character);
}

/** A capital right after a small letter, as a wrong table gives them. */
function isMisplacedCapital({ character, before }: Spot): boolean {
  return /\p{Lu}/u.test(character) && /\p{Ll}/u.test(before);
}

/** By the pairs of letters that are frequent in the writing, and by the words that are one letter long. */
function judgePairs(spot: Spot, letters: RegExp, frequent: ReadonlySet<string>, alone: RegExp): number {
  const { character, before, after } = spot;
  if (!letters.test(character) || isAsciiLetter(before) || isAsciiLetter(after) || isMisplacedCapital(spot)) return wrong;
  const isFrequent = (left: string, right: string) => frequent.has(`${left}${right}`.toLowerCase().replace('ё', 'е'));
  if (isFrequent(before, character) || isFrequent(character, after)) return 1;
  if (letters.test(before) || letters.test(after)) return 0.1;
  return alone.test(character) ? 0.8 : 0;
}

/** Letters with marks are few between plain ones, in all languages but Vietnamese. */
function judgeLatin(spot: Spot, language: string): number {
  const { character, before, after } = spot;
  if (!/\p{Script=Latin}|[ªº]/u.test(character)) {
    if (/[£¥]/.test(character) && /\d/.test(after)) return 1;
    return /[¿¡£´¨½¼¾²³±×µ¶¢¥]/.test(character) && !isLetter(before) ? 0.3 : wrong;
  }
  if (isMisplacedCapital(spot) || (/\p{Ll}/u.test(character) && /\p{Lu}/u.test(after))) return wrong;
  if (before > '\u007f' && isLetter(before) && after > '\u007f' && isLetter(after)) return wrong;
  const letter = character.toLowerCase();
  if (latinAlphabets[language]?.includes(letter)) return 1;
  if (!isLetter(before) && !isLetter(after)) return 0;
  return Object.values(latinAlphabets).some((alphabet) => alphabet.includes(letter)) ? 0.4 : 0;
}

function judgeHan(character: string, common: ReadonlySet<string>): number {
  if (common.has(character)) return 1;
  return /[\u4e00-\u9fa5]/.test(character) ? 0.1 : wrong;
}

/** Kana stand in every sentence; those of half width in hardly any. */
function judgeJapanese({ character, before, after }: Spot): number {
  if (/[ぁ-んァ-ヶー]/.test(character)) return 1;
  if (/[\uff66-\uff9f]/.test(character)) return -0.5;
  if (kanji.has(character)) return 1;
  if (!/[\u4e00-\u9fa5々]/.test(character)) return wrong;
  return /[ぁ-んァ-ヶ]/.test(before + after) ? 0.5 : 0.1;
}
