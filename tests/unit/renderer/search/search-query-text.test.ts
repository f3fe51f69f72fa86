import { describe, expect, test } from 'vitest';
import type { Facet, Suggestion } from '../../../../contract/index.ts';
import {
  accept,
  anyOf,
  fieldAtCaret,
  fieldsIn,
  isHalfTyped,
  leaveOut,
  narrowing,
  placeOfNarrowing,
  queryParts,
  settledProblems,
  withOperator,
  worthSuggesting,
} from '../../../../renderer/search/box/query-text.ts';

function suggestion(text: string, from: number, to: number, kind: Suggestion['kind'] = 'word'): Suggestion {
  return { kind, text, detail: '', from, to };
}

describe('fields of a query', () => {
  test.each([
    ['wheat', []],
    ['sphere:economic wheat', ['sphere:economic']],
    ['wheat -lang:ru', ['-lang:ru']],
    ['in:"Black Sea" grain', ['in:"Black Sea"']],
    ['(grade:A..C OR has:note)', ['grade:A..C', 'has:note']],
    ['publisher:"not closed yet', ['publisher:"not closed yet']],
    ['sphere:экономика', ['sphere:экономика']],
    ['sphere: wheat', []],
  ])('%s', (text, expected) => {
    expect(fieldsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

test('a query is painted by stretches, a problem before a field', () => {
  const text = 'wheat sphere:economic colour:red';
  expect(queryParts(text, [{ start: 22, end: 29 }])).toEqual([
    { text: 'wheat ', kind: 'plain' },
    { text: 'sphere:economic', kind: 'field' },
    { text: ' ', kind: 'plain' },
    { text: 'colour:', kind: 'problem' },
    { text: 'red', kind: 'plain' },
  ]);
});

test('what is still being typed is no problem while there is something to put there', () => {
  const problem = { start: 0, end: 10, message: 'There is no sphere “eco”.' };
  const suggestions = [suggestion('sphere:economic ', 0, 10, 'value')];
  expect(settledProblems([problem], { caret: 10, half: null, suggestions })).toEqual([]);
  expect(settledProblems([problem], { caret: 10, half: null, suggestions: [] })).toEqual([problem]);
  expect(settledProblems([problem], { caret: 4, half: null, suggestions })).toEqual([problem]);
});

test('a problem behind a value half typed stands elsewhere in what was asked, and is not told', () => {
  const before = { start: 0, end: 8, message: 'There is no field “colour”.' };
  const behind = { start: 16, end: 24, message: 'There is no field “colour”.' };
  expect(settledProblems([before, behind], { caret: 19, half: { start: 9, end: 19 }, suggestions: [] })).toEqual([before]);
});

describe('the field being typed', () => {
  test.each([
    ['sphere:|', 'sphere:'],
    ['wheat sphere:eco|', 'sphere:eco'],
    ['wheat -lang:r|', '-lang:r'],
    ['(grade:A|)', 'grade:A'],
    ['in:"Black S|', 'in:"Black S'],
    ['sphere:eco| wheat', 'sphere:eco'],
    ['sphere:eco|nomic', null],
    ['sphere:economic |', null],
    ['wheat|', null],
    ['|sphere:eco', null],
  ])('%s', (marked, expected) => {
    const caret = marked.indexOf('|');
    const text = marked.replace('|', '');
    const place = fieldAtCaret(text, caret);
    expect(place === null ? null : text.slice(place.start, place.end)).toBe(expected);
  });
});

describe('a value is half typed while it only begins one that could stand there', () => {
  test.each([
    ['sphere:', ['sphere:economic ', 'sphere:cultural '], true],
    ['sphere:eco', ['sphere:economic ', 'sphere:economic/energy '], true],
    ['sphere:economic', ['sphere:economic ', 'sphere:economic/energy '], false],
    ['sphere:Economic', ['sphere:economic '], false],
    ['sphere:energy', ['sphere:economic/energy '], false],
    ['sphere:ener', ['sphere:economic/energy '], true],
    ['in:"Black S', ['in:"Shipping/Black Sea" '], true],
    ['in:"Black Sea', ['in:"Shipping/Black Sea" '], false],
    ['sphere:nowhere', [], false],
    ['published:20', ['published:2025 ', 'published:2024 '], true],
    ['published:2024..', [], false],
  ])('%s', (text, values, expected) => {
    const offered = values.map((value) => suggestion(value, 0, text.length, 'value'));
    expect(isHalfTyped(text, offered)).toBe(expected);
  });

  test('words of the index are no values', () => {
    expect(isHalfTyped('title:cor', [suggestion('corridor ', 6, 9, 'word')])).toBe(false);
  });
});

describe('an operator is put in at the caret, apart from the word before it', () => {
  test.each([
    ['|', 'sphere:|', 'sphere:|'],
    ['gas|', 'OR |', 'gas OR |'],
    ['gas |', 'OR |', 'gas OR |'],
    ['gas|', '-|', 'gas -|'],
    ['sanction|', '*|', 'sanction*|'],
    ['|', '"|"', '"|"'],
    ['wheat| price', '"|"', 'wheat "|" price'],
    ['(|)', 'has:|', '(has:|)'],
  ])('%s and %s', (marked, operator, expected) => {
    const { text, caret } = withOperator(marked.replace('|', ''), marked.indexOf('|'), operator);
    expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe(expected);
  });
});

describe('any of the words instead of all', () => {
  test.each([
    ['gas prices', 'gas OR prices'],
    ['  цены на газ ', 'цены OR на OR газ'],
    ['gas', null],
    ['gas OR oil', null],
    ['"gas prices"', null],
    ['gas sphere:economic', null],
    ['gas -oil', null],
  ])('%s', (text, expected) => {
    expect(anyOf(text)).toBe(expected);
  });
});

describe('a facet narrows the query, and is found in it again', () => {
  test.each<[Facet['kind'], string, string]>([
    ['sphere', 'wheat sphere:economic/energy', 'sphere:economic/energy'],
    ['language', 'lang:en OR x lang:ru', 'lang:ru'],
    ['publisher', 'wheat publisher:"The Port Review"', 'publisher:"The Port Review"'],
    ['year', 'wheat published:2024', 'published:2024'],
  ])('%s', (kind, query, narrowed) => {
    expect(narrowing(kind, query)).toBe(narrowed);
    const place = placeOfNarrowing(query, narrowed);
    expect(place && query.slice(place.start, place.end)).toBe(narrowed);
    expect(place && leaveOut(query, place)).toBe(query.slice(0, -narrowed.length - 1));
  });

  test('another value of the same field is not it', () => {
    expect(placeOfNarrowing('wheat lang:ru', 'lang:en')).toBeNull();
    expect(placeOfNarrowing('wheat sphere:economic/energy', 'sphere:economic')).toBeNull();
  });
});

describe('taking a suggestion', () => {
  test.each([
    ['at the end', 'oil sph', suggestion('sphere:', 4, 7, 'field'), 'oil sphere:', 11],
    ['in the middle, with one blank after it', 'tar oil', suggestion('tariffs ', 0, 3), 'tariffs oil', 7],
    ['alone', 'corr', suggestion('corridor ', 0, 4), 'corridor ', 9],
  ])('%s', (_name, text, taken, expected, caret) => {
    expect(accept(text, taken)).toEqual({ text: expected, caret });
  });

  test('a word that is typed in full is not suggested, nor a search of before', () => {
    const better = suggestion('tariffs ', 0, 6);
    expect(worthSuggesting('tariff', [suggestion('tariff ', 0, 6), better, suggestion('tariff war', 0, 6, 'search')])).toEqual([better]);
  });
});
