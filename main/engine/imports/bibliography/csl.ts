import { z } from 'zod';
import { ArmillaryError } from '../../../../contract/index.ts';
import { type Entry, entryOf } from './reference.ts';

const text = z.union([z.string(), z.number().transform(String)]).catch('');
const Name = z
  .object({ family: text, given: text, literal: text, suffix: text, 'non-dropping-particle': text, 'dropping-particle': text })
  .partial();
const DatePart = z.union([z.string(), z.number()]).nullable();
const DateVariable = z
  .union([
    z.string().transform((raw) => ({ raw })),
    z.object({ 'date-parts': z.array(z.array(DatePart)), raw: text, literal: text, edtf: text }).partial(),
  ])
  .catch({});
const names = z.array(Name).catch([]);

/** What is read of an item of CSL-JSON; other variables are passed over, as are values that are none. */
const Item = z
  .object({
    ...{ id: text, type: text, title: text, 'citation-key': text, 'container-title': text, publisher: text, authority: text },
    ...{ URL: text, DOI: text, language: text, author: names, editor: names, issued: DateVariable, accessed: DateVariable },
  })
  .partial();
type Item = z.infer<typeof Item>;

/** Types of what appears in something, whose name is the one to cite. */
const articles = /^(article-.+|webpage|post|post-weblog|chapter|broadcast|entry.*|paper-conference|review.*)$/;

/** Reads a CSL-JSON file. Throws where it is none. */
export function* readCsl(json: string): Generator<Entry> {
  for (const item of requireCsl(json)) yield cslEntry(item);
}

/** The items of a CSL-JSON file, not yet read. Throws where it is none. */
export function requireCsl(json: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ArmillaryError(
      'invalid',
      'This is no JSON: it breaks off or has a sign too many. Nothing was imported: export it again from where it came.',
      String(error),
    );
  }
  if (isCsl(value)) return value;
  throw new ArmillaryError(
    'invalid',
    'This JSON holds no references in CSL-JSON, the only kind of JSON that is read. Nothing was imported: save what is in it as text, or as a table (.csv), and import that.',
  );
}

function isCsl(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.some((item) => z.object({ type: z.string(), title: z.string() }).safeParse(item).success);
}

export function cslEntry(value: unknown): Entry {
  const parsed = Item.safeParse(value);
  if (!parsed.success) return { key: '', problem: 'It is no reference in CSL-JSON.' };
  const {
    id = '',
    type = '',
    title = '',
    author = [],
    editor = [],
    publisher = '',
    authority = '',
    issued,
    accessed,
    ...item
  } = parsed.data;
  return entryOf({
    key: item['citation-key'] || id,
    title: withoutMarkup(title),
    authors: (author.length > 0 ? author : editor).map(nameOf),
    container: withoutMarkup(item['container-title'] ?? ''),
    publisher: publisher || authority,
    isArticle: articles.test(type),
    url: item.URL ?? '',
    doi: item.DOI ?? '',
    issued: dateText(issued),
    accessed: dateText(accessed),
    language: item.language ?? '',
  });
}

/** `Family, Given`; the name of an organisation as it is. */
function nameOf(name: z.infer<typeof Name>): string {
  const { family = '', given = '', literal = '', suffix = '' } = name;
  const last = [name['non-dropping-particle'], family].filter(Boolean).join(' ');
  const first = [given, name['dropping-particle']].filter(Boolean).join(' ');
  return literal || [last, first, suffix].filter((part) => part !== '').join(', ');
}

function dateText(date: Item['issued']): string {
  if (date === undefined) return '';
  const [parts = []] = 'date-parts' in date ? (date['date-parts'] ?? []) : [];
  const known = parts.map(Number).filter((part) => Number.isInteger(part) && part > 0);
  if (known.length > 0) return known.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
  return date.raw || ('edtf' in date && date.edtf) || ('literal' in date && date.literal) || '';
}

/** CSL allows a few HTML elements in titles. */
function withoutMarkup(title: string): string {
  return title.replace(/<\/?(?:i|b|sub|sup|sc|em|strong|span)(?:\s[^<>]*)?>/gi, '');
}
