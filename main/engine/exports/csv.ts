import { daysOf, gradeText } from '../../../contract/index.ts';
import type { SelectedDocument, SelectedPassage, Selection } from './selection.ts';
import { eventInWords } from './words.ts';

const columns = [
  'kind',
  'quote',
  'spheres',
  'note',
  'document',
  'author',
  'publisher',
  'url',
  'published',
  'reliability',
  'start (UTF-16)',
  'end (UTF-16)',
  'state',
  'date',
  'analyst',
  'passage id',
  'document id',
  'grade',
  'credibility',
  'source credibility',
  'event',
  'event from',
  'event to',
  'locator',
] as const;

type Row = Partial<Record<(typeof columns)[number], string | number>>;

/**
 * A table with a row for each passage and each note that stands alone (RFC 4180, UTF-8 with the mark that Excel needs).
 * Several spheres of a passage are parted by `; `.
 */
export function writeCsv({ notes, documents }: Selection): string {
  const rows: Row[] = [
    ...notes.map(({ on, name, body, date, analyst }): Row => ({ kind: `${on} note`, spheres: name, note: body, date, analyst })),
    ...documents.flatMap(documentRows),
  ];
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((column) => cell(row[column] ?? '')))];
  return `\ufeff${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

function documentRows({ id, title, source, note, passages }: SelectedDocument): Row[] {
  const about: Row = {
    document: title,
    author: source.author,
    publisher: source.publisher,
    url: source.url,
    published: source.published ?? '',
    reliability: source.reliability ?? '',
    'source credibility': source.credibility ?? '',
    'document id': id,
  };
  const onDocument: Row[] =
    note === null ? [] : [{ ...about, kind: 'document note', note: note.body, date: note.date, analyst: note.analyst }];
  const onPassages = passages.map(
    (passage): Row => ({
      ...about,
      kind: 'passage',
      quote: passage.quote,
      spheres: passage.spheres.map(({ path }) => path).join('; '),
      note: passage.note,
      'start (UTF-16)': passage.start,
      'end (UTF-16)': passage.end,
      state: passage.state,
      date: passage.createdAt,
      analyst: passage.analyst,
      'passage id': passage.id,
      grade: gradeText(passage.grade),
      credibility: passage.grade.credibility ?? '',
      ...eventColumns(passage),
      locator: passage.locator,
    }),
  );
  return [...onDocument, ...onPassages];
}

/** In words, and as the first and last day that it may have been. */
function eventColumns({ event }: SelectedPassage): Row {
  const days = event === null ? null : daysOf(event);
  return event === null || days === null ? {} : { event: eventInWords(event), 'event from': days.from, 'event to': days.to };
}

/** What a spreadsheet would run as a formula (OWASP's list) is made text by an apostrophe before it. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
