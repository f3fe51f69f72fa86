import type { SimilarDocument } from '../../contract/index.ts';
import { counted, scoreText } from '../versions/words.ts';

/** “4 near-duplicates”. */
export function nearDuplicates(count: number): string {
  return counted(count, 'near-duplicate');
}

/** “87% alike”, of what both texts have. */
export function alikeText({ similarity }: Pick<SimilarDocument, 'similarity'>): string {
  return similarity === null ? 'alike through another copy' : `${scoreText(similarity)} alike`;
}
