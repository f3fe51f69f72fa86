import { create } from 'zustand';
import type { DocumentSummary } from '../../contract/index.ts';
import { choose, type Way } from '../ui/selection.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { type CopyGroup, documentsOf, type Folds, isFoldedAway, wholeStories } from './copies/copies.ts';
import { fold, foldedOf, type Order, ordered } from './order.ts';

/** What is being done to a collection, one thing at a time. */
export type CollectionDoing = { kind: 'rename'; id: string } | { kind: 'add'; parentId: string | null };

interface LibraryView {
  /** What was typed into the filter box. */
  filter: string;
  /** The bin is listed instead of the library. */
  bin: boolean;
  /** Only this collection, with those below it, is listed. */
  collectionId: string | null;
  /** The row that the keyboard is on, and the one from which Shift extends. */
  active: string | null;
  anchor: string | null;
  /** The document whose title is being typed over; a new one is written in as soon as it has its title. */
  renaming: { id: string; isNew: boolean } | null;
  collectionDoing: CollectionDoing | null;
  /** Ids of collections whose sub-collections are folded away. */
  folded: ReadonlySet<string>;
  /** Of each group of copies that is unfolded, some document or all: groups grow and join. */
  unfoldedCopies: ReadonlySet<string>;
  /** Where the details of the open document begin to be read. */
  detailsAt: 'title' | 'original';
  /** Documents of the bin that are about to be deleted for good; null: all of them. */
  purging: readonly string[] | null;
}

/** How the library is listed; kept while the pane is hidden. */
export const useLibraryView = create<LibraryView>()(() => ({
  filter: '',
  bin: false,
  collectionId: null,
  active: null,
  anchor: null,
  renaming: null,
  collectionDoing: null,
  folded: new Set(),
  unfoldedCopies: new Set(),
  detailsAt: 'title',
  purging: null,
}));

/** Goes to a row of the list in one of the ways of choosing. A row that copies are folded under is chosen with all of them. */
export function chooseRow(rows: readonly DocumentSummary[], folds: Folds | null, index: number, way: Way): void {
  const { active, anchor } = useLibraryView.getState();
  const { selectedDocumentIds: was, set } = useWorkspace.getState();
  // Among rows alone: what is folded away goes on and off with the row above it.
  const ids = was.filter((id) => !isFoldedAway(folds, id));
  const now = choose({ ids, active, anchor }, rows, index, way);
  useLibraryView.setState({ active: now.active, anchor: now.anchor });
  set({ selectedDocumentIds: [...wholeStories(now.ids, folds)] });
}

export function chooseAll(rows: readonly DocumentSummary[], folds: Folds | null): void {
  useWorkspace.getState().set({ selectedDocumentIds: rows.flatMap((row) => documentsOf(row, folds).map(({ id }) => id)) });
}

/** Lists all documents, a collection or the bin. */
export function showPlace(place: { bin: boolean; collectionId: string | null }): void {
  useLibraryView.setState({ ...place, renaming: null, active: null, anchor: null });
  const { documentId, set } = useWorkspace.getState();
  set({ selectedDocumentIds: place.bin || documentId === null ? [] : [documentId] });
}

/** Unfolds a collection, so that what is put into it is seen. */
export function unfoldCollection(id: string): void {
  useLibraryView.setState(({ folded }) => ({ folded: new Set([...folded].filter((each) => each !== id)) }));
}

/** Unfolds the copies of a story below the first of them, or folds them away. */
export function foldCopies({ ids }: CopyGroup, isOpen: boolean): void {
  useLibraryView.setState(({ unfoldedCopies: was }) => {
    const others = [...was].filter((id) => !ids.includes(id));
    return { unfoldedCopies: new Set(isOpen ? [...others, ...ids] : others) };
  });
}

/** Documents whose title or source has every word typed. They keep their order. */
export function filtered(documents: readonly DocumentSummary[], typed: string): readonly DocumentSummary[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return documents;
  return documents.filter((document) => {
    const { text } = foldedOf(document);
    return words.every((word) => text.includes(word));
  });
}

/** Documents whose title or source has every word typed, in the order asked for. */
export function listed(documents: readonly DocumentSummary[], typed: string, order: Order): DocumentSummary[] {
  return ordered(filtered(documents, typed), order);
}
