import { describe, expect, test } from 'vitest';
import { findTyped, isTyping, nothingTyped, typeLetter } from '../../../../renderer/passages/type-ahead.ts';

const quotes = ['“Tariffs rose again', 'A new pipeline', 'the tariff was cut', 'Пошлины выросли'];

describe('letters typed in a list', () => {
  test('make one word while they come quickly', () => {
    const word = typeLetter(typeLetter(nothingTyped, 'p', 1000), 'i', 1300);
    expect(word.text).toBe('pi');
    expect(isTyping(word, 1400)).toBe(true);
  });

  test('begin anew after a pause', () => {
    const word = typeLetter(typeLetter(nothingTyped, 'p', 1000), 'i', 3000);
    expect(word.text).toBe('i');
    expect(isTyping(word, 9000)).toBe(false);
  });

  test.each([
    ['the beginning, past the quotation mark', 'tar', 0, 0],
    ['a word inside where nothing begins so', 'pip', 0, 1],
    ['one letter again goes on to the next', 't', 0, 2],
    ['and around', 't', 2, 0],
    ['Cyrillic, in either case', 'пош', 0, 3],
    ['nothing', 'zebra', 0, -1],
  ])('lead to %s', (_name, text, from, found) => {
    expect(findTyped(quotes, text, from)).toBe(found);
  });

  test('find nothing in an empty list', () => {
    expect(findTyped([], 'a', 0)).toBe(-1);
  });
});
