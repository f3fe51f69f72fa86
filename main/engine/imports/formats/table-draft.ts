import type { Element } from 'hast';
import type { SlashDates } from '../../../../contract/index.ts';
import { languageNamed } from '../bibliography/languages.ts';
import { noClaims } from '../claims.ts';
import { readDate } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { readHtmlPiece } from '../html/html.ts';
import { block } from './pieces.ts';
import { readPlainText } from './plain-text.ts';
import type { Table } from './table.ts';
import type { Assignment } from './table-columns.ts';

/**
 * A row of a table as a document: its text, and below that, as a list, what stands in the columns of no field.
 * Null where the row has neither text nor title.
 */
export function draftOfRow(table: Table, row: readonly string[], { fields, leftOut }: Assignment): Draft | null {
  const cell = (column: number | undefined) => (column === undefined ? '' : (row[column] ?? ''));
  const title = cell(fields.title).replace(/\s+/g, ' ');
  const text = cell(fields.text);
  if (title === '' && text === '') return null;
  const others = columnsBelow(table, row, { fields, leftOut }).map(([column, value]) => itemOf(column, value));
  const url = cell(fields.url);
  const language = cell(fields.language);
  return {
    tree: {
      type: 'root',
      children: [...blocksOf(text === '' ? title : text), ...(others.length === 0 ? [] : [{ ...block('ul', ''), children: others }])],
    },
    claims: {
      ...noClaims,
      title,
      author: cell(fields.author),
      publisher: cell(fields.publisher),
      url,
      published: dateIn(cell(fields.date), table.slashDates),
      language: languageNamed(language) ?? language,
    },
    base: /^https?:/i.test(url) ? url : null,
    notices: [],
  };
}

/** What stands below the text of a row: the filled cells of the columns that are no field, each with its column. */
export function columnsBelow(table: Table, row: readonly string[], { fields, leftOut }: Assignment): [column: string, value: string][] {
  const used = new Set(Object.values(fields));
  // A date that cannot be read is kept where it can be seen.
  if (fields.date !== undefined && dateIn(row[fields.date] ?? '', table.slashDates) === null) used.delete(fields.date);
  return table.columns.flatMap((column, index): [string, string][] => {
    const value = row[index] ?? '';
    return used.has(index) || leftOut.has(index) || value === '' ? [] : [[column, value]];
  });
}

function blocksOf(text: string): Element[] {
  if (/<(p|br|div|h[1-6]|ul|a)\b[^>]*>/i.test(text))
    return [{ ...block('div', ''), children: readHtmlPiece(text).children.filter(isContent) }];
  const { children } = readPlainText(text);
  return children.filter((child) => child.type === 'element');
}

function isContent<T extends { type: string }>(node: T): node is Exclude<T, { type: 'doctype' }> {
  return node.type !== 'doctype';
}

function itemOf(column: string, value: string): Element {
  return { ...block('li', ''), children: [block('b', `${column}:`), { type: 'text', value: ` ${value}` }] };
}

/** A cell's date; null where it is none, or where nothing tells its day from its month. */
export function dateIn(written: string, slashDates: SlashDates | null): string | null {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(written);
  if (slashed === null || slashDates === null) return readDate(written);
  const [, first, second, year] = slashed;
  return readDate(slashDates === 'day-first' ? `${year}-${second}-${first}` : `${year}-${first}-${second}`);
}
