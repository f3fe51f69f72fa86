import { create } from 'zustand';
import type { DocumentSummary } from '../../contract/index.ts';
import { choose, type Selection, type Way } from '../ui/selection.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import type { CopyGroup } from './copies/copies.ts';
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

/** Goes to a row of the list in one of the ways of choosing. */
export function chooseRow(documents: readonly DocumentSummary[], index: number, way: Way): void {
  const { active, anchor } = useLibraryView.getState();
  const workspace = useWorkspace.getState();
  keep(choose({ ids: workspace.selectedDocumentIds, active, anchor }, documents, index, way));
}

export function chooseAll(documents: readonly DocumentSummary[]): void {
  useWorkspace.getState().set({ selectedDocumentIds: documents.map(({ id }) => id) });
}

function keep({ ids, active, anchor }: Selection): void {
  useLibraryView.setState({ active, anchor });
  useWorkspace.getState().set({ selectedDocumentIds: [...ids] });
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
