import type { QueryClient } from '@tanstack/react-query';
import { type EngineClient, methods, type Noun, PassageFilter, type Result } from '../../contract/index.ts';
import { askForDocuments } from './library-list.ts';
import { patchList } from './patch-list.ts';
import { onSaved, patchPassages, type SavedPassages } from './saved-passages.ts';

/** Which answers a change makes stale, by a method's name or the first part of it. */
const madeOf: Record<string, readonly Noun[]> = {
  notebook: ['notebook', 'documents', 'passages', 'spheres', 'notes'],
  documents: ['documents', 'passages', 'notes'],
  versions: ['documents', 'notebook'],
  similar: ['similar', 'documents'],
  'similar.copies': ['similar'],
  passages: ['documents', 'passages', 'spheres', 'notes'],
  spheres: ['spheres', 'passages', 'documents'],
  collections: ['collections', 'documents'],
  'collections.contents': ['collections'],
  notes: ['notes'],
  search: ['documents', 'passages', 'spheres', 'notes', 'collections', 'aliases', 'searches'],
  searches: ['searches'],
  aliases: ['aliases'],
  exports: ['documents', 'passages', 'spheres', 'notes'],
};

const listed = 'documents.list';
const passagesListed = 'passages.list';

/** Milliseconds after which counts in the library follow a change that names no document. */
const countsAfter = 1500;

/** Keeps what the panes show up to date while the notebook changes. Returns a function that ends it. */
export function keepFresh(queries: QueryClient, client: EngineClient): () => void {
  let counting: ReturnType<typeof setTimeout> | undefined;
  const askForList = () => void queries.invalidateQueries({ queryKey: [listed] });
  const stop = client.onChanged((changed) => {
    const { nouns } = changed;
    const isTold =
      changed.client === client.id && changed.documents?.length !== 0 && changed.documents?.every(({ told }) => told === true) === true;
    void queries.invalidateQueries({
      predicate: ({ queryKey: [method] }) => {
        // The editor holds the open document and decides itself when to take another revision.
        if (typeof method !== 'string' || method === 'documents.get' || method === listed) return false;
        if (method === passagesListed && (isTold || changed.passages !== undefined)) return false;
        const needs = madeOf[method] ?? madeOf[method.split('.')[0] ?? ''] ?? [];
        return needs.some((noun) => nouns.includes(noun));
      },
    });
    if (changed.passages !== undefined) patchPassageLists(queries, client, changed.passages);
    // A library may hold fifty thousand documents, and every pause in typing saves one of them.
    const named = nouns.includes('documents') ? (changed.documents ?? []).map(({ id }) => id) : [];
    if (named.length > 0) patchLibrary(queries, client, named).catch(askForList);
    else if (nouns.includes('documents')) askForList();
    else if (nouns.includes('passages') || nouns.includes('notes')) {
      clearTimeout(counting);
      counting = setTimeout(askForList, countsAfter);
    }
  });
  const stopSaved = onSaved((saved) => patchLists(queries, saved));
  return () => {
    clearTimeout(counting);
    stopSaved();
    stop();
  };
}

async function patchLibrary(queries: QueryClient, client: EngineClient, changed: readonly string[]): Promise<void> {
  for (const { queryKey } of queries.getQueryCache().findAll({ queryKey: [listed] })) {
    const { bin, documentIds, limit } = methods[listed].params.parse(queryKey[1]);
    // The last that came, shown until all are there.
    if (limit !== undefined) continue;
    const of = documentIds === undefined ? changed : changed.filter((id) => documentIds.includes(id));
    const came = await askForDocuments(client, bin, of);
    queries.setQueryData<Result<typeof listed>>(queryKey, (list) => list && patchList(list, of, came));
  }
}

/**
 * Brings the lists of passages up to what some of them are now: a book has thousands. The engine says which of them are in a
 * list, because it knows which spheres lie below which and what a passage inherits.
 */
function patchPassageLists(queries: QueryClient, client: EngineClient, changed: readonly string[]): void {
  for (const query of queries.getQueryCache().findAll({ queryKey: [passagesListed] })) {
    const { queryKey } = query;
    const askForAll = () => void queries.invalidateQueries({ queryKey, exact: true });
    const filter = PassageFilter.parse(queryKey[1] ?? {});
    const of = changed.filter((id) => filter.passageIds?.includes(id) ?? true);
    if (of.length === 0) continue;
    // An answer on its way may be from before; one that nobody looks at is asked for when somebody does.
    if (query.state.fetchStatus !== 'idle' || !query.isActive()) askForAll();
    else {
      client.call(passagesListed, { ...filter, passageIds: of }).then((came) => {
        queries.setQueryData<Result<typeof passagesListed>>(queryKey, (list) => list && patchList(list, of, came));
      }, askForAll);
    }
  }
}

/** Brings the lists of passages up to what a save answered. */
function patchLists(queries: QueryClient, saved: SavedPassages): void {
  for (const { queryKey } of queries.getQueryCache().findAll({ queryKey: [passagesListed] })) {
    const filter = PassageFilter.parse(queryKey[1] ?? {});
    const { documentId, state, sphereIds = [], reliabilities, credibilities, event } = filter;
    if (documentId !== undefined && documentId !== saved.documentId) continue;
    // Which spheres lie below which and what a passage inherits, the engine knows.
    const isNarrowed = sphereIds.length > 0 || reliabilities !== undefined || credibilities !== undefined || event !== undefined;
    if (isNarrowed && saved.changed.length > 0) void queries.invalidateQueries({ queryKey });
    else {
      queries.setQueryData<Result<typeof passagesListed>>(
        queryKey,
        (list) => list && patchPassages(list, saved).filter((passage) => state === undefined || passage.state === state),
      );
    }
  }
}
