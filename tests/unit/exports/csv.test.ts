import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../main/engine/exports/csv.ts';
import { selectionOf, sphere } from './selections.ts';

/** A reader of RFC 4180, strict. */
function read(csv: string): Record<string, string>[] {
  const text = csv.replace(/^\ufeff/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
    cell.lastIndex = at;
    const match = cell.exec(text);
    if (match === null) throw new Error(`no cell at ${at}: ${text.slice(at, at + 40)}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
    at = cell.lastIndex;
  }
  const [header = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

describe('cells', () => {
  test.each([
    ['plain', 'The port reopened.', 'The port reopened.'],
    ['quotation marks and commas', 'He said "yes", twice', 'He said "yes", twice'],
    ['line breaks', 'One\nTwo\r\nThree', 'One\nTwo\r\nThree'],
    ['a formula', '=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ['a plus', '+1 for this', "'+1 for this"],
    ['a minus', '-1', "'-1"],
    ['an at', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['a carriage return', '\r=1', "'\r=1"],
    ['a full-width equals sign', '＝1', "'＝1"],
    ['an equals sign further on', 'a = b', 'a = b'],
  ])('%s', (_name, quote, expected) => {
    expect(read(writeCsv(selectionOf([{ quote }])))[0]?.quote).toBe(expected);
  });

  test('any text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (quote, note) => {
        const [row] = read(writeCsv(selectionOf([{ quote: `x${quote}`, note: `x${note}` }])));
        expect(row).toMatchObject({ quote: `x${quote}`, note: `x${note}` });
      }),
    );
  });
});

test('the mark that Excel needs comes first, and lines end with CR LF', () => {
  expect(writeCsv(selectionOf([]))).toMatch(/^\ufeffkind,quote,[^\n]*\r\n$/);
});

test('a row for each passage and for each note that stands alone', () => {
  const selection = selectionOf([{ spheres: [sphere('economic'), sphere('cultural')], state: 'detached' }], {
    note: { body: 'A good source.', analyst: 'Bo', date: '2026-11-21T00:00:00.000Z' },
  });
  selection.notes = [{ on: 'notebook', name: '', body: 'All of it.', analyst: 'Ada', date: '2026-11-22T00:00:00.000Z' }];
  const rows = read(writeCsv(selection));
  expect(rows.map(({ kind }) => kind)).toEqual(['notebook note', 'document note', 'passage']);
  expect(rows[2]).toMatchObject({
    spheres: 'economic; cultural',
    document: 'Grain prices',
    author: 'Ada',
    published: '2024-05',
    reliability: 'B',
    'start (UTF-16)': '5',
    'end (UTF-16)': '23',
    state: 'detached',
    date: '2026-11-20T09:00:00.000Z',
    analyst: 'Ada',
  });
});
