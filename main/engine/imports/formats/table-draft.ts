import type { Element } from 'hast';
import { noClaims } from '../claims.ts';
import { readDate } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { readHtmlPiece } from '../html/html.ts';
import { block } from './pieces.ts';
import { readPlainText } from './plain-text.ts';
import type { SlashDates, Table } from './table.ts';
import type { TableMapping } from './table-mapping.ts';

/**
 * A row of a table as a document: its text, and below that, as a list, what stands in the columns that are not mapped.
 * Null where the row has neither text nor title.
 */
export function draftOfRow(table: Table, row: readonly string[], mapping: TableMapping): Draft | null {
  const cell = (column: number | undefined) => (column === undefined ? '' : (row[column] ?? ''));
  const title = cell(mapping.title).replace(/\s+/g, ' ');
  const text = cell(mapping.text);
  if (title === '' && text === '') return null;
  const written = cell(mapping.date);
  const published = dateIn(written, table.slashDates);
  const mapped = new Set(Object.values(mapping));
  // A date that cannot be read is kept where it can be seen.
  if (written !== '' && published === null && mapping.date !== undefined) mapped.delete(mapping.date);
  const others = table.columns.flatMap((column, index) => (mapped.has(index) || cell(index) === '' ? [] : [itemOf(column, cell(index))]));
  const url = cell(mapping.url);
  return {
    tree: {
      type: 'root',
      children: [...blocksOf(text === '' ? title : text), ...(others.length === 0 ? [] : [{ ...block('ul', ''), children: others }])],
    },
    claims: {
      ...noClaims,
      title,
      author: cell(mapping.author),
      publisher: cell(mapping.publisher),
      url,
      published,
      language: cell(mapping.language),
    },
    base: /^https?:/i.test(url) ? url : null,
    notices: [],
  };
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

function dateIn(written: string, slashDates: SlashDates): string | null {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(written);
  if (slashed === null || slashDates === null) return readDate(written);
  const [, first, second, year] = slashed;
  return readDate(slashDates === 'day-first' ? `${year}-${second}-${first}` : `${year}-${first}-${second}`);
}
