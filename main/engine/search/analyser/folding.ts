/** Letters whose plain spelling Unicode does not decompose to. */
const plainSpelling: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const oddLetters = new RegExp(`[${Object.keys(plainSpelling).join('')}]`, 'g');

const ascii = /^[\0-\x7f]*$/;
const notOfWords = /[^\p{L}\p{M}\p{N}]/gu;

/**
 * A word in the one spelling that stands for every way to write it: compatibility forms (ligatures, full width) made
 * plain, composed, lower case, ё as е; soft hyphens, joiners and the like dropped. Diacritics stay.
 */
export function foldCase(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  return word.normalize('NFKC').toLowerCase().normalize('NFKC').replace(notOfWords, '').replaceAll('ё', 'е');
}

/**
 * A folded word without the diacritics that a reader may leave out: all in Latin and Greek script, the stress marks of
 * Cyrillic (й and ї stay letters of their own), the vowel points of Arabic and Hebrew. In other scripts the marks are
 * vowels or other letters, and stay.
 */
export function stripDiacritics(folded: string): string {
  if (ascii.test(folded)) return folded;
  return folded
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu, '$1')
    .replace(/(\p{Script=Cyrillic})[\u0300\u0301]+/gu, '$1')
    .replace(/[\u0591-\u05c7\u0640\u064b-\u0652\u0670]/g, '')
    .normalize('NFC')
    .replace(oddLetters, (letter) => plainSpelling[letter] ?? letter);
}
