import { useMemo } from 'react';
import type { Sphere } from '../../../contract/index.ts';
import { useAsk } from '../../engine/engine.tsx';
import { spheresOf } from '../../passages/PassageCard.tsx';

const none: readonly Sphere[] = [];

/** Finds the spheres that a document's passages are in, in the codebook's order. */
export function useSpheresOf(documentId: string): (passageId: string) => readonly Sphere[] {
  const { data: passages } = useAsk('passages.list', { documentId });
  const { data: spheres } = useAsk('spheres.list', {});
  const found = useMemo(() => new Map(passages?.map((passage) => [passage.id, spheresOf(passage, spheres ?? none)])), [passages, spheres]);
  return (passageId) => found.get(passageId) ?? none;
}
