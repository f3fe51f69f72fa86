import { describe, expect, test } from 'vitest';
import { findHits, mergeHits } from '../../../main/engine/search/results/hits.ts';
import { termsIn } from './terms-in.ts';

function painted(text: string, typed: string, language: string): string {
  const hits = mergeHits(findHits(text, language, termsIn(typed, [language])));
  let shown = '';
  let done = 0;
  for (const { start, end } of hits) {
    shown += `${text.slice(done, start)}[${text.slice(start, end)}]`;
    done = end;
  }
  return shown + text.slice(done);
}

describe('hits in the text as it was given', () => {
  test.each([
    ['forms of a word', 'en', 'venture', 'A venture among ventures.', 'A [venture] among [ventures].'],
    ['the beginning of a word', 'en', 'multip', 'A multipolar order', 'A [multipolar] order'],
    ['a phrase', 'en', '"joint ventures"', 'Joint ventures, a joint venture', '[Joint ventures], a joint venture'],
    ['a phrase over a line break', 'en', '"new order"', 'a new\norder', 'a [new\norder]'],
    ['several words', 'en', 'oil gas ', 'Gas, oil and coal', '[Gas], [oil] and coal'],
    [
      'words near each other',
      'en',
      'NEAR(oil gas, 1)',
      'Oil and gas, and far away from both oil',
      '[Oil] and [gas], and far away from both oil',
    ],
    ['Russian cases, ё', 'ru', 'счёт ', 'По счету и без счётов', 'По [счету] и без [счётов]'],
    ['Han inside a run', 'zh', '经济', '中国经济增长', '中国[经济]增长'],
    ['three characters', 'zh', '国经济', '中国经济增长', '中[国经济]增长'],
    ['one character', 'zh', '国', '中国经济', '中[国]经济'],
    ['overlapping places', 'zh', '哈哈', '哈哈哈', '[哈哈哈]'],
    ['Han at the end of a run', 'zh', '增长', '经济增长。', '经济[增长]。'],
    ['Latin with one character after it', 'zh', '"G国"', 'G国家', '[G国]家'],
    ['a decomposed text', 'fr', 'café ', 'un cafe\u0301 noir', 'un [cafe\u0301] noir'],
    ['a soft hyphen', 'en', 'multipolar ', 'a multi\u00adpolar order', 'a [multi\u00adpolar] order'],
    ['a ligature', 'en', 'finance ', 'public ﬁnance', 'public [ﬁnance]'],
    ['full width', 'en', 'gdp ', 'the ＧＤＰ fell', 'the [ＧＤＰ] fell'],
    ['nothing', 'en', 'absent', 'The text', 'The text'],
    ['no query', 'en', '', 'The text', 'The text'],
  ])('%s', (_name, language, typed, text, expected) => {
    expect(painted(text, typed, language)).toBe(expected);
  });
});

test('in a long text phrases are found wherever they begin', () => {
  const words = Array.from({ length: 5_000 }, (_, n) => (n % 2 === 0 ? 'grain' : 'corridor'));
  const phrase = termsIn('"grain corridor grain"', ['en']);
  expect(findHits(words.join(' '), 'en', phrase)).toHaveLength(2_499);
});
