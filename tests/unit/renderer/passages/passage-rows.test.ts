import { describe, expect, test } from 'vitest';
import { neighbourOf, passageRows } from '../../../../renderer/passages/rows.ts';
import { passage } from './passages.ts';

const late = passage({ id: 'late', start: 90, end: 99 });
const early = passage({ id: 'early', start: 5, end: 40 });
const shorter = passage({ id: 'shorter', start: 5, end: 12 });
const gone = passage({ id: 'gone', start: 1, end: 4, segments: [], state: 'detached' });

function ids(rows: ReturnType<typeof passageRows>): string[] {
  return rows.map((row) => row.passage.id);
}

describe('the passages of a document', () => {
  test('stand in the order of the text, the shorter of two first', () => {
    expect(ids(passageRows([late, early, shorter], { ofNotebook: false }))).toEqual(['shorter', 'early', 'late']);
  });

  test('detached ones come last, under a heading of their own', () => {
    const rows = passageRows([gone, late, early], { ofNotebook: false });
    expect(ids(rows)).toEqual(['early', 'late', 'gone']);
    expect(rows.map(({ headings }) => headings)).toEqual([[], [], [{ kind: 'detached', count: 1 }]]);
  });

  test('only the first detached one carries the heading', () => {
    const rows = passageRows([gone, { ...gone, id: 'gone too' }], { ofNotebook: false });
    expect(rows.map(({ headings }) => headings.length)).toEqual([1, 0]);
    expect(rows[0]?.headings).toEqual([{ kind: 'detached', count: 2 }]);
  });
});

describe('the passages of the notebook', () => {
  const other = { documentId: 'e', documentTitle: 'Barley prices in spring' };

  test('stand document by document, in the order of the titles', () => {
    const rows = passageRows([early, late, passage({ id: 'barley', ...other })], { ofNotebook: true });
    expect(
      rows.map(({ passage: { id }, headings }) => [id, headings.map((heading) => heading.kind === 'document' && heading.title)]),
    ).toEqual([
      ['early', ['A strait and its tankers']],
      ['late', []],
      ['barley', ['Barley prices in spring']],
    ]);
  });

  test('two documents of one title do not run into each other', () => {
    const twin = passage({ id: 'twin', documentId: 'c', start: 20, end: 30 });
    expect(ids(passageRows([early, late, twin], { ofNotebook: true }))).toEqual(['twin', 'early', 'late']);
  });

  test('a detached one names its document again', () => {
    const rows = passageRows([early, gone], { ofNotebook: true });
    expect(rows[1]?.headings.map(({ kind }) => kind)).toEqual(['detached', 'document']);
  });
});

test.each([
  ['the next one', 0, ['early'], 'late'],
  ['the next one that stays', 0, ['early', 'late'], 'gone'],
  ['the one before where none follows', 2, ['late', 'gone'], 'early'],
  ['none where all go', 1, ['early', 'late', 'gone'], undefined],
])('when passages are removed the keyboard goes to %s', (_name, at, going, expected) => {
  const rows = passageRows([early, late, gone], { ofNotebook: false });
  const to = neighbourOf(rows, at, ({ passage }) => going.includes(passage.id));
  expect(rows[to]?.passage.id).toBe(expected);
});
