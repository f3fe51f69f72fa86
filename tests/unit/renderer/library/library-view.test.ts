import { describe, expect, test } from 'vitest';
import type { DocumentSummary } from '../../../../contract/index.ts';
import { noCopies } from '../../../../renderer/library/copies/copies.ts';
import { listed } from '../../../../renderer/library/library-view.ts';
import { ordered, orderedInTurns, Sort } from '../../../../renderer/library/order.ts';
import { sourceLine } from '../../../../renderer/library/source-line.ts';

const blank = { author: '', publisher: '', url: '', published: null, accessed: null, reliability: null, credibility: null };

function document(title: string, day: number, more: Partial<DocumentSummary> = {}): DocumentSummary {
  const createdAt = `2026-01-0${day}T00:00:00.000Z`;
  return {
    id: title,
    title,
    language: 'en',
    words: 1,
    passages: 0,
    detached: 0,
    hasNote: false,
    revision: 1,
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
    source: blank,
    ...more,
  };
}

const library = [
  document('Report 10', 1, { source: { ...blank, author: 'Ana Müller', published: '2025-03' } }),
  document('Report 9', 2, { passages: 4 }),
  document('Ёлка и ёж', 3, { language: 'ru', source: { ...blank, publisher: 'Север', published: '2025' } }),
];

function titles(typed: string, by: Sort, { reversed = false } = {}): string[] {
  return listed(library, typed, { by, reversed }).map(({ title }) => title);
}

describe('the library is listed', () => {
  test('newest first', () => expect(titles('', 'added')).toEqual(['Ёлка и ёж', 'Report 9', 'Report 10']));
  test('by title, numbers as numbers', () => expect(titles('', 'title')).toEqual(['Report 9', 'Report 10', 'Ёлка и ёж']));
  test('by date of publication, unknown ones last', () => expect(titles('', 'published')).toEqual(['Report 10', 'Ёлка и ёж', 'Report 9']));
  test('by passages', () => expect(titles('', 'passages')[0]).toBe('Report 9'));
  test('by publisher, unknown ones last', () => expect(titles('', 'publisher')[0]).toBe('Ёлка и ёж'));
  test('the other way round, unknown ones still last', () =>
    expect(titles('', 'published', { reversed: true })).toEqual(['Ёлка и ёж', 'Report 10', 'Report 9']));
  test.each<[string[], string[]]>([
    [
      ['Йога', 'Икра', 'Кино', 'Ива'],
      ['Ива', 'Икра', 'Йога', 'Кино'],
    ],
    [
      ['zebra', 'Éclair', 'echo', 'Öl', 'apple'],
      ['apple', 'echo', 'Éclair', 'Öl', 'zebra'],
    ],
    [
      ['“Quiet” seas', 'Pilots', 'Rails'],
      ['Pilots', '“Quiet” seas', 'Rails'],
    ],
  ])('letters as readers of a language expect: %j', (given, order) => {
    const documents = given.map((title) => document(title, 1));
    expect(listed(documents, '', { by: 'title', reversed: false }).map(({ title }) => title)).toEqual(order);
  });
  test('by grade, the best first, ungraded ones last', () => {
    const documents = [
      document('none', 1),
      document('C3', 1, { source: { ...blank, reliability: 'C', credibility: 3 } }),
      document('B', 1, { source: { ...blank, reliability: 'B' } }),
      document('B2', 1, { source: { ...blank, reliability: 'B', credibility: 2 } }),
    ];
    expect(listed(documents, '', { by: 'grade', reversed: false }).map(({ title }) => title)).toEqual(['B2', 'B', 'C3', 'none']);
  });
});

describe('tens of thousands are ordered in turns, with the window at work between them', () => {
  const publishers = ['Север', 'North', '', 'Ost'];
  const many = Array.from({ length: 4_500 }, (_, n) =>
    document(`Report ${(n * 7919) % 4_500}`, (n % 9) + 1, { passages: n % 13, source: { ...blank, publisher: publishers[n % 4] ?? '' } }),
  );
  test.each(Sort.options)('by %s as if they were ordered at once', async (by) => {
    for (const reversed of [false, true]) {
      const inTurns = await orderedInTurns(many, { by, reversed }, noCopies, new AbortController().signal);
      expect(inTurns).toEqual(ordered(many, { by, reversed }));
    }
  });
  test('until another order is asked for', async () => {
    const control = new AbortController();
    const answer = orderedInTurns(many, { by: 'title', reversed: false }, noCopies, control.signal);
    control.abort();
    expect(await answer).toBeNull();
  });
});

describe('what is typed finds titles and sources', () => {
  test.each([
    ['report', ['Report 9', 'Report 10']],
    ['muller', ['Report 10']],
    ['10 ana', ['Report 10']],
    ['елка', ['Ёлка и ёж']],
    ['север', ['Ёлка и ёж']],
    ['nothing', []],
  ])('%s', (typed, found) => expect(titles(typed, 'added')).toEqual(found));
});

test('a source is one line of what is known', () => {
  expect(sourceLine({ ...blank, author: 'Ana Müller', publisher: 'North', published: '2025', reliability: 'B' })).toBe(
    'Ana Müller · North · 2025 · B',
  );
  expect(sourceLine(blank)).toBe('');
});
