import { type Entry, entryOf } from './reference.ts';

type Fields = ReadonlyMap<string, readonly string[]>;

/** Types of what appears in something, whose name is the one to cite. */
const articles = new Set(['JOUR', 'EJOUR', 'MGZN', 'NEWS', 'ELEC', 'BLOG', 'CHAP', 'ECHAP', 'CONF', 'CPAPER', 'ENCYC', 'INPR', 'ABST']);

/** Reads a RIS file: a tag and a value a line, records from `TY` to `ER`. */
export function* readRis(text: string): Generator<Entry> {
  let fields = new Map<string, string[]>();
  let tag = '';
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, name, value = ''] = /^\s*([A-Z][A-Z0-9])\s{1,2}-\s?(.*)$/.exec(line) ?? [];
    if (name === undefined) {
      // A value goes on over lines that have no tag.
      const values = fields.get(tag);
      if (values !== undefined && line.trim() !== '') values.push(`${values.pop()} ${line.trim()}`);
      continue;
    }
    if ((name === 'TY' || name === 'ER') && fields.has('TY')) {
      yield readRecord(fields);
      fields = new Map();
    }
    tag = name;
    if (name !== 'ER' && (name === 'TY' || fields.has('TY'))) fields.set(name, [...(fields.get(name) ?? []), value.trim()]);
  }
  if (fields.has('TY')) yield readRecord(fields);
}

function readRecord(fields: Fields): Entry {
  const all = (...tags: string[]) => tags.map((tag) => fields.get(tag) ?? []).find((values) => values.some((value) => value !== '')) ?? [];
  const one = (...tags: string[]) => all(...tags).find((value) => value !== '') ?? '';
  return entryOf({
    key: one('ID', 'LB', 'AN'),
    title: one('TI', 'T1', 'CT', 'BT', 'ST'),
    authors: all('AU', 'A1', 'ED', 'A2'),
    container: one('T2', 'JF', 'JO', 'JA', 'J2', 'BT'),
    publisher: one('PB'),
    isArticle: articles.has(one('TY').toUpperCase()),
    url: one('UR', 'L2', 'LK'),
    doi: one('DO', 'M3').includes('10.') ? one('DO', 'M3') : '',
    issued: dateText(one('DA', 'PY', 'Y1')),
    accessed: dateText(one('Y2')),
    language: one('LA'),
  });
}

/** `2024/05/12/other` as an ISO date; what is left out may be empty between the slashes. */
function dateText(date: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})(?:\/(\d{0,2}))?(?:\/(\d{0,2}))?(?:\/.*)?$/.exec(date) ?? [];
  if (year === undefined) return date;
  return [year, ...(month === '' ? [] : [month, ...(day === '' ? [] : [day])])].map((part) => part.padStart(2, '0')).join('-');
}
