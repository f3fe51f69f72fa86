import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snippetParts } from '../../../../renderer/search/results/snippet-parts.ts';

describe('a snippet with its hits', () => {
  test('is cut at their edges', () => {
    expect(
      snippetParts({
        text: '…two joint ventures…',
        hits: [
          { start: 5, end: 10 },
          { start: 11, end: 19 },
        ],
      }),
    ).toEqual([
      { text: '…two ', hit: false },
      { text: 'joint', hit: true },
      { text: ' ', hit: false },
      { text: 'ventures', hit: true },
      { text: '…', hit: false },
    ]);
  });

  test.each([
    [
      'touching',
      [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ],
    ],
    [
      'overlapping',
      [
        { start: 1, end: 4 },
        { start: 0, end: 3 },
      ],
    ],
  ])('%s hits are one', (_name, hits) => {
    expect(snippetParts({ text: '合资企业法', hits })).toEqual([
      { text: '合资企业', hit: true },
      { text: '法', hit: false },
    ]);
  });

  test('never loses a letter, whatever the hits', () => {
    const hit = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(hit, { maxLength: 6 }), (text, hits) => {
        expect(
          snippetParts({ text, hits })
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
