import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveText } from '../../../anchoring/index.ts';
import { carryOver, passageChanges, skeletonOf } from '../../../renderer/editor/text/merge.ts';
import { link, mark, paragraph, state, text } from './helpers.ts';

describe('two versions of a document', () => {
  test('have one skeleton where only passages differ, however the marks split the text', () => {
    const plain = state(paragraph(text('one two three'), link('https://example.org/', text('four'))));
    const tagged = state(
      paragraph(
        text('one '),
        mark(['a'], text('two'), mark(['b'], text(' three'))),
        link('https://example.org/', mark(['b'], text('four'))),
      ),
    );
    expect(skeletonOf(tagged)).toBe(skeletonOf(plain));
  });

  test.each([
    ['other words', state(paragraph(text('one too three')))],
    ['another format', state(paragraph(text('one '), text('two', 1), text(' three')))],
    ['another paragraph', state(paragraph(text('one two ')), paragraph(text('three')))],
  ])('have another skeleton with %s', (_name, other) => {
    expect(skeletonOf(other)).not.toBe(skeletonOf(state(paragraph(text('one two three')))));
  });

  test('tell which passages were made, moved and removed', () => {
    const before = deriveText(state(paragraph(mark(['stays'], text('one')), mark(['moves'], text('two')), mark(['goes'], text('three')))));
    const after = deriveText(state(paragraph(mark(['stays', 'new'], text('one')), text('two'), mark(['moves'], text('three')))));
    expect(passageChanges(before, after)).toEqual({
      put: new Map([
        ['new', [{ start: 0, end: 3 }]],
        ['moves', [{ start: 6, end: 11 }]],
      ]),
      drop: new Set(['goes']),
    });
  });
});

describe('a stretch carried over into an edited text', () => {
  const from = 'The pipeline opened in 2019. The price fell in 2020.';
  const carried = (to: string, quote: string) => {
    const start = from.indexOf(quote);
    const place = carryOver(from, to, { start, end: start + quote.length });
    return place && to.slice(place.start, place.end);
  };

  test.each([
    ['before the edit', 'The pipeline opened in 2019. The price rose in 2020.', 'pipeline opened'],
    ['after the edit', 'The old pipeline, at last, opened in 2019. The price fell in 2020.', 'price fell'],
    ['among several edits', 'A pipeline opened in 2019. The price fell in 2021.', 'opened in 2019'],
  ])('is found %s', (_name, to, quote) => expect(carried(to, quote)).toBe(quote));

  test.each([
    ['its words are gone', 'A line began in 2019. Then prices sank in 2021.', 'pipeline opened'],
    ['its words stand twice', 'x The price fell, then The price fell. y', 'The price fell'],
  ])('is not guessed where %s', (_name, to, quote) => expect(carried(to, quote)).toBeNull());

  test('says the same words wherever it is found', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, fc.nat(29), fc.nat(29), (before, after, a, b) => {
        const segment = { start: Math.min(a, b, before.length), end: Math.min(Math.max(a, b), before.length) };
        const place = carryOver(before, after, segment);
        if (place !== null) expect(after.slice(place.start, place.end)).toBe(before.slice(segment.start, segment.end));
      }),
    );
  });
});
