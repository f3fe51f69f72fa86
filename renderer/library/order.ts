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

/** How the bin is ordered, which no analyst chooses. */
export const lastRemovedFirst = { by: 'removed', reversed: false } as const;
export type AnyOrder = Order | typeof lastRemovedFirst;

interface Ordering {
  /** Null where it is not known: those stand last, whatever the direction. */
  key: (document: DocumentSummary, copies: Copies) => string | number | null;
  /** Whether usually the latest or largest stands first. */
  falls?: true;
}

const orderings: Record<AnyOrder['by'], Ordering> = {
  removed: { key: ({ deletedAt }) => deletedAt, falls: true },
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
export function isFalling({ by, reversed }: AnyOrder): boolean {
  return (orderings[by].falls === true) !== reversed;
}

/** The documents in an order; those alike in it by title. */
export function ordered(documents: readonly DocumentSummary[], order: AnyOrder, copies: Copies = noCopies): DocumentSummary[] {
  return inOrder(keyed(documents, order, copies), order);
}

/** Documents that are ordered at once: some milliseconds of the window's time. */
const inATurn = 2_000;

/** The same, a stretch at a time with room for what else the window has to do; null where it was called off. */
export async function orderedInTurns(
  documents: readonly DocumentSummary[],
  order: AnyOrder,
  copies: Copies,
  signal: AbortSignal,
): Promise<DocumentSummary[] | null> {
  const stretches: Keyed[] = [];
  for (let at = 0; at < documents.length; at += inATurn) {
    const stretch = keyed(documents.slice(at, at + inATurn), order, copies);
    // All of their titles, for the last sorting is the longest and must find them ready.
    for (const each of stretch) titleOf(each);
    inOrder(stretch, order);
    stretches.push(...stretch);
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return null;
  }
  // The engine's sort takes stretches that are in order as they are, and only merges them.
  return inOrder(stretches, order);
}

function keyed(documents: readonly DocumentSummary[], { by }: AnyOrder, copies: Copies): Keyed[] {
  const { key } = orderings[by];
  return documents.map((document) => ({ document, key: key(document, copies), title: null }));
}

/** Sorts in place, and answers the documents. */
function inOrder(documents: Keyed[], order: AnyOrder): DocumentSummary[] {
  const way = isFalling(order) ? -1 : 1;
  documents.sort((a, b) => {
    if (a.key === b.key) return compare(titleOf(a), titleOf(b));
    if (a.key === null) return 1;
    return b.key === null ? -1 : way * compare(a.key, b.key);
  });
  return documents.map(({ document }) => document);
}

interface Keyed {
  document: DocumentSummary;
  key: string | number | null;
  /** Folded where it was asked for. */
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
