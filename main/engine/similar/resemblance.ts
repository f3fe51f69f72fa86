import { jaccard, shinglesOf } from './shingles.ts';
import { bandsOf } from './signature.ts';

/** A text with the language of its document. */
export interface LanguageText {
  text: string;
  language: string;
}

/** The bands of each text's signature; null for one too short to have a near-duplicate. */
export function signTexts({ texts }: { texts: readonly LanguageText[] }): (Int32Array | null)[] {
  return texts.map(({ text, language }) => {
    const shingles = shinglesOf(text, language);
    return shingles === null ? null : bandsOf(shingles);
  });
}

/** How alike a text is to each of the others, 0 to 1. */
export function resemblances({ one, others }: { one: LanguageText; others: readonly LanguageText[] }): number[] {
  const shingles = shinglesOf(one.text, one.language);
  return others.map(({ text, language }) => {
    if (shingles === null) return 0;
    if (text === one.text) return 1;
    const otherShingles = shinglesOf(text, language);
    return otherShingles === null ? 0 : jaccard(shingles, otherShingles);
  });
}
