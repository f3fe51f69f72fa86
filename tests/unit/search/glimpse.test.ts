import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hitsForSnippet } from '../../../main/engine/search/results/glimpse.ts';
import { findHits } from '../../../main/engine/search/results/hits.ts';
import { makeSnippet } from '../../../main/engine/search/results/snippets.ts';
import { termsIn } from './terms-in.ts';

const languages = ['en', 'ru', 'de', 'tr', 'zh'];
const shownOf = (text: string, language: string, typed: string) => {
  const { text: shown, hits } = makeSnippet(text, hitsForSnippet(text, language, termsIn(typed, languages)));
  return hits.map(({ start, end }) => shown.slice(start, end));
};
const filler = 'Nothing of interest stands in this sentence. '.repeat(40);

describe('a snippet of a long text marks', () => {
  test.each([
    ['a word as typed', 'en', 'The port reopened.', 'port ', ['port']],
    ['a word at the beginning of a sentence', 'en', 'Ports reopened.', 'port ', ['Ports']],
    ['a word in capitals', 'en', 'THE PORTS REOPENED', 'port ', ['PORTS']],
    ['an abbreviation', 'en', 'Talks of NATO went on.', 'nato ', ['NATO']],
    ['a word with accents that were not typed', 'en', 'A Café on the quay.', 'cafe ', ['Café']],
    ['a Russian case', 'ru', 'Санкциями грозили долго.', 'санкций ', ['Санкциями']],
    ['ё for е', 'ru', 'Нужна ёмкость для зерна.', 'емкость ', ['ёмкость']],
    ['a German word by its other umlaut', 'de', 'Alle Häfen sind offen.', 'hafen ', ['Häfen']],
    ['a Turkish word behind a letter that grows in lower case', 'tr', 'İstanbul limanı açıldı.', 'liman ', ['limanı']],
    ['two Chinese characters', 'zh', '各国对其实施制裁措施。', '制裁', ['制裁']],
    ['traditional characters', 'zh', '當局宣布實施經濟措施。', '经济', ['經濟']],
    ['a word that another one begins like', 'en', 'Portraits hang there. The port is far.', 'port ', ['port']],
    ['all the words', 'en', 'Grain went by rail to the port.', 'grain rail port ', ['Grain', 'rail', 'port']],
  ])('%s', (_name, language, sentence, typed, expected) => {
    expect(shownOf(`${filler}${sentence} ${filler}`, language, typed)).toEqual(expected);
  });
});

test('a glimpse finds hits where a look at the whole text does, and nothing but hits', () => {
  const word = fc.constantFrom('port', 'Ports', 'portrait', 'railway', 'RAIL', 'and', '中国', '中国人', 'the', 'quay,', 'reopened.');
  const text = fc.array(word, { minLength: 80, maxLength: 200 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, fc.constantFrom('port ', 'port rail ', '"the port"', '中国', 'rail*'), (given, typed) => {
      const terms = termsIn(typed, languages);
      const all = findHits(given, 'en', terms);
      const seen = hitsForSnippet(given, 'en', terms);
      expect(seen.length > 0).toBe(all.length > 0);
      for (const hit of seen) expect(all).toContainEqual(hit);
    }),
  );
});
