import { describe, expect, test } from 'vitest';
import { type ColumnUse, columnUse, withUse } from '../../../../renderer/imports/questions/column-use.ts';
import { documentsWords, warningsOf } from '../../../../renderer/imports/questions/table-words.ts';

describe('what a column is for', () => {
  const chosen = { columns: { title: 'Headline', text: 'Body' }, leftOut: ['Id'] };

  test.each([
    ['Headline', 'title'],
    ['Body', 'text'],
    ['Id', 'none'],
    ['Desk', 'below'],
  ])('%s is %s', (name, use) => {
    expect(columnUse(chosen, name)).toBe(use);
  });

  test.each<[string, ColumnUse, object]>([
    ['Desk', 'author', { columns: { title: 'Headline', text: 'Body', author: 'Desk' }, leftOut: ['Id'] }],
    // The field moves: the column that had it goes below the text.
    ['Desk', 'title', { columns: { text: 'Body', title: 'Desk' }, leftOut: ['Id'] }],
    ['Headline', 'text', { columns: { text: 'Headline' }, leftOut: ['Id'] }],
    ['Headline', 'below', { columns: { text: 'Body' }, leftOut: ['Id'] }],
    ['Body', 'none', { columns: { title: 'Headline' }, leftOut: ['Id', 'Body'] }],
    ['Id', 'url', { columns: { title: 'Headline', text: 'Body', url: 'Id' }, leftOut: [] }],
    ['Id', 'below', { columns: { title: 'Headline', text: 'Body' }, leftOut: [] }],
  ])('%s becomes %s', (name, use, after) => {
    expect(withUse(chosen, name, use)).toEqual(after);
  });
});

describe('what is said of a table', () => {
  const counts = { documents: 3, known: 0, blank: 0, withoutText: 0, undated: 0 };

  test.each([
    [counts, []],
    [{ ...counts, blank: 1 }, ['1 row has neither title nor text and will be left out.']],
    [{ ...counts, known: 1_204 }, ['1,204 rows are in the notebook already and will stay as they are.']],
    [
      { ...counts, withoutText: 2, undated: 1 },
      ['2 rows have no text: the title will stand for it.', '1 row has a date that cannot be read; it will stand below the text.'],
    ],
    [{ ...counts, documents: 0, blank: 3 }, ['No row has a title or a text.']],
  ])('%j', (of, words) => {
    expect(warningsOf(of, true, 'en')).toEqual(words);
  });

  test('nothing can come in without a column for title or text', () => {
    expect(warningsOf({ ...counts, documents: 0, blank: 3 }, false, 'en')).toEqual([
      'No column is the title or the text. Say above one of the columns that it is.',
    ]);
  });

  test.each([
    [1, '1 document'],
    [1_204, '1,204 documents'],
  ])('%i', (count, words) => {
    expect(documentsWords(count, 'en')).toBe(words);
  });
});
