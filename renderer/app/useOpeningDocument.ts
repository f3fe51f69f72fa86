import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { useAsk } from '../engine/engine.tsx';
import { remember, useHost } from '../host/host.ts';
import { useShell } from '../shell/shell.tsx';
import { notifyError } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** The document each notebook had open last, by the notebook's file. */
const LastDocuments = z.record(z.string(), z.string());

/** Notebooks whose last document is remembered. */
const most = 50;

/** Opens the document that was open when the notebook was left, before the list of documents has come: of ten thousand it takes a second. */
export function openLastDocument(): void {
  const { documentId, openDocument } = useWorkspace.getState();
  const last = lastDocuments()[useHost.getState().state?.notebook?.file ?? ''];
  if (documentId === null && last !== undefined) openDocument(last);
}

/** Where no document was open last, or that one is gone, opens the one that came last; remembers which one is open now. */
export function useOpeningDocument(): void {
  const shell = useShell();
  const file = useHost(({ state }) => state?.notebook?.file ?? '');
  const { data: documents } = useAsk('documents.list', {});
  const documentId = useWorkspace((state) => state.documentId);
  const openDocument = useWorkspace((state) => state.openDocument);
  const begun = useRef(false);
  useEffect(() => {
    if (documents === undefined || begun.current) return;
    const { documentId: open } = useWorkspace.getState();
    // The first document of a new notebook (the sample's) can be open before the list that names it has come.
    if (documents.length === 0 && open !== null) return;
    begun.current = true;
    const isThere = (id: string | null) => documents.some((document) => document.id === id);
    if (!isThere(open)) openDocument(documents.at(-1)?.id ?? null);
  }, [documents, openDocument]);

  useEffect(() => {
    if (documentId === null || lastDocuments()[file] === documentId) return;
    const others = Object.entries(lastDocuments()).filter(([other]) => other !== file);
    const lastDocument = Object.fromEntries([...others, [file, documentId]].slice(-most));
    remember(shell, { lastDocument }).catch(notifyError);
  }, [documentId, file, shell]);
}

function lastDocuments(): Record<string, string> {
  return LastDocuments.catch({}).parse(useHost.getState().state?.preferences.lastDocument);
}
