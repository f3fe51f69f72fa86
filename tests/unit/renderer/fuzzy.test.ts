import { describe, expect, test } from 'vitest';
import { fuzzyScore } from '../../../renderer/ui/fuzzy.ts';

const titles = [
  'Export tagged notes…',
  'Note on the passage',
  'Next passage',
  'Note on the notebook',
  'Document details…',
  'Вода зимой, вода летом',
];

function best(typed: string): string | undefined {
  return titles
    .flatMap((title) => {
      const score = fuzzyScore(typed, title);
      return score === null ? [] : [{ title, score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .at(0)?.title;
}

describe('what is typed finds', () => {
  test.each([
    ['exp', 'Export tagged notes…'],
    ['details', 'Document details…'],
    ['passage', 'Next passage'],
    ['np', 'Next passage'],
    ['notb', 'Note on the notebook'],
    ['note on the no', 'Note on the notebook'],
    ['ВОДА лет', 'Вода зимой, вода летом'],
  ])('%s: %s', (typed, title) => expect(best(typed)).toBe(title));

  test('nothing where a letter is missing', () => expect(best('xyz')).toBeUndefined());
});
