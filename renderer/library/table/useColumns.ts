import { useMemo, useState } from 'react';
import { z } from 'zod';
import type { Collection } from '../../../contract/index.ts';
import { useAsk } from '../../engine/engine.tsx';
import { remember, useHost } from '../../host/host.ts';
import { useShell } from '../../shell/shell.tsx';
import { notifyError } from '../../ui/index.ts';
import { atFirst, Column } from './columns.ts';

const Kept = z.array(Column).min(1);

/** The columns of the table as they were left, and how to change them; while an edge is dragged, without keeping them yet. */
export function useColumns(): [readonly Column[], (columns: readonly Column[], keep: boolean) => void] {
  const shell = useShell();
  const kept = useHost(({ state }) => state?.preferences.libraryColumns);
  const [dragged, setDragged] = useState<readonly Column[] | null>(null);
  const columns = useMemo(() => Kept.catch([...atFirst]).parse(kept), [kept]);
  const change = (changed: readonly Column[], keep: boolean) => {
    setDragged(keep ? null : changed);
    if (keep) remember(shell, { libraryColumns: changed.map(({ id, width }) => ({ id, width })) }).catch(notifyError);
  };
  return [dragged ?? columns, change];
}

const none: readonly string[] = [];

/** The names of the collections that a document is in, where they are asked for. */
export function useCollectionNames(asked: boolean): (documentId: string) => readonly string[] {
  const { data: collections } = useAsk('collections.list', asked ? {} : null);
  const { data: contents } = useAsk('collections.contents', asked ? {} : null);
  const names = useMemo(() => namesByDocument(collections ?? [], contents ?? []), [collections, contents]);
  return (documentId) => names.get(documentId) ?? none;
}

function namesByDocument(
  collections: readonly Collection[],
  contents: readonly { collectionId: string; documentIds: readonly string[] }[],
): Map<string, string[]> {
  const documentIds = new Map(contents.map((each) => [each.collectionId, each.documentIds]));
  const names = new Map<string, string[]>();
  for (const { id, name } of collections) {
    for (const documentId of documentIds.get(id) ?? []) {
      const of = names.get(documentId);
      if (of === undefined) names.set(documentId, [name]);
      else of.push(name);
    }
  }
  return names;
}
