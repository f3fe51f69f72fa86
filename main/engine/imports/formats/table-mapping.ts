import type { TableField } from '../../../../contract/index.ts';
import { readDate } from '../dates.ts';
import type { Table } from './table.ts';

/** The index of the column of each field; those that the table has not, or the person wants not, are left out. */
export type TableMapping = Partial<Record<TableField, number>>;

/** Rows that are looked at to guess what a column is. */
const sampleRows = 200;
/** Share of a column's cells that must be dates, or addresses. */
const mostly = 0.8;
/** Longer than this on average, a column is text and no title. UTF-16 code units. */
const longestTitle = 200;

/** How columns are called, the likeliest name first: English, Russian, Chinese, German, French, Spanish. */
const names: Record<TableField, readonly string[]> = {
  text: [
    ...['text', 'full text', 'fulltext', 'content', 'body', 'article', 'message', 'abstract', 'transcript', 'summary', 'description'],
    ...['текст', 'полный текст', 'содержание', 'статья', 'сообщение', 'аннотация', 'описание'],
    ...[
      '正文',
      '全文',
      '内容',
      '內容',
      '文本',
      '摘要',
      'inhalt',
      'volltext',
      'texte',
      'contenu',
      'texto',
      'contenido',
      'resumen',
      'résumé',
    ],
  ],
  title: [
    ...['title', 'headline', 'heading', 'subject', 'name', 'заголовок', 'название', 'тема', 'наименование', '标题', '標題', '题目', '題目'],
    ...['titel', 'überschrift', 'betreff', 'titre', 'titular', 'título', 'asunto'],
  ],
  date: [
    ...['date', 'published', 'publication date', 'date published', 'pub date', 'published at', 'created at', 'time', 'year'],
    ...['дата', 'дата публикации', 'опубликовано', 'год', '日期', '发布日期', '發布日期', '发布时间', '时间', '時間', '年份'],
    ...['datum', 'veröffentlicht', 'date de publication', 'fecha', 'fecha de publicación', 'data'],
  ],
  author: [
    ...['author', 'authors', 'by', 'byline', 'writer', 'from', 'автор', 'авторы', 'от кого', '作者', '记者', '記者'],
    ...['autor', 'autorin', 'verfasser', 'auteur', 'auteurs', 'autores'],
  ],
  publisher: [
    ...[
      'publisher',
      'source',
      'publication',
      'outlet',
      'site',
      'newspaper',
      'journal',
      'media',
      'источник',
      'издание',
      'издатель',
      'газета',
      'сми',
    ],
    ...['来源', '來源', '媒体', '媒體', '出版社', '报纸', 'quelle', 'zeitung', 'herausgeber', 'éditeur', 'fuente', 'medio', 'editorial'],
  ],
  url: [
    'url',
    'link',
    'links',
    'web address',
    'address',
    'permalink',
    'ссылка',
    'адрес',
    '链接',
    '鏈接',
    '連結',
    '网址',
    '網址',
    'adresse',
    'lien',
    'enlace',
  ],
  language: ['language', 'lang', 'язык', '语言', '語言', 'sprache', 'langue', 'idioma'],
};

/** Guesses which column is what, by its name in several languages and, where that says nothing, by what is in it. */
export function guessMapping(table: Table): TableMapping {
  const mapping: TableMapping = {};
  const taken = new Set<number>();
  const take = (field: TableField, column: number | undefined) => {
    if (column === undefined || column < 0 || taken.has(column) || mapping[field] !== undefined) return;
    mapping[field] = column;
    taken.add(column);
  };
  const known = table.columns.map(simplify);
  for (const field of fields) for (const name of names[field]) take(field, known.indexOf(name));
  const columns = table.columns.map((_, index) => statisticsOf(table, index));
  const free = () => columns.filter(({ index }) => !taken.has(index));
  take('url', free().find(({ addresses }) => addresses >= mostly)?.index);
  take('date', free().find(({ dates }) => dates >= mostly)?.index);
  const wordy = free().filter(({ addresses, dates, numbers }) => Math.max(addresses, dates, numbers) < mostly);
  const longest = [...wordy].sort((left, right) => right.length - left.length);
  take('text', longest[0]?.index);
  take(
    'title',
    longest.find(({ index, length }) => !taken.has(index) && length > 0 && length <= longestTitle && table.columns.length > 1)?.index,
  );
  return mapping;
}

const fields: readonly TableField[] = ['text', 'title', 'date', 'author', 'publisher', 'url', 'language'];

/** A column's name without what differs between two ways of writing it. */
export function simplify(name: string): string {
  return name
    .toLowerCase()
    .replace(/[_\-.:*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A column's cells in numbers: shares of those that are filled, and their length on average. */
function statisticsOf({ rows }: Table, index: number) {
  const cells = rows.slice(0, sampleRows).flatMap((row) => row[index] || []);
  const share = (test: (cell: string) => boolean) => (cells.length === 0 ? 0 : cells.filter(test).length / cells.length);
  return {
    index,
    length: cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length,
    addresses: share((cell) => /^https?:\/\/\S+$/i.test(cell)),
    dates: share((cell) => cell.length <= 40 && /\d/.test(cell) && (readDate(cell) !== null || /^\d{1,2}\/\d{1,2}\/\d{4}/.test(cell))),
    numbers: share((cell) => /^[-+\d.,\s%$€₽¥]+$/.test(cell)),
  };
}
