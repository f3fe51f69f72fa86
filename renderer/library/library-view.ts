import { z } from 'zod';
import { create } from 'zustand';
import type { DocumentSummary } from '../../contract/index.ts';
import { sourceLine } from './source-line.ts';

export const Sort = z.enum(['added', 'title', 'published', 'passages']);
export type Sort = z.infer<typeof Sort>;

interface LibraryView {
  /** What was typed into the filter box. */
  filter: string;
  /** The bin is listed instead of the library. */
  bin: boolean;
  /** The document whose title is being typed over; a new one is written in as soon as it has its title. */
  renaming: { id: string; isNew: boolean } | null;
}

/** How the library is listed; kept while the pane is hidden. */
export const useLibraryView = create<LibraryView>()(() => ({ filter: '', bin: false, renaming: null }));

type Order = (a: DocumentSummary, b: DocumentSummary) => number;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const byTitle: Order = (a, b) => collator.compare(a.title, b.title);
/** By code units: for dates and ids, of which there may be many. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const orders: Record<Sort, Order> = {
  added: (a, b) => compare(b.createdAt, a.createdAt) || compare(b.id, a.id),
  title: byTitle,
  published: (a, b) => compare(b.source.published ?? '', a.source.published ?? '') || byTitle(a, b),
  passages: (a, b) => b.passages - a.passages || byTitle(a, b),
};

/** Documents whose title or source has every word typed, in the order asked for. */
export function listed(documents: readonly DocumentSummary[], typed: string, sort: Sort): DocumentSummary[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = words.length === 0 ? documents : documents.filter((document) => hasEvery(document, words));
  return found.toSorted(orders[sort]);
}

function hasEvery(document: DocumentSummary, words: readonly string[]): boolean {
  const text = fold(`${document.title} ${sourceLine(document.source)} ${document.language}`);
  return words.every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
