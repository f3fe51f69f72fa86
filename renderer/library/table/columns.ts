import { z } from 'zod';
import { type DocumentSummary, gradeMeaning, gradeText } from '../../../contract/index.ts';
import { type Order, Sort } from '../order.ts';
import { partialDateText } from '../source-line.ts';

export const ColumnId = z.enum([...Sort.options, 'collections']);
export type ColumnId = z.infer<typeof ColumnId>;

/** A column that is shown, and its width in CSS pixels. */
export const Column = z.object({ id: ColumnId, width: z.number() });
export type Column = z.infer<typeof Column>;

export const columnTitles: Record<ColumnId, string> = {
  title: 'Title',
  author: 'Author',
  publisher: 'Publisher',
  published: 'Published',
  language: 'Language',
  grade: 'Grade',
  words: 'Words',
  passages: 'Passages',
  added: 'Added',
  url: 'Source URL',
  copies: 'Copies',
  collections: 'Collections',
};

/** In CSS pixels; also the order in which columns stand at first. */
const usualWidths: Record<ColumnId, number> = {
  title: 280,
  author: 130,
  publisher: 130,
  published: 110,
  language: 90,
  grade: 68,
  words: 80,
  passages: 88,
  copies: 76,
  added: 110,
  url: 200,
  collections: 160,
};
export const columnIds = ColumnId.options.toSorted((a, b) => placeOf(a) - placeOf(b));

/** In CSS pixels: room for a word and the arrow, and no wider than a window. */
export const narrowest = 48;
export const widest = 900;

export const atFirst: readonly Column[] = (
  ['title', 'author', 'publisher', 'published', 'grade', 'passages', 'copies', 'added'] as const
).map((id) => ({ id, width: usualWidths[id] }));

function placeOf(id: ColumnId): number {
  return Object.keys(usualWidths).indexOf(id);
}

/** The columns with one put in its place among them, or taken away. A title is always shown. */
export function toggled(columns: readonly Column[], id: ColumnId): Column[] {
  if (id === 'title') return [...columns];
  if (columns.some((column) => column.id === id)) return columns.filter((column) => column.id !== id);
  const before = columns.findLastIndex((column) => placeOf(column.id) < placeOf(id));
  return columns.toSpliced(before + 1, 0, { id, width: usualWidths[id] });
}

/** The columns with one moved to the place of another. The title stays the first. */
export function moved(columns: readonly Column[], id: ColumnId, to: ColumnId): Column[] {
  const from = columns.findIndex((column) => column.id === id);
  const at = columns.findIndex((column) => column.id === to);
  const column = columns[from];
  if (column === undefined || at === -1 || id === 'title' || to === 'title') return [...columns];
  return columns.toSpliced(from, 1).toSpliced(at, 0, column);
}

export function resized(columns: readonly Column[], id: ColumnId, width: number): Column[] {
  const bounded = Math.round(Math.max(narrowest, Math.min(widest, width)));
  return columns.map((column) => (column.id === id ? { id, width: bounded } : column));
}

/** The order after a press on a column's title: by it, or where it is that already, the other way round. */
export function orderedBy(was: Order, id: ColumnId): Order {
  const by = Sort.safeParse(id).data;
  if (by === undefined) return was;
  return { by, reversed: was.by === by && !was.reversed };
}

/** Columns of numbers stand flush right. */
export function isNumber(id: ColumnId): boolean {
  return id === 'words' || id === 'passages' || id === 'copies';
}

const number = new Intl.NumberFormat();
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const languages = new Intl.DisplayNames(undefined, { type: 'language' });

/** What a row shows that is not known of its document alone. */
export interface RowFacts {
  /** Names of the collections that it is in. */
  collections: readonly string[];
  /** That the row tells of. */
  copies: number;
}

/** What stands in a cell. */
export function cellText(
  { title, language, words, passages, createdAt, source }: DocumentSummary,
  id: ColumnId,
  { collections, copies }: RowFacts,
): string {
  switch (id) {
    case 'title':
      return title;
    case 'author':
    case 'publisher':
    case 'url':
      return source[id];
    case 'published':
      return source.published === null ? '' : partialDateText(source.published);
    case 'language':
      return language === 'und' ? '' : (languages.of(language) ?? language);
    case 'grade':
      return gradeText(source);
    case 'words':
      return number.format(words);
    case 'passages':
      return passages === 0 ? '' : number.format(passages);
    case 'added':
      return day.format(new Date(createdAt));
    case 'collections':
      return collections.join(', ');
    case 'copies':
      return copies === 0 ? '' : number.format(copies);
  }
}

/** What pointing at a cell tells: all of what may be cut off, and what a grade means. */
export function cellHint(document: DocumentSummary, id: ColumnId, text: string): string {
  if (id === 'copies' && text !== '') return 'Copies are one source. See what differs';
  return id === 'grade' ? gradeMeaning(document.source) : text;
}
