import { describe, expect, test } from 'vitest';
import { foldCase, stripDiacritics } from '../../../main/engine/search/analyser/folding.ts';

const plain = (word: string) => stripDiacritics(foldCase(word));

describe('a word is one word however it is spelt', () => {
  test.each([
    ['case', 'Multipolar', 'multipolar'],
    ['full width', 'ＧＤＰ', 'gdp'],
    ['ligature', 'ﬁnance', 'finance'],
    ['soft hyphen', 'multi\u00adpolar', 'multipolar'],
    ['zero-width joiner', 'multi\u200dpolar', 'multipolar'],
    ['decomposed', 'cafe\u0301', 'cafe'],
    ['composed', 'café', 'cafe'],
    ['umlaut', 'Müller', 'muller'],
    ['sharp s', 'Straße', 'strasse'],
    ['letters that do not decompose', 'Łódź', 'lodz'],
    ['Danish', 'Øresund', 'oresund'],
    ['dotted capital I', 'İstanbul', 'istanbul'],
    ['dotless i', 'Diyarbakır', 'diyarbakir'],
    ['ё is е', 'Ёлка', 'елка'],
    ['й is not и', 'Йемен', 'йемен'],
    ['decomposed й', 'и\u0306од', 'йод'],
    ['a stress mark', 'за\u0301мок', 'замок'],
    ['ї is not і', 'Україна', 'україна'],
    ['Greek accents and final sigma', 'λόγος', 'λογοσ'],
    ['Arabic vowel points', 'كِتَاب', 'كتاب'],
    ['voiced kana stay voiced', 'が', 'が'],
    ['half-width kana', 'ｶﾞ', 'ガ'],
    ['decomposed Hangul', '\u1112\u1161\u11ab', '한'],
  ])('%s', (_name, word, expected) => {
    expect(plain(word)).toBe(expected);
  });
});
