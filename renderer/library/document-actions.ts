import type { DocumentSummary, EngineClient, Params, Shell } from '../../contract/index.ts';
import { notify, notifyError } from '../ui/index.ts';
import { notifyDeed } from '../undo/notify-deed.ts';
import { recordStep } from '../undo/timeline.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { useLibraryView } from './library-view.ts';

/** Makes an empty document, opens it and begins to name it. */
export async function newDocument(engine: EngineClient): Promise<void> {
  try {
    const { document, step } = await engine.call('documents.create', { title: 'Untitled' });
    recordStep(engine, 'New document', step);
    useLibraryView.setState({ bin: false, filter: '', renaming: { id: document.id, isNew: true } });
    useWorkspace.getState().openDocument(document.id);
    useWorkspace.getState().set({ libraryShown: true });
  } catch (error) {
    notifyError(error);
  }
}

/** Changes what is known of a document. Rejects where the engine refuses. */
export async function updateDocument(engine: EngineClient, label: string, patch: Params<'documents.update'>): Promise<void> {
  const { step } = await engine.call('documents.update', patch);
  recordStep(engine, label, step);
}

export async function renameDocument(
  engine: EngineClient,
  { id, title: was }: Pick<DocumentSummary, 'id' | 'title'>,
  typed: string,
): Promise<void> {
  const title = typed.trim();
  if (title === '' || title === was) return;
  await updateDocument(engine, `Rename “${was}”`, { documentId: id, title }).catch(notifyError);
}

/** To the bin, with what is unsaved in it saved first; the message offers to take it back. */
export async function removeDocument(engine: EngineClient, { id, title }: Pick<DocumentSummary, 'id' | 'title'>): Promise<void> {
  const { documentId: open, openDocument } = useWorkspace.getState();
  try {
    const problem = await flushUnsaved();
    if (problem !== null) {
      notify({ message: problem, error: true });
      return;
    }
    const { step } = await engine.call('documents.remove', { documentIds: [id] });
    const deed = recordStep(engine, `Move “${title}” to the bin`, step);
    if (open === id) openDocument(null);
    notifyDeed(`Moved “${title}” to the bin.`, deed, () => {
      if (open === id) openDocument(id);
    });
  } catch (error) {
    notifyError(error);
  }
}

/** Back from the bin into the library. */
export async function restoreDocument(engine: EngineClient, { id, title }: Pick<DocumentSummary, 'id' | 'title'>): Promise<void> {
  try {
    const { step } = await engine.call('documents.restore', { documentIds: [id] });
    recordStep(engine, `Restore “${title}”`, step);
    notify({
      message: `“${title}” is back in the library.`,
      action: { label: 'Open', run: () => useWorkspace.getState().openDocument(id) },
    });
  } catch (error) {
    notifyError(error);
  }
}

/** Gives the imported file out, byte for byte. */
export async function saveOriginal(engine: EngineClient, shell: Shell, documentId: string): Promise<void> {
  try {
    const { name, mediaType, bytes } = await engine.call('documents.original', { documentId });
    const saved = await shell.call('saveFile', { fileName: fileNameOf(name), mediaType, content: bytes });
    if (saved !== null) notify({ message: `The original is saved as ${saved.path}.` });
  } catch (error) {
    notifyError(error);
  }
}

/** An original may be named by its path. */
function fileNameOf(name: string): string {
  return name.split(/[/\\]/).at(-1) || 'original';
}
