import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchoredText, contextLength, deriveText, findQuote, projectPassages, quoteOf } from '../../../anchoring/index.ts';
import type { EditorNode } from '../../../contract/index.ts';
import { mark, paragraph, stateOf, states } from './states.ts';

describe('passages of a text', () => {
  test('marks of one id that are apart are segments of one passage', () => {
    const state = stateOf(paragraph(mark(['p'], 'Ports'), ' and ', mark(['p'], 'canals')));
    expect(projectPassages(deriveText(state)).get('p')).toEqual({
      locator: '',
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

describe('where in the original a passage stands', () => {
  const on = (locator: string, ...children: EditorNode[]) => ({ ...paragraph(...children), $: { locator } });
  const locatorOf = (...blocks: EditorNode[]) => projectPassages(deriveText(stateOf(...blocks))).get('p')?.locator;

  test.each<{ name: string; blocks: EditorNode[]; locator: string }>([
    { name: 'nowhere, where the original has no places', blocks: [paragraph(mark(['p'], 'Ports'))], locator: '' },
    { name: 'before the first place', blocks: [paragraph(mark(['p'], 'Ports')), on('p. 1')], locator: '' },
    { name: 'on the page of its block', blocks: [on('p. 1', mark(['q'], 'Canals')), on('p. 2', mark(['p'], 'Ports'))], locator: 'p. 2' },
    { name: 'on the page that goes on', blocks: [on('p. 4'), paragraph(), paragraph(mark(['p'], 'Ports'))], locator: 'p. 4' },
    { name: 'over pages', blocks: [on('p. ix', mark(['p'], 'Ports')), on('pp. x–xi', mark(['p'], 'Canals'))], locator: 'pp. ix–xi' },
    { name: 'over times', blocks: [on('00:01', mark(['p'], 'Ports')), on('00:09', mark(['p'], 'Canals'))], locator: '00:01–00:09' },
    { name: 'nowhere, where a place is no text', blocks: [{ ...paragraph(mark(['p'], 'Ports')), $: { locator: 7 } }], locator: '' },
  ])('$name', ({ blocks, locator }) => {
    expect(locatorOf(...blocks)).toBe(locator);
  });
});
