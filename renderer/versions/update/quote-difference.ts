import { diffWordsWithSpace } from 'diff';
import type { DifferenceKind } from '../../../contract/index.ts';

const intlSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Two quotes word for word: what the one has as `same` and `removed`, the other as `same` and `added`. */
export function quoteDifference(before: string, after: string): { kind: DifferenceKind; text: string }[] {
  return diffWordsWithSpace(before, after, { intlSegmenter }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
