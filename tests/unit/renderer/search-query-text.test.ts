import { describe, expect, test } from 'vitest';
import type { Facet, Suggestion } from '../../../contract/index.ts';
import {
  accept,
  fieldsIn,
  leaveOut,
  narrowing,
  placeOfNarrowing,
  queryParts,
  settledProblems,
  worthSuggesting,
} from '../../../renderer/search/box/query-text.ts';

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
  const offered = [suggestion('sphere:economic ', 0, 10, 'value')];
  expect(settledProblems([problem], 10, offered)).toEqual([]);
  expect(settledProblems([problem], 10, [])).toEqual([problem]);
  expect(settledProblems([problem], 4, offered)).toEqual([problem]);
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
