import type { SimilarDocument } from '../../contract/index.ts';
import { useAsk } from '../engine/engine.tsx';

/** The near-duplicates of a document, the most alike first; none until they are known. */
export function useSimilar(documentId: string | null): readonly SimilarDocument[] {
  const { data, isPlaceholderData } = useAsk('similar.list', documentId === null ? null : { documentId });
  return isPlaceholderData ? none : (data?.documents ?? none);
}

const none: readonly SimilarDocument[] = [];
