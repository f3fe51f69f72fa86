import { z } from 'zod';
import type { DocumentSummary, Source } from '../../contract/index.ts';
import { type Copies, noCopies } from './copies/copies.ts';
import { sourceLine } from './source-line.ts';

export const Sort = z.enum([
  'added',
  'title',
  'published',
  'publisher',
  'grade',
  'passages',
  'author',
  'language',
  'words',
  'url',
  'copies',
]);
export type Sort = z.infer<typeof Sort>;

/** By what the library is ordered, and whether against the way that is usual for it. */
export const Order = z.object({ by: Sort, reversed: z.boolean() });
export type Order = z.infer<typeof Order>;
export const newestFirst: Order = { by: 'added', reversed: false };

interface Ordering {
  /** Null where it is not known: those stand last, whatever the direction. */
  key: (document: DocumentSummary, copies: Copies) => string | number | null;
  /** Whether usually the latest or largest stands first. */
  falls?: true;
}

const orderings: Record<Sort, Ordering> = {
  added: { key: ({ createdAt }) => createdAt, falls: true },
  title: { key: (document) => foldedOf(document).title },
  published: { key: ({ source }) => source.published, falls: true },
  publisher: { key: ({ source }) => nameKey(source.publisher) },
  grade: { key: ({ source }) => gradeKey(source) },
  passages: { key: ({ passages }) => passages, falls: true },
  author: { key: ({ source }) => nameKey(source.author) },
  language: { key: ({ language }) => (language === 'und' ? null : language) },
  words: { key: ({ words }) => words, falls: true },
  url: { key: ({ source }) => source.url || null },
  copies: { key: ({ id }, copies) => copies.get(id)?.rank ?? null, falls: true },
};

/** Whether an order has the largest or latest on top. */
export function isFalling({ by, reversed }: Order): boolean {
  return (orderings[by].falls === true) !== reversed;
}

/** The documents in an order; those alike in it by title. */
export function ordered(documents: readonly DocumentSummary[], order: Order, copies: Copies = noCopies): DocumentSummary[] {
  const { key } = orderings[order.by];
  const way = isFalling(order) ? -1 : 1;
  const keyed: Keyed[] = documents.map((document) => ({ document, key: key(document, copies), title: null }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return compare(titleOf(a), titleOf(b));
    if (a.key === null) return 1;
    return b.key === null ? -1 : way * compare(a.key, b.key);
  });
  return keyed.map(({ document }) => document);
}

interface Keyed {
  document: DocumentSummary;
  key: string | number | null;
  /** Folded where it was asked for: by the time they came, tens of thousands are ordered before their titles are looked at. */
  title: string | null;
}

function titleOf(keyed: Keyed): string {
  keyed.title ??= foldedOf(keyed.document).title;
  return keyed.title;
}

/** By code units: tens of thousands of keys, where a collator takes most of a second. */
function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function gradeKey({ reliability, credibility }: Source): string | null {
  return reliability === null && credibility === null ? null : `${reliability ?? 'G'}${credibility ?? 7}`;
}

/** Letter case, accents and the length of numbers out of the way. Й is a letter of its own, in Russian order after И. */
function nameKey(text: string): string | null {
  if (text === '') return null;
  const folded = isAscii(text) ? text.toLowerCase() : withoutMarks(text.toLocaleLowerCase(), /(?<!и)\p{M}/gu).normalize('NFC');
  return folded.replace(/^[^\p{L}\p{N}]+/u, '').replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

/** What of a document is compared, made once for as long as the document stays as it is. */
interface Folded {
  title: string;
  /** Title, source and language, to look for words in. */
  text: string;
}

const made = new WeakMap<DocumentSummary, Folded>();

export function foldedOf(document: DocumentSummary): Folded {
  const was = made.get(document);
  if (was !== undefined) return was;
  const folded = {
    title: nameKey(document.title) ?? '',
    text: fold(`${document.title} ${sourceLine(document.source)} ${document.language}`),
  };
  made.set(document, folded);
  return folded;
}

/** Letter case and accents do not matter where words are looked for. */
export function fold(text: string): string {
  return isAscii(text) ? text.toLowerCase() : withoutMarks(text, /\p{M}/gu).toLocaleLowerCase();
}

function withoutMarks(text: string, marks: RegExp): string {
  return text.normalize('NFKD').replace(marks, '');
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  return /^[\x00-\x7f]*$/.test(text);
}

/** Makes what will be compared while the window has nothing else to do, so that the first letter typed finds it ready. */
export function foldInSpareTime(documents: readonly DocumentSummary[]): () => void {
  let at = 0;
  let waiting = requestIdleCallback(function go(deadline) {
    while (at < documents.length && deadline.timeRemaining() > 2) {
      for (const document of documents.slice(at, at + 50)) foldedOf(document);
      at += 50;
    }
    if (at < documents.length) waiting = requestIdleCallback(go);
  });
  return () => cancelIdleCallback(waiting);
}
