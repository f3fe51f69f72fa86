import type { Segment } from '../contract/index.ts';
import type { AnchoredText } from './passages.ts';
import { findQuote } from './quote.ts';

/**
 * Where the words of a passage that was edited away stand again at their old place: letter for letter, between the text
 * that stood before and after them, and there alone. Null where there is any doubt, and for a passage whose segments were
 * apart.
 */
export function placeOfReturn(
  text: string,
  { quote: exact, prefix, suffix }: Pick<AnchoredText, 'quote' | 'prefix' | 'suffix'>,
): Segment | null {
  const [place, ...others] = findQuote(text, { exact, prefix, suffix });
  if (place === undefined || others.length > 0) return null;
  // Without any text around it the passage was the whole document.
  const hadNeighbours = prefix !== '' || suffix !== '';
  return hadNeighbours || (place.start === 0 && place.end === text.length) ? place : null;
}
