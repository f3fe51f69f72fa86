import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../main/engine/imports/formats/table.ts';
import { fixture } from '../fixtures.ts';
import { makeXlsx } from './make-xlsx.ts';
import { makeZip } from './make-zip.ts';

const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (reference: string, value: string, style = 0) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
const header = row(1, text('A1', 'Title'), text('B1', 'Text'), text('C1', 'Date'));

test('a workbook of a spreadsheet program', async () => {
  const table = await readTable('xlsx', fixture('seed.xlsx'));
  expect(table).toMatchObject({
    columns: ['Title', 'Text', 'Date'],
    rows: [['Tolls rise', 'The keepers raised the tolls by a quarter.', '2026-03-05']],
    sheets: ['Prices'],
  });
});

test('shared strings, runs, formulas, truth and errors', async () => {
  const strings =
    '<si><t>Shared</t></si><si><r><t xml:space="preserve">In </t></r><r><t>runs</t></r><rPh sb="0" eb="1"><t>よみ</t></rPh></si>';
  const rows =
    header +
    row(2, '<c r="A2" t="s"><v>0</v></c>', '<c r="B2" t="s"><v>1</v></c>', '<c r="C2" t="str"><f>A2</f><v>Formula</v></c>') +
    row(3, '<c r="A3" t="b"><v>1</v></c>', '<c r="B3" t="e"><v>#N/A</v></c>', text('C3', 'a_x000D_\nb'));
  expect((await readTable('xlsx', makeXlsx([{ name: 'A', rows }], { strings }))).rows).toEqual([
    ['Shared', 'In runs', 'Formula'],
    ['TRUE', '#N/A', 'a\nb'],
  ]);
});

describe('numbers as they are shown', () => {
  test.each([
    ['', '0.30000000000000004', '0.3'],
    ['', '1234567', '1234567'],
    ['0', '41.7', '42'],
    ['0.00', '41.7', '41.70'],
    ['#,##0', '1234567.4', '1,234,567'],
    ['00000', '501', '00501'],
    ['0%', '0.25', '25%'],
    ['"$"#,##0.00', '1234.5', '$1,234.50'],
    ['#,##0.00\\ [$€-407]', '1234.5', '1,234.50 €'],
    ['#,##0;(#,##0)', '-1200', '(1,200)'],
    ['0 "tons"', '12', '12 tons'],
    ['yyyy\\-mm\\-dd', '46086', '2026-03-05'],
    ['dd.mm.yyyy', '46086', '2026-03-05'],
    ['[$-419]d mmmm yyyy', '46086', '2026-03-05'],
    ['d/m/yy h:mm', '46086.5625', '2026-03-05 13:30'],
    ['h:mm', '0.5625', '13:30'],
    ['yyyy"年"m"月"d"日"', '46086', '2026-03-05'],
    ['0 "days"', '3', '3 days'],
  ])('%s of %s is %s', async (code, value, shown) => {
    const format = code.replaceAll('"', '&quot;');
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="${code === '' ? 0 : 164}"/></cellXfs>`;
    const rows = header + row(2, text('A2', 'A'), number('B2', value, 1));
    expect((await readTable('xlsx', makeXlsx([{ name: 'A', rows }], { styles }))).rows[0]?.[1]).toBe(shown);
  });

  test('days that count from 1904', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const rows = header + row(2, text('A2', 'A'), number('B2', '44624', 1));
    expect((await readTable('xlsx', makeXlsx([{ name: 'A', rows }], { styles, date1904: true }))).rows[0]?.[1]).toBe('2026-03-05');
  });
});

test('a cell merged over rows stands in each of them', async () => {
  const rows =
    header + row(2, text('A2', 'Varn'), text('B2', 'One.')) + row(3, text('B3', 'Two.')) + row(4, text('A4', 'Lock'), text('B4', 'Three.'));
  const table = await readTable('xlsx', makeXlsx([{ name: 'A', rows, merges: ['A2:A3', 'B4:C4'] }]));
  expect(table.rows).toEqual([
    ['Varn', 'One.', ''],
    ['Varn', 'Two.', ''],
    ['Lock', 'Three.', ''],
  ]);
});

test('sheets can be chosen; hidden ones are told of', async () => {
  const sheet = (title: string) => header + row(2, text('A2', title));
  const bytes = makeXlsx([
    { name: 'Old', rows: sheet('Old'), state: 'hidden' },
    { name: 'May', rows: sheet('May') },
    { name: 'June', rows: sheet('June') },
  ]);
  const first = await readTable('xlsx', bytes);
  expect(first).toMatchObject({
    sheets: ['May', 'June'],
    rows: [['May', '', '']],
    notices: [
      'Of this workbook the sheet “May” was read; others were left in the original: June. To bring one in, import the file again and choose that sheet.',
      'Hidden sheets were left in the original: Old.',
    ],
  });
  expect((await readTable('xlsx', bytes, { sheet: 'June' })).rows).toEqual([['June', '', '']]);
  await expect(readTable('xlsx', bytes, { sheet: 'July' })).rejects.toThrow(/no sheet “July”/);
});

describe('what cannot be read', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>&b;</sheetData></worksheet>`;
  const hostile = makeXlsx([{ name: 'A', rows: '' }]);
  test.each([
    ['no workbook', makeZip([{ name: 'a.txt', content: 'Text.' }]), /not an Excel workbook/],
    ['cut short', fixture('seed.xlsx').slice(0, 900), /cut short/],
    ['no archive', new Uint8Array([0x50, 0x4b, 1, 2, 3]), /not an Excel workbook/],
    ['nothing in it', hostile, /nothing in this table/],
    ['far columns', makeXlsx([{ name: 'A', rows: row(1, text('XFD1', 'far')) }]), /column 16,384/],
    [
      'entities',
      makeZip([
        {
          name: 'xl/workbook.xml',
          content:
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          content:
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="/xl/a.xml"/></Relationships>',
        },
        { name: 'xl/a.xml', content: bomb },
      ]),
      /entities/,
    ],
  ])('%s', async (_, bytes, words) => {
    await expect(readTable('xlsx', bytes)).rejects.toThrow(expect.objectContaining({ message: expect.stringMatching(words) }));
  });

  test('merged cells without end are no burden', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => row(index + 1, text(`A${index + 1}`, 'a'))).join('');
    const merges = Array.from({ length: 3000 }, () => 'A1:A1048576');
    expect((await readTable('xlsx', makeXlsx([{ name: 'A', rows, merges }]))).rows.length).toBeGreaterThan(2000);
  });
});
