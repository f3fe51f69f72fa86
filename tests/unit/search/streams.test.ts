import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../main/engine/search/analyser/analyser.ts';
import { streamsOf } from '../../../main/engine/search/analyser/streams.ts';

const decoder = new TextDecoder();

/** The two columns, form by form. */
function columnsOf(text: string, language: string) {
  const { exact, stems } = streamsOf(text, language);
  const formsIn = (bytes: Uint8Array) => decoder.decode(bytes).split(' ').slice(0, -1);
  return { exact: formsIn(exact), stems: formsIn(stems) };
}

function analysed(text: string, language: string) {
  const tokens = [...analyse(text, language)];
  return { exact: tokens.map(({ exact }) => exact.toWellFormed()), stems: tokens.map(({ stem }) => stem.toWellFormed()) };
}

describe('what the index takes in is what the analyser gives', () => {
  test.each([
    ['words, and words met before', 'en', 'The ferries were late. The ferry was late, and the FERRIES were late.'],
    ['numbers, apostrophes, hyphens', 'en', "It's 12.5 % of 4th-quarter sales (2024), the mayor's co-ordinator said_so."],
    ['Russian with ё and stress marks', 'ru', 'Ещё раз: паро́мы опоздали, а па\u0301ром — нет. МИД, США и т. д.'],
    ['German and French', 'de', 'Straßenbahnen über Köln, façade, œuvre, ﬁnden'],
    ['Turkish capitals', 'tr', 'İstanbul ve IĞDIR ışık'],
    ['Chinese with Latin between', 'zh', '新华社北京5月12日电，GDP增长5%。上海Port港。'],
    ['Japanese, Korean and Thai', 'ja', 'カタカナとひらがな、한국어는 ภาษาไทย ABC社'],
    ['Arabic with points', 'ar', 'كَتَبَ الطَّالِبُ رسالةً ـــ طويلة'],
    ['soft hyphens and joiners', 'en', 'har\u00adbour\u200d master\ufeff\u200c'],
    ['pictographs and © between words', 'en', '☀ Port © 2024™ 👩‍👩‍👧 news 🇩🇪 end'],
    ['letters beyond the first plane', 'und', '𝒜lpha 𐌰𐌱 𠀀𠀁 x𝟙'],
    ['halves of surrogate pairs', 'und', 'a\ud800b \udc00c d\ud83d'],
    ['a word of a thousand letters', 'en', `see ${'abcdefghij'.repeat(100)} there`],
    ['nothing but marks and signs', 'en', '\u0301 — … !'],
    ['nothing', 'en', ''],
  ])('%s', (_, language, text) => {
    expect(columnsOf(text, language)).toEqual(analysed(text, language));
  });

  test('any text in any language', () => {
    const language = fc.constantFrom('en', 'ru', 'de', 'tr', 'zh', 'ar', 'und');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('port', 'Порт', '港', 'の', 'é', '\u0301', '\u200d', '☀', ' ', '5', '-', '\ud83d', 'ß', 'ไทย'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, language, (given, of) => {
        expect(columnsOf(given, of)).toEqual(analysed(given, of));
      }),
      { numRuns: 1_000 },
    );
  });
});
