import { expect, test } from 'vitest';
import { firstExamples } from '../../../../renderer/search/help/query-help.ts';

const queries = (titles: string[]) => firstExamples(titles, []).map(([query]) => query);

test('the first examples are made of words that the notebook has', () => {
  expect(queries(['The corridor nobody owns', 'Notes', 'A harbour without ships'])).toEqual([
    '"corridor nobody"',
    'corridor OR harbour',
    'corridor -harbour',
    'untagged',
  ]);
});

test('with one title there is nothing to leave out', () => {
  expect(queries(['Grain prices, again'])).toEqual(['untagged']);
  expect(queries(['Grain prices again'])).toEqual(['"grain prices"', 'untagged']);
});

test('titles without such words give none', () => {
  expect(queries([])).toEqual(['untagged']);
  expect(queries(['湖畔的会晤', 'No. 5'])).toEqual(['untagged']);
});
