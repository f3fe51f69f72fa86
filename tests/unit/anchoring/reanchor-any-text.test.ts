import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteOf, reanchor } from '../../../anchoring/index.ts';

describe('whatever the text', () => {
  const paragraph = fc.array(
    fc.oneof(fc.constantFrom('oil', 'rose', 'и', '油', '👩‍🚒', 'é', '.', 'the'), fc.string({ unit: 'grapheme' })),
    { maxLength: 12 },
  );
  const texts = fc.array(paragraph, { maxLength: 8 }).map((paragraphs) =>
    paragraphs
      .map((words) => words.join(' '))
      .join('\n')
      .toWellFormed(),
  );
  const stretch = fc.tuple(fc.nat(), fc.nat());
  const passagesOf = (text: string, stretches: [number, number][]) =>
    stretches.flatMap(([one, other], index) => {
      const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].toSorted((a, b) => a - b);
      return start === end
        ? []
        : [{ id: String(index), segments: [{ start, end }], quote: text.slice(start, end), prefix: '', suffix: '' }];
    });

  test('the same text keeps everything', () => {
    fc.assert(
      fc.property(texts, fc.array(stretch, { maxLength: 5 }), (text, stretches) => {
        const passages = passagesOf(text, stretches);
        const after = reanchor(text, passages, text);
        expect(after.map(({ outcome, segments }) => ({ outcome, segments }))).toEqual(
          passages.map(({ segments }) => ({ outcome: 'kept', segments })),
        );
      }),
    );
  });

  test('segments are in order, apart, inside the text, and hold the quote', () => {
    fc.assert(
      fc.property(texts, texts, fc.array(stretch, { maxLength: 5 }), (before, after, stretches) => {
        const edited = `${after}\n${before}`;
        for (const { outcome, segments, quote, score } of reanchor(before, passagesOf(before, stretches), edited)) {
          expect(quoteOf(edited, segments)).toBe(quote);
          expect(segments.length === 0).toBe(outcome === 'lost');
          expect(score >= 0 && score <= 1).toBe(true);
          let last = -1;
          for (const { start, end } of segments) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(edited.length);
        }
      }),
    );
  });
});
