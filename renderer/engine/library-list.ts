import { replaceEqualDeep } from '@tanstack/react-query';
import { type DocumentSummary, type EngineClient, type MethodName, methods } from '../../contract/index.ts';
import { patchList } from './patch-list.ts';

/** Documents that the window takes in at once: some 15 ms of its time. Of fifty thousand it would stand still for two seconds. */
const atOnce = 1_000;

interface Asked {
  bin: boolean;
  /** The answer before: documents that are as they were stay the same objects. */
  was: readonly DocumentSummary[];
  signal: AbortSignal;
}

/** The library or the bin, whole, part by part from its end. What changes meanwhile is asked for again. */
export async function askForLibrary(client: EngineClient, { bin, was, signal }: Asked): Promise<DocumentSummary[]> {
  const known = new Map(was.map((document) => [document.id, document]));
  const changed = new Set<string>();
  const stop = client.onChanged(({ documents }) => {
    for (const { id } of documents ?? []) changed.add(id);
  });
  try {
    const parts: DocumentSummary[][] = [];
    let part: DocumentSummary[] = [];
    do {
      const before = part[0]?.id;
      part = await client.call('documents.list', { bin, limit: atOnce, ...(before !== undefined && { before }) }, { signal });
      parts.unshift(part.map((document) => replaceEqualDeep(known.get(document.id), document)));
    } while (part.length === atOnce);
    const list = parts.flat();
    return changed.size === 0 ? list : patchList(list, [...changed], await askForDocuments(client, bin, [...changed]));
  } finally {
    stop();
  }
}

/** Some documents by their ids, part by part; those that are not in the library, or in the bin, are left out. */
export async function askForDocuments(client: EngineClient, bin: boolean, documentIds: readonly string[]): Promise<DocumentSummary[]> {
  const came: DocumentSummary[] = [];
  for (let at = 0; at < documentIds.length; at += atOnce) {
    came.push(...(await client.call('documents.list', { bin, documentIds: documentIds.slice(at, at + atOnce) })));
  }
  return came;
}

/** Whether all of the library, or of the bin, is asked for; null where it is something else. */
export function libraryAskedFor(method: MethodName, params: unknown): { bin: boolean } | null {
  if (method !== 'documents.list') return null;
  const { bin, documentIds, collectionId, limit } = methods[method].params.parse(params);
  return documentIds === undefined && collectionId === undefined && limit === undefined ? { bin } : null;
}
