import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../main/engine/imports/formats/table.ts';
import { assignColumns } from '../../../../main/engine/imports/formats/table-columns.ts';
import { draftOfRow } from '../../../../main/engine/imports/formats/table-draft.ts';
import { guessMapping } from '../../../../main/engine/imports/formats/table-mapping.ts';
import { encodeAs } from '../encode.ts';
import { bytesOf, fixture } from '../fixtures.ts';
import { outlineOf } from './outline.ts';

const csv = (text: string) => readTable('csv', bytesOf(text));

describe('tables in text', () => {
  test('quotes, line ends and commas in cells', async () => {
    const { columns, rows } = await readTable('csv', fixture('seed.csv'));
    expect(columns).toEqual(['Headline', 'Date', 'Author', 'Newspaper', 'Text', 'Link', 'Region']);
    expect(rows.map(([title, , , , text]) => [title, text])).toEqual([
      ['Tolls rise, again', 'The keepers raised the tolls by a quarter.\n\nBarges wait.'],
      ['Bread is dear', 'A loaf costs "two crowns" in Varn.'],
    ]);
  });

  test.each([
    ['semicolons', 'Title;Text\nA, b;C, d\nE, f;G, h\n'],
    ['tabs', 'Title\tText\nA, b\tC, d\nE, f\tG, h\n'],
    ['bars', 'Title|Text\nA, b|C, d\nE, f|G, h\n'],
    ['semicolons that Excel names', 'sep=;\nTitle;Text\nA, b;C, d\nE, f;G, h\n'],
    ['Windows line ends', 'Title;Text\r\nA, b;C, d\r\nE, f;G, h\r\n'],
    ['rows above the table', 'Prices of the year\n\nTitle;Text\nA, b;C, d\nE, f;G, h\n'],
  ])('%s', async (_, text) => {
    expect(await csv(text)).toMatchObject({
      columns: ['Title', 'Text'],
      rows: [
        ['A, b', 'C, d'],
        ['E, f', 'G, h'],
      ],
    });
  });

  test.each(['windows-1251', 'koi8-r', 'utf-16le'])('Russian in %s', async (encoding) => {
    const text = 'Заголовок;Текст\nЦены растут;Зерно подорожало на четверть.\n';
    expect(await readTable('csv', encodeAs(text, encoding))).toMatchObject({ columns: ['Заголовок', 'Текст'] });
  });

  test('an encoding that a person chose', async () => {
    const { columns } = await readTable('csv', encodeAs('да;нет\nа;б\n', 'ibm866'), { encoding: 'ibm866' });
    expect(columns).toEqual(['да', 'нет']);
  });

  test('empty rows are counted, short ones filled, long ones kept', async () => {
    expect(await csv('Title,Text\nA\n,\n\nB,C,D\n')).toMatchObject({
      columns: ['Title', 'Text', 'Column 3'],
      rows: [
        ['A', '', ''],
        ['B', 'C', 'D'],
      ],
      emptyRows: 2,
      notices: ['One row has more cells than the table has names: look whether what parts the cells stands within one.'],
    });
  });

  test('a table without names', async () => {
    const { columns, rows } = await csv('2026-03-05,The lock opens.\n2026-03-06,The lock closes.\n');
    expect(columns).toEqual(['Column 1', 'Column 2']);
    expect(rows).toHaveLength(2);
  });

  test.each([
    ['nothing but commas', ',,\n,,\n', /nothing in this table/],
    ['a quotation mark that is never closed', 'Title,Text\nA,"B\nC,D\n', /row \d+ is never closed.*cut short/],
    ['too many columns', `${Array.from({ length: 600 }, (_, i) => `c${i}`).join(',')}\n1\n`, /600 columns/],
    ['too many rows', 'a\n'.repeat(210_000), /more than 200,000 rows/],
  ])('refused: %s', async (_, text, words) => {
    await expect(csv(text)).rejects.toThrow(expect.objectContaining({ message: expect.stringMatching(words) }));
  });
});

