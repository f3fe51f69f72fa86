import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../main/engine/search/analyser/analyser.ts';

const exact = (text: string, language = 'und') => Array.from(analyse(text, language), (token) => token.exact);
const stems = (text: string, language = 'und') => Array.from(analyse(text, language), (token) => token.stem);

describe('what stands in a text', () => {
  test.each([
    ['words', 'The port, reopened.', ['the', 'port', 'reopened']],
    ['hyphens and apostrophes part words', "Well-known: China's", ['well', 'known', 'china', 's']],
    ['numbers and codes', 'G20 grew 3,5 % in 2024', ['g20', 'grew', '3', '5', 'in', '2024']],
    ['a footnote sign is no part of the word', 'sanctions² bite', ['sanctions', 'bite']],
    ['Han in overlapping pairs', '中国经济', ['中国', '国经', '经济', '济']],
    ['traditional Han as simplified', '經濟發展', ['经济', '济发', '发展', '展']],
    ['pictographs', 'a 🚢🚢 ✈️ b', ['a', '🚢', '🚢', '✈', 'b']],
    ['Han beside Latin', 'GDP增长5', ['gdp', '增长', '长', '5']],
    ['Han parted by punctuation', '贸易，投资', ['贸易', '易', '投资', '资']],
    ['kana', 'ロシア', ['ロシ', 'シア', 'ア']],
    ['half-width kana with sound marks', 'ｶﾞｽ', ['ガス', 'ス']],
    ['Thai with its vowel signs', 'ก็ดี', ['ก็ดี', 'ดี']],
    ['Korean in pairs, for its particles', '경제는', ['경제', '제는', '는']],
    ['Han outside the basic plane', '𠮷野', ['𠮷野', '野']],
    ['nothing but marks', '— … !', []],
  ])('%s', (_name, text, expected) => {
    expect(exact(text)).toEqual(expected);
  });
});

describe('stems', () => {
  test.each([
    ['English', 'en', 'joint ventures', ['joint', 'ventur']],
    ['Russian cases', 'ru', 'санкции санкций санкциями', ['санкц', 'санкц', 'санкц']],
    ['Russian, decomposed', 'ru', 'войны'.normalize('NFD'), stems('войны', 'ru')],
    ['German umlauts', 'de', 'Häuser Haus', ['haus', 'haus']],
    ['French, with and without accents', 'fr', 'économiques economiques', ['econom', 'econom']],
    ['an English word in a Russian text', 'ru', 'ventures', ['ventur']],
    ['a Russian word in an English text', 'en', 'санкций', ['санкц']],
    ['an English word in a Chinese text', 'zh', 'ventures', ['ventur']],
    ['a language without a stemmer', 'pl', 'ventures', ['ventures']],
    ['codes are left alone', 'en', 'F16s G20', ['f16s', 'g20']],
    ['single characters', 'zh', '经济', ['经', '济']],
  ])('%s', (_name, language, text, expected) => {
    expect(stems(text, language)).toEqual(expected);
  });
});

describe('offsets count the text as it was given', () => {
  test.each([
    ['decomposed', 'un cafe\u0301 noir', ['un', 'cafe\u0301', 'noir']],
    ['ligatures', 'ﬁnance ﬂow', ['ﬁnance', 'ﬂow']],
    ['soft hyphens', 'multi\u00adpolar world', ['multi\u00adpolar', 'world']],
    ['full width', 'ＡＢＣ、ｄｅ', ['ＡＢＣ', 'ｄｅ']],
    ['half-width kana', 'ｶﾞｽ', ['ｶﾞ', 'ｽ']],
    ['surrogate pairs', '😀 𠮷野 x', ['😀', '𠮷', '野', 'x']],
    ['decomposed Hangul', '\u1112\u1161\u11ab\u1100\u116e\u11a8', ['\u1112\u1161\u11ab', '\u1100\u116e\u11a8']],
  ])('%s', (_name, text, expected) => {
    expect(Array.from(analyse(text, 'und'), ({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test('a pair of characters covers both', () => {
    const [, pair, last] = analyse('x 中国', 'zh');
    expect(pair).toMatchObject({ start: 2, end: 3, exactEnd: 4, exact: '中国', stem: '中' });
    expect(last).toMatchObject({ start: 3, end: 4, exactEnd: 4, exact: '国', stem: '国' });
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('a', 'é', 'e\u0301', 'ﬁ', '中', '国', 'が', 'ｶ', 'ﾞ', '\u00ad', ' ', 'ก', '็', 'й', '"', '\u1100', '\u1161', 'İ', '²'),
    )
    .map((parts) => parts.join('')),
);
const anyLanguage = fc.constantFrom('und', 'en', 'ru', 'zh', 'de', 'tr', 'ar');

describe('for any text', () => {
  test('tokens are in order, inside the text, and apart', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        let reached = 0;
        for (const { start, end, exactEnd } of analyse(text, language)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(exactEnd).toBeGreaterThanOrEqual(end);
          expect(exactEnd).toBeLessThanOrEqual(text.length);
          reached = end;
        }
      }),
    );
  });

  test('forms hold nothing that the index would split or take for syntax', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        for (const { exact, stem } of analyse(text, language)) {
          for (const form of [exact, stem]) expect(form).toMatch(/^[^\0-/:-@[-`{-\x7f]+$/);
        }
      }),
    );
  });

  test('composed and decomposed spelling give the same forms', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const forms = (given: string) => Array.from(analyse(given, language), ({ exact, stem }) => `${exact} ${stem}`);
        expect(forms(text.normalize('NFD'))).toEqual(forms(text.normalize('NFC')));
      }),
    );
  });

  test('a run of Han alone has the tokens that it has behind a Latin letter', () => {
    const run = fc.string({ unit: fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCharCode(code)), minLength: 1 });
    fc.assert(
      fc.property(run, (text) => {
        const [, ...behind] = analyse(`x${text}`, 'zh');
        const shifted = behind.map((token) => ({ ...token, start: token.start - 1, end: token.end - 1, exactEnd: token.exactEnd - 1 }));
        expect([...analyse(text, 'zh')]).toEqual(shifted);
      }),
    );
  });
});
