import type { OriginalInfo } from '../../../contract/index.ts';

/** Below this, an encoding was rather guessed than recognised. */
const sure = 0.7;

const percent = new Intl.NumberFormat(undefined, { style: 'percent' });

/** What the analyst should know of how a document was read from its file, a sentence each. */
export function readingNotices({ notices, encoding, confidence }: Pick<OriginalInfo, 'notices' | 'encoding' | 'confidence'>): string[] {
  if (encoding === null || confidence === null || confidence >= sure) return notices;
  const guess = `Its encoding is a guess: ${encoding}, ${percent.format(confidence)} sure. Where letters look wrong, another can be chosen at the original.`;
  return [...notices, guess];
}
