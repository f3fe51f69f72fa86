import { useEffect, useMemo, useState } from 'react';
import type { DocumentSummary } from '../../contract/index.ts';
import { notifyError } from '../ui/index.ts';
import type { Copies } from './copies/copies.ts';
import { type AnyOrder, ordered, orderedInTurns } from './order.ts';

/** More documents than these are ordered in turns: the window would stand still meanwhile. */
const many = 4_000;

interface Asked {
  documents: readonly DocumentSummary[] | undefined;
  /** Where they are listed: the order before stays only while it is the same place. */
  place: string | null;
  order: AnyOrder;
  copies: Copies;
}

/** Documents in order; undefined until there are any, and of many until they are in order for the first time. */
export function useInOrder({ documents, place, order, copies }: Asked): readonly DocumentSummary[] | undefined {
  const isMany = documents !== undefined && documents.length > many;
  const few = useMemo(
    () => (documents === undefined || isMany ? undefined : ordered(documents, order, copies)),
    [documents, isMany, order, copies],
  );
  const [kept, setKept] = useState<{ place: string | null; documents: readonly DocumentSummary[] } | null>(null);
  useEffect(() => {
    if (documents === undefined || !isMany) return;
    const control = new AbortController();
    orderedInTurns(documents, order, copies, control.signal).then(
      (inOrder) => inOrder !== null && setKept({ place, documents: inOrder }),
      notifyError,
    );
    return () => control.abort();
  }, [documents, isMany, place, order, copies]);
  return isMany && kept?.place === place ? kept.documents : few;
}
