import { create } from 'zustand';
import type { HitKind, SearchQuery } from '../../contract/index.ts';

export interface SearchSession {
  text: string;
  kind: HitKind | 'all';
  sphereIds: string[];
  /** Only in the document that is open. */
  inDocument: boolean;
}

/** What was last searched for, so that the panel opens where it was left. */
export const useSearchSession = create<SearchSession>()(() => ({ text: '', kind: 'all', sphereIds: [], inDocument: false }));

/** What a session asks of the engine; null while there is nothing to look for. */
export function queryOf({ text, kind, sphereIds, inDocument }: SearchSession, documentId: string | null): SearchQuery | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return {
    text: trimmed,
    ...(kind === 'all' ? {} : { kinds: [kind] }),
    ...(sphereIds.length === 0 ? {} : { sphereIds }),
    ...(inDocument && documentId !== null ? { documentId } : {}),
  };
}
