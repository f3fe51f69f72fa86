import { expect, test } from 'vitest';
import { findAll, firstFrom } from '../../../renderer/editor/find/find.ts';

const words = (text: string, wanted: string, matchCase = false) =>
  findAll(text, wanted, matchCase).map(({ start, end }) => text.slice(start, end));

test.each([
  ['any letter case', 'Gas, GAS and gas', 'gas', ['Gas', 'GAS', 'gas']],
  ['Russian', 'Договор о газе, договор о нефти', 'договор', ['Договор', 'договор']],
  ['Chinese', '稀土供应链与稀土价格', '稀土', ['稀土', '稀土']],
  ['signs that mean something in patterns', 'up 4.5% (or 4x5%)', '4.5% (', ['4.5% (']],
  ['a space where the text has a line break', 'white\npaper', 'white paper', ['white\npaper']],
  ['nothing for nothing', 'text', '', []],
])('finds %s', (_name, text, wanted, found) => expect(words(text, wanted)).toEqual(found));

test('matches the case where asked to', () => {
  expect(words('Gas and gas', 'gas', true)).toEqual(['gas']);
});

test('begins at the caret, and at the top after the last place', () => {
  const found = findAll('a b a b a', 'a', false);
  expect([0, 1, 5, 9].map((caret) => firstFrom(found, caret))).toEqual([0, 1, 2, 0]);
});
