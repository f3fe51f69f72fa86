import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Collection, DocumentSummary } from '../../contract/index.ts';
import { useAsk } from '../engine/engine.tsx';
import { remember, useHost } from '../host/host.ts';
import { useShell } from '../shell/shell.tsx';
import { notifyError } from '../ui/index.ts';
import { isWithin } from '../ui/tree/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { type Copies, type Folds, gathered, isFoldedAway, noCopies, type Place, wholeStories } from './copies/copies.ts';
import { useCopies, useGathering } from './copies/useCopies.ts';
import { filtered, foldCopies, useLibraryView } from './library-view.ts';
import { foldInSpareTime, lastRemovedFirst, newestFirst, Order, ordered } from './order.ts';
import { useInOrder } from './useInOrder.ts';

interface Library {
  /** Of the place that is listed; undefined until the engine has answered. */
  documents: readonly DocumentSummary[] | undefined;
  /** How many of them the filter finds. */
  found: number;
  /** Those, in order, but for copies that are folded away: the rows. */
  shown: readonly DocumentSummary[];
  copies: Copies;
  /** Null where copies stand each in its own place. */
  folds: Folds | null;
  /** Of each row among those of its level; null where all are of one. */
  places: readonly Place[] | null;
  error: Error | null;
}

const none: readonly DocumentSummary[] = [];

/** What the list and the table show: all documents, a collection or the bin, filtered and in order. */
export function useLibrary(): Library {
  const bin = useLibraryView((view) => view.bin);
  const collectionId = useLibraryView((view) => view.collectionId);
  const filter = useDeferredValue(useLibraryView((view) => view.filter));
  const [order] = useOrder();
  const { data, error, isPlaceholderData } = useAsk('documents.list', bin ? { bin } : {});
  const inCollection = useInCollection();
  const known = useCopies();
  // Of what lies in the bin no copies are counted.
  const copies = bin ? noCopies : known;
  const rankedBy = order.by === 'copies' ? copies : noCopies;
  const isGathering = useGathering()[0] && !bin;
  const unfolded = useLibraryView((view) => view.unfoldedCopies);
  // An answer about the library is none about the bin.
  const whole = isPlaceholderData ? undefined : data;
  const here = useMemo(() => {
    if (whole === undefined || inCollection === null || bin) return whole;
    return inCollection === undefined ? undefined : whole.filter(({ id }) => inCollection.has(id));
  }, [whole, inCollection, bin]);
  const place = bin ? 'bin' : collectionId;
  const inOrder = useInOrder({ documents: here, place, order: bin ? lastRemovedFirst : order, copies: rankedBy });
  const first = useFirst(inOrder === undefined && !bin && inCollection === null && filter === '', order);
  const documents = inOrder ?? first;
  const found = useMemo(() => (documents === undefined ? none : filtered(documents, filter)), [documents, filter]);
  const {
    rows: shown,
    folds,
    places,
  } = useMemo(
    () => (isGathering ? gathered(found, copies, unfolded) : { rows: found, folds: null, places: null }),
    [isGathering, found, copies, unfolded],
  );
  useSettled(documents === undefined ? undefined : found, copies, folds);

  useEffect(() => (documents === undefined ? undefined : foldInSpareTime(documents)), [documents]);
  return { documents, found: found.length, shown, copies, folds, places, error };
}

/**
 * What is not listed is let go of, so that nothing is done to it with what is chosen; a row that copies are folded under is
 * chosen with all of them. A document that is opened elsewhere is seen in the list, even where it is a copy that was folded away.
 */
function useSettled(found: readonly DocumentSummary[] | undefined, copies: Copies, folds: Folds | null): void {
  const open = useWorkspace((state) => state.documentId);
  const chosen = useWorkspace((state) => state.selectedDocumentIds);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (found === undefined) return;
    const group = open === null || open === seen.current || !isFoldedAway(folds, open) ? undefined : copies.get(open);
    seen.current = open;
    if (group !== undefined) {
      foldCopies(group, true);
      return;
    }
    const wanted = new Set(chosen);
    const listed = new Set(found.filter(({ id }) => wanted.has(id)).map(({ id }) => id));
    const settled = wholeStories(
      chosen.filter((id) => listed.has(id)),
      folds,
    );
    const isSettled = settled.length === chosen.length && settled.every((id, index) => id === chosen[index]);
    if (!isSettled) useWorkspace.getState().set({ selectedDocumentIds: [...settled] });
  }, [open, chosen, found, copies, folds]);
}

/** The documents that came last, while all are on their way: of fifty thousand they take seconds. */
function useFirst(asked: boolean, { by, reversed }: Order): readonly DocumentSummary[] | undefined {
  const { data } = useAsk('documents.list', asked && by === 'added' && !reversed ? { limit: 100 } : null);
  const last = useMemo(() => data && ordered(data, newestFirst), [data]);
  return asked ? last : undefined;
}

/** Ids of the documents in the chosen collection or one below it; null where none is chosen, undefined until it is known. */
function useInCollection(): ReadonlySet<string> | null | undefined {
  const collectionId = useLibraryView((view) => view.collectionId);
  const { data: collections } = useAsk('collections.list', {});
  const { data: contents } = useAsk('collections.contents', collectionId === null ? null : {});
  return useMemo(() => {
    if (collectionId === null) return null;
    if (collections === undefined || contents === undefined) return undefined;
    if (!collections.some(({ id }) => id === collectionId)) return new Set();
    const within = contents.filter(({ collectionId: id }) => isWithin(collections, id, collectionId));
    return new Set(within.flatMap(({ documentIds }) => documentIds));
  }, [collectionId, collections, contents]);
}

/** The collection that is listed. */
export function useChosenCollection(): Collection | undefined {
  const collectionId = useLibraryView((view) => view.collectionId);
  const { data: collections } = useAsk('collections.list', {});
  return collections?.find(({ id }) => id === collectionId);
}

/** The order of the library, and how to remember another. */
export function useOrder(): [Order, (order: Order) => void] {
  const shell = useShell();
  const kept = useHost(({ state }) => state?.preferences.librarySort);
  const order = useMemo(() => Order.catch(newestFirst).parse(kept), [kept]);
  return [order, (librarySort) => void remember(shell, { librarySort }).catch(notifyError)];
}