describe('which column is what', () => {
  test.each([
    [
      'English',
      'Headline,Date,Author,Newspaper,Text,Link,Language',
      { title: 0, date: 1, author: 2, publisher: 3, text: 4, url: 5, language: 6 },
    ],
    [
      'Russian',
      'Заголовок,Дата публикации,Автор,Издание,Текст,Ссылка,Язык',
      { title: 0, date: 1, author: 2, publisher: 3, text: 4, url: 5, language: 6 },
    ],
    ['Chinese', '标题,日期,作者,来源,正文,链接,语言', { title: 0, date: 1, author: 2, publisher: 3, text: 4, url: 5, language: 6 }],
    [
      'German',
      'Titel,Datum,Autor,Quelle,Inhalt,Adresse,Sprache',
      { title: 0, date: 1, author: 2, publisher: 3, text: 4, url: 5, language: 6 },
    ],
    ['a program', 'id,published_at,TITLE,full-text', { date: 1, title: 2, text: 3 }],
    ['text before abstract', 'abstract,text', { text: 1, title: 0 }],
  ])('by names: %s', async (_, header, mapping) => {
    const cells = header.split(',').map((_, index) => `cell ${index}`);
    expect(guessMapping(await csv(`${header}\n${cells.join(',')}\n`))).toMatchObject(mapping);
  });

  test('by what is in it', async () => {
    const table = await csv(
      'k,u,w,x\n1,https://a.example.org/1,2026-03-05,"The keepers raised the tolls by a quarter, and barges wait."\n2,https://a.example.org/2,2026-03-06,"Bread is dear in Varn, dearer than last year."\n',
    );
    expect(guessMapping(table)).toEqual({ url: 1, date: 2, text: 3 });
  });
});

describe('a row as a document', () => {
  test('its text, and below it what else the row says', async () => {
    const table = await readTable('csv', fixture('seed.csv'));
    const draft = draftOfRow(table, table.rows[0] ?? [], assignColumns(table));
    expect(draft?.claims).toMatchObject({
      title: 'Tolls rise, again',
      author: 'Ida Marsh',
      publisher: 'The Lock Gazette',
      published: '2026-03-05',
      url: 'https://gazette.example.org/tolls',
    });
    expect(draft === null ? [] : outlineOf(draft)).toEqual([
      'p The keepers raised the tolls by a quarter.',
      'p Barges wait.',
      '• Region: Lower river',
    ]);
  });

  test('a row with neither text nor title is none', async () => {
    const table = await csv('Title,Text,Place\nA,B,C\n,,Varn\n');
    expect(table.rows.map((row) => draftOfRow(table, row, assignColumns(table)) === null)).toEqual([false, true]);
  });

  test('HTML in a cell is read as such', async () => {
    const table = await csv('Title,Text\nA,<p>One <b>two</b>.</p><p>Three.</p>\n');
    const draft = draftOfRow(table, table.rows[0] ?? [], assignColumns(table));
    expect(draft === null ? [] : outlineOf(draft)).toEqual(['p One two.', 'p Three.']);
  });

  test.each([
    ['other rows tell the day', ['05/12/2026', '25/12/2026'], '2026-12-05'],
    ['other rows tell the month', ['05/12/2026', '12/25/2026'], '2026-05-12'],
    ['nothing tells', ['05/12/2026', '06/12/2026'], null],
    ['the rows disagree', ['05/12/2026', '25/12/2026', '12/25/2026'], null],
  ])('dates with slashes: %s', async (_, dates, published) => {
    const table = await csv(`Date,Text\n${dates.map((date) => `${date},Some text.`).join('\n')}\n`);
    const draft = draftOfRow(table, table.rows[0] ?? [], assignColumns(table));
    expect(draft?.claims.published).toBe(published);
    // What could not be read is not lost.
    expect(draft === null ? [] : outlineOf(draft)).toEqual(published === null ? ['p Some text.', `• Date: ${dates[0]}`] : ['p Some text.']);
  });
});
