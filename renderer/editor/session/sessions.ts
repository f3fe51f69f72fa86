import { ArmillaryError, type Document, type EngineClient } from '../../../contract/index.ts';
import { notifyError } from '../../ui/index.ts';
import { registerUnsaved } from '../../workspace/unsaved.ts';
import { openEditor } from './open-editor.ts';
import type { DocumentSession } from './session.ts';

export interface OpenDocument {
  document: Document;
  session: DocumentSession;
}

interface Kept {
  opening: Promise<OpenDocument>;
  /** Panes that show it. */
  panes: number;
  close: () => void;
}

/** Documents with an editor: the one on screen, and any that could not be saved when it was left. */
const kept = new Map<string, Kept>();

function keyOf(engine: EngineClient, documentId: string): string {
  return `${engine.id} ${documentId}`;
}

/** Opens a document in an editor, or gives back the editor that still holds unsaved work on it. Follow with `leaveDocument`. */
export function enterDocument(engine: EngineClient, documentId: string): Promise<OpenDocument> {
  const key = keyOf(engine, documentId);
  const entry = kept.get(key) ?? begin(engine, documentId);
  kept.set(key, entry);
  entry.panes += 1;
  return entry.opening;
}

/** What was last asked for ahead, until it is taken. */
let foreseen: { key: string; document: Promise<Document> } | null = null;

/** Asks for a document that is about to be entered: the window has much to draw before it comes to that. */
export function foreseeDocument(engine: EngineClient, documentId: string): void {
  const key = keyOf(engine, documentId);
  if (kept.has(key)) return;
  const document = engine.call('documents.get', { documentId });
  // Who enters it is told what went wrong.
  document.catch(() => undefined);
  foreseen = { key, document };
}

function fetchDocument(engine: EngineClient, documentId: string): Promise<Document> {
  const ahead = foreseen;
  foreseen = null;
  return ahead?.key === keyOf(engine, documentId) ? ahead.document : engine.call('documents.get', { documentId });
}

function begin(engine: EngineClient, documentId: string): Kept {
  const entry: Kept = { panes: 0, close: () => undefined, opening: open() };
  async function open(): Promise<OpenDocument> {
    const document = await fetchDocument(engine, documentId);
    const { session, close } = openEditor(engine, document);
    const forget = registerUnsaved(() => session.flush());
    entry.close = () => {
      forget();
      close();
    };
    return { document, session };
  }
  entry.opening.catch(() => kept.delete(keyOf(engine, documentId)));
  return entry;
}

/** Shows in the editor of a document, where it has one, what is on disk now. Resolves when it does. */
export async function reloadDocument(engine: EngineClient, documentId: string): Promise<void> {
  const opened = await kept.get(keyOf(engine, documentId))?.opening.catch(() => null);
  await opened?.session.reload();
}

/** Saves what the editor of a document holds and lets go of it; where it cannot be saved, it is kept and tried again. */
export async function leaveDocument(engine: EngineClient, documentId: string): Promise<void> {
  const key = keyOf(engine, documentId);
  const entry = kept.get(key);
  if (entry === undefined) return;
  entry.panes -= 1;
  const opened = await entry.opening.catch(() => null);
  if (opened === null) return;
  const { session, document } = opened;
  const release = () => {
    if (entry.panes > 0 || session.unsaved || kept.get(key) !== entry) return false;
    kept.delete(key);
    entry.close();
    return true;
  };
  try {
    await session.flush();
    release();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    notifyError(
      new ArmillaryError('storage', `“${document.title}” is not saved yet: ${reason} It is kept in this window and tried again.`),
    );
    const stop = session.store.subscribe(({ save }) => {
      if (entry.panes > 0 || (save.kind === 'saved' && release())) stop();
    });
  }
}
