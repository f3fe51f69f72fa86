import { ArmillaryError } from '../../../../contract/index.ts';
import { childAt, childrenOf, descendantsOf, type Prefixes, readChildren, readXml, type XmlElement } from '../containers/xml.ts';
import { normaliseText } from '../normalise.ts';
import { openPackage, type Package } from './package.ts';
import { boundRows, mostColumns, type Sheet } from './sheet.ts';
import { readFormats, type ShowNumber } from './xlsx-numbers.ts';

const kind = 'an Excel workbook (.xlsx)';

/** Both of the standard's variants, Transitional and Strict. */
export const xlsxPrefixes: Prefixes = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};

interface Reader {
  strings: string[];
  show: ShowNumber;
}

/** Cells of a row by their column, and the row's number in the sheet. */
interface Row {
  number: number;
  cells: string[];
}

/** A sheet of an Excel workbook with its cells as they are shown, dates as ISO writes them; formulas by their last value. */
export async function readXlsx(bytes: Uint8Array, wanted: string | undefined): Promise<Sheet> {
  const parts = await openPackage(bytes, kind);
  const workbook = await required(parts, 'xl/workbook.xml');
  const listed = descendantsOf(workbook, 'x:sheet').map(({ attributes }) => ({
    name: attributes.name ?? '',
    relation: attributes['r:id'] ?? '',
    isHidden: attributes.state !== undefined && attributes.state !== 'visible',
  }));
  const visible = listed.filter(({ isHidden }) => !isHidden);
  const candidates = wanted === undefined ? visible : listed.filter(({ name }) => name === wanted);
  const is1904 = /^(1|true)$/.test(childAt(workbook, 'x:workbookPr')?.attributes.date1904 ?? '');
  const reader = { strings: await sharedStrings(parts), show: readFormats(await optional(parts, 'xl/styles.xml'), is1904) };
  // The first with anything in it, where none was asked for.
  let read: { name: string; rows: string[][] } | null = null;
  for (const { name, relation } of candidates) {
    const content = await parts.part(await pathOf(parts, relation));
    if (content === null) throw new ArmillaryError('invalid', `The sheet “${name}” is missing in the file. Nothing was imported.`);
    read = { name, rows: readRows(content, reader) };
    if (read.rows.some((row) => row.some((cell) => cell !== ''))) break;
  }
  const names = visible.map(({ name }) => name);
  if (read === null) {
    const words =
      wanted === undefined
        ? 'All sheets of this workbook are hidden.'
        : `There is no sheet “${wanted}” in this workbook. It has: ${names.join(', ')}.`;
    throw new ArmillaryError('invalid', `${words} Nothing was imported.`);
  }
  return { rows: read.rows, sheet: read.name, sheets: names, delimiter: null, encoding: null, notices: noticesOf(listed, read.name) };
}

/** What of a workbook does not come in with one of its sheets. */
function noticesOf(listed: readonly { name: string; isHidden: boolean }[], read: string): string[] {
  const left = (isHidden: boolean) => listed.filter((sheet) => sheet.isHidden === isHidden && sheet.name !== read).map(({ name }) => name);
  const [visible, hidden] = [left(false), left(true)];
  return [
    ...(visible.length === 0
      ? []
      : [
          `Of this workbook the sheet “${read}” was read; others were left in the original: ${visible.join(', ')}. To bring one in, import the file again and choose that sheet.`,
        ]),
    ...(hidden.length === 0 ? [] : [`Hidden sheets were left in the original: ${hidden.join(', ')}.`]),
  ];
}

async function required(parts: Package, name: string): Promise<XmlElement> {
  const element = await optional(parts, name);
  if (element === null)
    throw new ArmillaryError('invalid', `It is not ${kind}, or it is damaged: it has no list of sheets. Nothing was imported.`);
  return element;
}

async function optional(parts: Package, name: string): Promise<XmlElement | null> {
  const part = await parts.part(name);
  return part === null ? null : readXml(part, xlsxPrefixes);
}

