import { describe, expect, test } from 'vitest';
import type { Changed, TableReading } from '../../../contract/index.ts';
import { newNotebook } from '../engine/notebook.ts';
import { encodeAs } from './encode.ts';
import { bytesOf } from './fixtures.ts';
import { makeXlsx } from './formats/make-xlsx.ts';

const wires = bytesOf(
  [
    'Headline,Body,When,Desk,Id',
    'Tolls rise,The keepers raised the tolls by a quarter.,05/03/2026,River,17',
    'Bread is dear,,not yet,Market,18',
    ',,06/03/2026,Market,19',
    'Salt runs short,The pans dried out.,07/03/2026,Coast,20',
  ].join('\n'),
);
const file = { name: 'wires.csv', bytes: wires };

async function preview(reading: TableReading = {}, given = file) {
  return newNotebook().client.call('imports.previewTable', { file: given, reading });
}

/** Sheets as Excel writes them, by name: rows of cells. */
function workbook(sheets: Record<string, string[][]>): Uint8Array<ArrayBuffer> {
  const cell = (text: string, column: number, row: number) =>
    `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  return makeXlsx(
    Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows
        .map((cells, index) => `<row r="${index + 1}">${cells.map((text, column) => cell(text, column, index + 1)).join('')}</row>`)
        .join(''),
    })),
  );
}

describe('a table before it is imported', () => {
  test('is shown with what it would become, and nothing is changed', async () => {
    const { client } = newNotebook();
    const shown = await client.call('imports.previewTable', { file });
    expect(shown).toMatchObject({
      names: ['Headline', 'Body', 'When', 'Desk', 'Id'],
      total: 4,
      reading: {
        columns: { title: 'Headline', text: 'Body' },
        leftOut: [],
        hasNames: true,
        delimiter: ',',
        encoding: 'utf-8',
        sheet: null,
      },
      documents: 3,
      known: 0,
      blank: 1,
      withoutText: 1,
    });
    expect(shown.rows[1]).toEqual(['Bread is dear', '', 'not yet', 'Market', '18']);
    expect(shown.examples[0]).toMatchObject({ title: 'Tolls rise', language: 'en' });
    expect(shown.examples[0]).toMatchObject({
      text: 'The keepers raised the tolls by a quarter.',
      below: [
        ['When', '05/03/2026'],
        ['Desk', 'River'],
        ['Id', '17'],
      ],
    });
    expect(await client.call('documents.list', {})).toEqual([]);
  });

  test('with the columns a person chose: a date that is none stands below the text, what is left out nowhere', async () => {
    const columns = { title: 'Headline', text: 'Body', date: 'When', publisher: 'Desk' };
    const chosen = await preview({ columns, leftOut: ['Id'], slashDates: 'day-first' });
    expect(chosen).toMatchObject({ undated: 1, reading: { columns, leftOut: ['Id'], slashDates: 'day-first' } });
    expect(chosen.examples).toMatchObject([
      { published: '2026-03-05', publisher: 'River', text: 'The keepers raised the tolls by a quarter.', below: [] },
      { published: null, publisher: 'Market', text: 'Bread is dear', below: [['When', 'not yet']] },
    ]);
    expect((await preview({ columns })).undated).toBe(3);
  });

  test('column names count whatever their case; one that is not there is named with those that are', async () => {
    expect((await preview({ columns: { text: 'body' } })).reading.columns).toEqual({ text: 'Body' });
    await expect(preview({ columns: { text: 'Bodie' } })).rejects.toThrow(
      'There is no column “Bodie” in this table. It has: Headline, Body, When, Desk, Id. Nothing was imported: name one of these.',
    );
  });

  test('no column for the text: nothing would come in', async () => {
    expect(await preview({ columns: { author: 'Desk' } })).toMatchObject({ documents: 0, blank: 4, examples: [] });
  });

  test('a first row that is no row of names, or is one after all', async () => {
    const without = await preview({ hasNames: false });
    expect(without.names).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4', 'Column 5']);
    expect(without.total).toBe(5);
    const years = { name: 'years.csv', bytes: bytesOf('2025,2026\nThe first harvest.,The second harvest.\n') };
    expect(await preview({}, years)).toMatchObject({ names: ['Column 1', 'Column 2'], total: 2 });
    expect(await preview({ hasNames: true }, years)).toMatchObject({ names: ['2025', '2026'], total: 1 });
  });

  test('names that stand twice are told apart', async () => {
    const twice = { name: 'twice.csv', bytes: bytesOf('Text,Text,\nOne.,Two.,Three.\n') };
    expect((await preview({ hasNames: true }, twice)).names).toEqual(['Text', 'Text (2)', 'Column 3']);
  });

  test('Russian in windows-1251 with semicolons, and the same read wrong by choice', async () => {
    const bytes = encodeAs(
      'Заголовок;Текст;Дата\nЦены растут;Зерно подорожало на четверть, и мука тоже: баржи с юга ещё не пришли.;12.05.2026\n',
      'windows-1251',
    );
    const russian = { name: 'сводка.csv', bytes };
    expect(await preview({}, russian)).toMatchObject({
      reading: { delimiter: ';', encoding: 'windows-1251', columns: { title: 'Заголовок', text: 'Текст', date: 'Дата' } },
      examples: [{ title: 'Цены растут', published: '2026-05-12', language: 'ru' }],
    });
    expect((await preview({ encoding: 'koi8-r', delimiter: ',' }, russian)).names).not.toContain('Заголовок');
  });

  test('a workbook: the first sheet with anything in it, or the one that is asked for', async () => {
    const bytes = workbook({
      Cover: [],
      May: [
        ['Title', 'Text'],
        ['A', 'In May.'],
      ],
      June: [
        ['Title', 'Text'],
        ['B', 'In June.'],
      ],
    });
    const book = { name: 'year.xlsx', bytes };
    expect(await preview({}, book)).toMatchObject({
      sheets: ['Cover', 'May', 'June'],
      reading: { sheet: 'May', delimiter: null, encoding: null },
      notices: [
        'Of this workbook the sheet “May” was read; others were left in the original: Cover, June. To bring one in, import the file again and choose that sheet.',
      ],
    });
    expect((await preview({ sheet: 'June' }, book)).examples[0]?.title).toBe('B');
    await expect(preview({ sheet: 'July' }, book)).rejects.toThrow('There is no sheet “July” in this workbook. It has: Cover, May, June.');
    await expect(preview({ sheet: 'Cover' }, book)).rejects.toThrow('There is nothing in this table.');
  });

  test.each([
    ['letter.txt', 'Dear reader', /^This is plain text, and no table/],
    ['page.csv', '<!doctype html><p>A page', /named \.csv, but holds a web page/],
    ['empty.csv', '', /empty/],
  ])('%s is refused', async (name, text, words) => {
    await expect(preview({}, { name, bytes: bytesOf(text) })).rejects.toThrow(words);
  });
});

describe('a table as a person wants it read', () => {
  test('comes in so, and each document keeps which column it came of', async () => {
    const { client } = newNotebook();
    const table = { columns: { text: 'Body', title: 'Headline' }, leftOut: ['Id', 'When'] };
    const { imported } = await client.call('imports.files', { files: [{ ...file, table }] });
    expect(imported.map(({ title, notices }) => [title, notices])).toEqual([
      ['Tolls rise', []],
      ['Bread is dear', []],
      ['Salt runs short', []],
    ]);
    const documentId = imported[2]?.documentId ?? '';
    expect((await client.call('documents.text', { documentId })).text).toBe('The pans dried out.\nDesk: Coast');
    const { original } = await client.call('documents.get', { documentId });
    expect(original?.notices).toEqual(['Title from “Headline”, text from “Body”. Left in the original: “Id”, “When”.']);
    expect(original?.part).toBe('row 4');
  });

  test('a guess is told once, with the first row', async () => {
    const { client } = newNotebook();
    const { imported } = await client.call('imports.files', { files: [file] });
    expect(imported.map(({ notices }) => notices)).toEqual([['Title from “Headline”, text from “Body”.'], [], []]);
  });

  test('rows that came in before are counted, whatever the columns were', async () => {
    const { client } = newNotebook();
    await client.call('imports.files', { files: [file] });
    expect(await client.call('imports.previewTable', { file })).toMatchObject({ documents: 0, known: 3 });
    const more = { name: 'more.csv', bytes: new Uint8Array([...wires, ...bytesOf('\nIce breaks,The river is open.,,,21\n')]) };
    expect(await client.call('imports.previewTable', { file: more })).toMatchObject({ documents: 4, known: 0 });
  });

  test('rows whose columns were wrong come in again with the right ones, in the place of what nobody has worked on', async () => {
    const { client } = newNotebook();
    const wrong = { columns: { title: 'Desk', text: 'Headline' } };
    const right = { columns: { title: 'Headline', text: 'Body' } };
    const first = await client.call('imports.files', { files: [{ ...file, table: wrong }] });
    const [tagged, collected] = first.imported.map(({ documentId }) => documentId);
    if (tagged === undefined || collected === undefined) throw new Error('two rows at least came in');
    await client.call('notes.put', { target: { kind: 'document', id: tagged }, body: 'Ask the keepers.' });
    await client.call('collections.add', { name: 'River', documentIds: [collected] });

    expect(await client.call('imports.previewTable', { file, reading: right })).toMatchObject({
      documents: 3,
      known: 0,
      notices: [
        '3 rows are in the notebook, read otherwise, and would come in again. What nobody has worked on since goes to the bin for it.',
      ],
    });
    const { imported, skipped } = await client.call('imports.files', { files: [{ ...file, table: right }] });
    expect(skipped).toEqual([]);
    expect(imported.map(({ title, notices }) => [title, notices])).toEqual([
      ['Tolls rise', ['What the row was read as before, “River”, has been worked on and stays.']],
      ['Bread is dear', ['What the row was read as before, “Market”, lies in the bin now.']],
      ['Salt runs short', ['What the row was read as before, “Coast”, lies in the bin now.']],
    ]);
    // The third row has neither title nor text now: nothing takes the place of what it was.
    const titles = (await client.call('documents.list', {})).map(({ title }) => title).sort();
    expect(titles).toEqual(['Bread is dear', 'Market', 'River', 'Salt runs short', 'Tolls rise']);
    const [{ documentIds } = { documentIds: [] }] = await client.call('collections.contents', {});
    expect(documentIds).toContain(imported[1]?.documentId);

    const again = await client.call('imports.files', { files: [{ ...file, table: right }] });
    expect([again.imported, again.skipped.length]).toEqual([[], 3]);
  });

  test('other windows hear of what went to the bin for a row read otherwise, and of its collections', async () => {
    const { client, another } = newNotebook();
    const first = await client.call('imports.files', { files: [{ ...file, table: { columns: { title: 'Desk', text: 'Headline' } } }] });
    const documentIds = first.imported.map(({ documentId }) => documentId);
    await client.call('collections.add', { name: 'River', documentIds });
    const heard: Changed[] = [];
    another.onChanged((changed) => heard.push(changed));
    await client.call('imports.files', { files: [{ ...file, table: { columns: { title: 'Headline', text: 'Body' } } }] });
    await another.call('documents.list', {});
    expect(heard.flatMap(({ nouns }) => nouns)).toEqual(expect.arrayContaining(['documents', 'collections']));
    const named = heard.flatMap(({ documents }) => documents?.map(({ id }) => id) ?? []);
    // The third row has neither title nor text now, and stays what it was.
    expect(named).toEqual(expect.arrayContaining(documentIds.slice(0, 2)));
  });

  test('an import in which nobody says how a table is read adds nothing to what was read of it', async () => {
    const { client } = newNotebook();
    await client.call('imports.files', { files: [{ ...file, table: { columns: { title: 'Desk', text: 'Headline' } } }] });
    expect((await client.call('imports.files', { files: [file] })).skipped).toHaveLength(3);
  });

  test('a table read in the wrong encoding, or its dates the wrong way round, comes in again too', async () => {
    const { client } = newNotebook();
    const bytes = encodeAs('Title,Text,Date\nЦены,Зерно подорожало.,03/04/2026\n', 'windows-1251');
    const columns = { title: 'Title', text: 'Text', date: 'Date' };
    const readings: TableReading[] = [
      { columns, encoding: 'koi8-r', slashDates: 'month-first' },
      { columns, encoding: 'windows-1251', slashDates: 'month-first' },
      { columns, encoding: 'windows-1251', slashDates: 'day-first' },
    ];
    for (const table of readings) {
      expect((await client.call('imports.files', { files: [{ name: 'сводка.csv', bytes, table }] })).imported).toHaveLength(1);
    }
    expect(await client.call('documents.list', {})).toMatchObject([{ title: 'Цены', source: { published: '2026-04-03' } }]);
  });

  test('two sheets of one workbook come in one after the other', async () => {
    const { client } = newNotebook();
    const bytes = workbook({
      May: [
        ['Title', 'Text'],
        ['A', 'In May.'],
      ],
      June: [
        ['Title', 'Text'],
        ['B', 'In June.'],
      ],
    });
    const files = ['May', 'June'].map((sheet) => ({ name: 'year.xlsx', bytes, table: { sheet } }));
    const { imported, skipped } = await client.call('imports.files', { files });
    expect(skipped).toEqual([]);
    expect(imported.map(({ name, title }) => [name, title])).toEqual([
      ['year.xlsx, row 1', 'A'],
      ['year.xlsx, June, row 1', 'B'],
    ]);
    expect((await client.call('imports.files', { files })).skipped).toHaveLength(2);
  });

  test('columns that a table has not fail it alone', async () => {
    const { client } = newNotebook();
    const table = { columns: { text: 'Story' } };
    const files = [
      { ...file, table },
      { name: 'other.csv', bytes: bytesOf('Story\nThe river is open.\n'), table },
    ];
    const { imported, failed } = await client.call('imports.files', { files });
    expect(imported.map(({ title }) => title)).toEqual(['The river is open.']);
    expect(failed.map(({ name, error }) => [name, error.message])).toEqual([
      ['wires.csv', expect.stringMatching(/^There is no column “Story”/)],
    ]);
  });
});
