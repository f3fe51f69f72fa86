import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHits } from '../../../main/engine/search/results/hits.ts';
import { makeSnippet } from '../../../main/engine/search/results/snippets.ts';
import { termsIn } from './terms-in.ts';

const snippetOf = (text: string, typed: string) => makeSnippet(text, findHits(text, 'en', termsIn(typed, ['en'])));
const filler = 'Nothing of interest stands in this sentence. '.repeat(20);

describe('snippets', () => {
  test('a short text is shown whole', () => {
    expect(snippetOf('The port reopened.', 'port ')).toEqual({
      text: 'The port reopened.',
      hits: [{ start: 4, end: 8 }],
      first: { start: 4, end: 8 },
    });
  });

  test('a long text around its hit, cut between words', () => {
    const text = `${filler}The port reopened. ${filler}`;
    const { text: shown, hits, first } = snippetOf(text, 'port ');
    expect(shown).toMatch(/^…\S.*The port reopened\..*\S…$/);
    expect(hits.map(({ start, end }) => shown.slice(start, end))).toEqual(['port']);
    expect(first && text.slice(first.start, first.end)).toBe('port');
  });

  test('where most of the words stand together', () => {
    const text = `The port. ${filler}The port and the railway. ${filler}A railway.`;
    const { first } = snippetOf(text, 'port railway ');
    expect(first?.start).toBe(text.indexOf('port and'));
  });

  test('without a hit, the beginning', () => {
    const { text, hits, first } = snippetOf(filler, 'absent ');
    expect(text).toMatch(/^Nothing of interest.*…$/);
    expect({ hits, first }).toEqual({ hits: [], first: null });
  });

  test('line breaks become blanks, and hits stay in place', () => {
    const { text, hits } = snippetOf('One\ntwo\nthree', 'three ');
    expect(text).toBe('One two three');
    expect(hits).toEqual([{ start: 8, end: 13 }]);
  });

  test('a phrase longer than a snippet is shown whole', () => {
    const quote = 'word '.repeat(60).trim();
    expect(snippetOf(`${filler}${quote} ${filler}`, `"${quote}"`).text).toContain(quote);
  });

  test('what is marked is always what was hit', () => {
    const sentence = fc
      .array(fc.constantFrom('port', 'railway', 'and', '中国', '😀', '\n', ' ', 'reopened', '.'))
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(sentence, (text) => {
        const { text: shown, hits } = snippetOf(text, 'port 中国 ');
        for (const { start, end } of hits) expect(['port', '中国']).toContain(shown.slice(start, end));
        expect(shown.isWellFormed()).toBe(true);
        expect(/port|中国/.test(text)).toBe(hits.length > 0);
      }),
    );
  });
});