async function pathOf(parts: Package, relation: string): Promise<string> {
  const relations = await optional(parts, 'xl/_rels/workbook.xml.rels');
  const found =
    relations === null ? undefined : childrenOf(relations, 'rel:Relationship').find(({ attributes }) => attributes.Id === relation);
  const target = found?.attributes.Target ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function sharedStrings(parts: Package): Promise<string[]> {
  const part = await parts.part('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (part !== null) readChildren(part, xlsxPrefixes, ['x:sst'], (item) => strings.push(textIn(item)));
  return strings;
}

function readRows(content: Uint8Array, reader: Reader): string[][] {
  const rows: Row[] = [];
  const merges: string[] = [];
  readChildren(content, xlsxPrefixes, ['x:sheetData', 'x:mergeCells'], (child) => {
    if (child.name === 'x:mergeCell') merges.push(child.attributes.ref ?? '');
    if (child.name !== 'x:row') return;
    const cells = cellsOf(child, reader);
    rows.push({ number: Number(child.attributes.r) || (rows.at(-1)?.number ?? 0) + 1, cells });
    boundRows(rows.length);
  });
  fillMerges(rows, merges);
  return rows.map(({ cells }) => cells);
}

function cellsOf(row: XmlElement, reader: Reader): string[] {
  const cells: string[] = [];
  for (const cell of childrenOf(row, 'x:c')) {
    const value = shownIn(cell, reader);
    const column = cell.attributes.r === undefined ? cells.length : columnOf(cell.attributes.r);
    if (value === '') continue;
    if (column >= mostColumns) {
      throw new ArmillaryError(
        'unsupported',
        `This sheet has something in column ${(column + 1).toLocaleString('en')}; only the first ${mostColumns} are read. Nothing was imported: keep the columns you need and import it again.`,
      );
    }
    while (cells.length < column) cells.push('');
    cells[column] = value;
  }
  return cells;
}

function shownIn(cell: XmlElement, { strings, show }: Reader): string {
  const { t: type = 'n', s: style } = cell.attributes;
  if (type === 'inlineStr') return clean(textIn(childAt(cell, 'x:is') ?? cell));
  const value = rawText(childAt(cell, 'x:v'));
  if (value === '') return '';
  if (type === 's') return clean(strings[Number(value)] ?? '');
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return type === 'n' ? show(value, Number(style ?? 0)) : clean(value);
}

/** The text of its runs, without the reading aids that Japanese has above words. */
function textIn(element: XmlElement): string {
  return childrenOf(element)
    .map((child) => (child.name === 'x:t' ? rawText(child) : child.name === 'x:r' ? textIn(child) : ''))
    .join('');
}

function rawText(element: XmlElement | undefined): string {
  return element?.children.filter((child) => typeof child === 'string').join('') ?? '';
}

/** `_x000D_` is how Excel writes a control character. */
function clean(text: string): string {
  return normaliseText(text.replace(/_x000D_\n?/g, '\n')).trim();
}

/** The index of a cell's column: 27 for `AB3`. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Rows that merged cells may fill, all together: those of a real sheet do not overlap. */
const mostFilled = 2_000_000;

/** A cell merged over several rows says the same of each of them; over several columns, it is one cell. */
function fillMerges(rows: readonly Row[], merges: readonly string[]): void {
  const indexByNumber = new Map(rows.map(({ number }, index) => [number, index]));
  let filled = 0;
  for (const merge of merges) {
    const [, column = '', first = '', last = ''] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(merge) ?? [];
    const at = columnOf(column);
    const start = indexByNumber.get(Number(first));
    const value = start === undefined ? '' : (rows[start]?.cells[at] ?? '');
    if (start === undefined || value === '') continue;
    for (let index = start + 1; index < rows.length; index += 1) {
      const { number, cells } = rows[index] ?? { number: Number.POSITIVE_INFINITY, cells: [] };
      if (number > Number(last) || filled > mostFilled) break;
      filled += 1;
      if (cells.every((cell) => cell === '')) continue;
      while (cells.length <= at) cells.push('');
      cells[at] ||= value;
    }
  }
}
