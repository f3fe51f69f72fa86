import { describe, expect, test } from 'vitest';
import { toMatch } from '../../../main/engine/search/query/match.ts';
import { termsIn } from './terms-in.ts';

const columns = { exact: ['title', 'body'], stem: ['stems'] };
const matchOf = (typed: string, languages: string[] = ['en']) => toMatch({ kind: 'all', parts: termsIn(typed, languages) }, columns) ?? '';

describe('what a query asks of the index', () => {
  test.each([
    ['a word being typed', 'ventures', '({title body} : "ventures" * OR {stems} : "ventur")'],
    ['a word typed out', 'ventures ', '({title body} : "ventures" OR {stems} : "ventur")'],
    ['one letter is no beginning', 'a', '({title body} : "a" OR {stems} : "a")'],
    ['a phrase is exact', '"joint ventures"', '({title body} : "joint ventures")'],
    ['all words', 'oil gas ', '(({title body} : "oil" OR {stems} : "oil") AND ({title body} : "gas" OR {stems} : "ga"))'],
    ['a hyphened word', 'well-known ', '({title body} : "well known" OR {stems} : "well known")'],
    ['Han as a phrase of pairs', '中国经济', '({title body} : "中国 国经 经济")'],
    ['one character of Han', '国', '({stems} : "国")'],
    ['Latin before one character', '"G国"', '({title body} : "g 国" *)'],
    ['what would be syntax elsewhere', 'AND *:^ ', '({title body} : "and" OR {stems} : "and")'],
    ['the beginning of a word, asked for', 'tarif* ', '({title body} : "tarif" *)'],
    ['words near each other', 'NEAR(oil gases, 3)', '({stems} : NEAR("oil" "gase", 3))'],
    ['no words at all', '" * ( -', ''],
  ])('%s', (_name, typed, expected) => {
    expect(matchOf(typed)).toBe(expected);
  });

  test.each([
    ['Лавров ', '({title body} : "лавров" OR {stems} : "лавр" OR {stems} : "лавров")'],
    ['Лаврову ', '({title body} : "лаврову" OR {stems} : "лавров" OR {title body} : "лавров")'],
  ])('a Russian name in -ов in all its cases: %s', (typed, expected) => {
    expect(matchOf(typed, ['ru'])).toBe(expected);
  });

  test('a stem for each language of the notebook, once', () => {
    expect(matchOf('nationaler ', ['de', 'fr', 'zh', 'en', 'pl'])).toBe(
      '({title body} : "nationaler" OR {stems} : "national" OR {stems} : "nationaler")',
    );
  });
});
