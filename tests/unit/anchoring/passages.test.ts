import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchoredText, contextLength, deriveText, findQuote, projectPassages, quoteOf } from '../../../anchoring/index.ts';
import { mark, paragraph, stateOf, states } from './states.ts';

describe('passages of a text', () => {
  test('marks of one id that are apart are segments of one passage', () => {
    const state = stateOf(paragraph(mark(['p'], 'Ports'), ' and ', mark(['p'], 'canals')));
    expect(projectPassages(deriveText(state)).get('p')).toEqual({
      segments: [
        { start: 0, end: 5 },
        { start: 10, end: 16 },
      ],
      quote: 'Ports … canals',
      prefix: '',
      suffix: '',
    });
  });

  test('neighbouring blocks are one segment, an empty one between included', () => {
    const state = stateOf(paragraph(mark(['p'], 'One')), paragraph(), paragraph(mark(['p'], 'Two')));
    expect(projectPassages(deriveText(state)).get('p')).toMatchObject({ segments: [{ start: 0, end: 8 }], quote: 'One\n\nTwo' });
  });

  test('overlapping ones each have their own words', () => {
    const state = stateOf(paragraph(mark(['a'], 'one ', mark(['b'], 'two')), mark(['b'], ' three')));
    const anchors = projectPassages(deriveText(state));
    expect([anchors.get('a')?.quote, anchors.get('b')?.quote]).toEqual(['one two', 'two three']);
  });

  test('quotes are what stands under the segments; context never holds half a character', () => {
    fc.assert(
      fc.property(states, (state) => {
        const derived = deriveText(state);
        for (const { segments, quote, prefix, suffix } of projectPassages(derived).values()) {
          expect(quote).toBe(quoteOf(derived.text, segments));
          const start = segments[0]?.start ?? 0;
          const end = segments.at(-1)?.end ?? 0;
          expect(derived.text.slice(0, start).endsWith(prefix)).toBe(true);
          expect(derived.text.slice(end).startsWith(suffix)).toBe(true);
          expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true);
          expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(contextLength);
        }
      }),
    );
  });

  test('context that would begin inside a character leaves that one out', () => {
    const { prefix, suffix } = anchoredText(`🌍${'a'.repeat(31)}x${'b'.repeat(31)}🌍`, [{ start: 33, end: 34 }]);
    expect([prefix, suffix]).toEqual(['a'.repeat(31), 'b'.repeat(31)]);
  });
});

describe('finding a quote', () => {
  const news = 'Oil rose. Gas fell. Oil rose again.';
  test.each([
    ['every place', { exact: 'Oil rose' }, [0, 20]],
    ['by what stands before', { exact: 'Oil rose', prefix: 'fell. ' }, [20]],
    ['by what stands after', { exact: 'Oil rose', suffix: '.' }, [0]],
    ['not where only half of it fits', { exact: 'Oil rose', prefix: 'Gas ', suffix: '.' }, []],
    ['not in another spelling', { exact: 'oil rose' }, []],
    ['not the empty quote', { exact: '' }, []],
  ])('%s', (_, quote, starts) => {
    expect(findQuote(news, quote).map(({ start }) => start)).toEqual(starts);
  });

  test('places that overlap', () => {
    expect(findQuote('аааа', { exact: 'аа' }).map(({ start }) => start)).toEqual([0, 1, 2]);
  });
});
