import { splitsCharacter } from '../../../anchoring/index.ts';
import { ArmillaryError } from '../../../contract/index.ts';

/** Throws `invalid` unless there are words in the stretch and it cuts no character in two. */
export function requireStretch(text: string, start: number, end: number): void {
  const problem = problemWith(text, start, end);
  if (problem === null) return;
  throw new ArmillaryError(
    'invalid',
    `That is no stretch of the text to tag: ${problem}. Nothing was changed.`,
    `[${start}, ${end}) of ${text.length}`,
  );
}

function problemWith(text: string, start: number, end: number): string | null {
  if (end > text.length) return 'it reaches beyond the end of the document';
  if (start >= end || text.slice(start, end).trim() === '') return 'it is empty';
  if (splitsCharacter(text, start) || splitsCharacter(text, end)) return 'it begins or ends in the middle of a character';
  return null;
}
