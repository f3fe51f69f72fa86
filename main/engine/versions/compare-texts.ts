import { deriveText } from '../../../anchoring/index.ts';
import type { ParagraphDifference } from '../../../contract/index.ts';
import { parseState } from '../documents/stored.ts';
import type { Tell } from '../jobs/tell.ts';
import { differences } from './differences.ts';
import { unpackState } from './pack.ts';

/** A text as it is, or a state as a version keeps it. */
export type ComparedText = string | Uint8Array;

/** Throws `corrupt` where a version cannot be read. */
export function compareTexts(
  { from, to, language }: { from: ComparedText; to: ComparedText; language: string },
  tell: Tell,
): ParagraphDifference[] {
  tell({ done: 0, total: null, label: 'Comparing' });
  return differences(textOf(from), textOf(to), language, tell);
}

function textOf(compared: ComparedText): string {
  return typeof compared === 'string' ? compared : deriveText(parseState(unpackState(compared))).text;
}
