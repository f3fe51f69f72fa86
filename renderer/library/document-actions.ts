import type { DocumentSummary, EngineClient, Params, Shell } from '../../contract/index.ts';
import { notify, notifyError } from '../ui/index.ts';
import { notifyDeed } from '../undo/notify-deed.ts';
import { recordStep } from '../undo/timeline.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { showPlace, useLibraryView } from './library-view.ts';

type Named = Pick<DocumentSummary, 'id' | 'title'>;

const number = new Intl.NumberFormat();

/** Makes an empty document, opens it and begins to name it. */
export async function newDocument(engine: EngineClient): Promise<void> {
  try {
    const { document, step } = await engine.call('documents.create', { title: 'Untitled' });
    recordStep(engine, 'New document', step);
    showPlace({ bin: false, collectionId: null });
    useLibraryView.setState({ filter: '', renaming: { id: document.id, isNew: true } });
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

export async function renameDocument(engine: EngineClient, { id, title: was }: Named, typed: string): Promise<void> {
  const title = typed.trim();
  if (title === '' || title === was) return;
  await updateDocument(engine, `Rename “${was}”`, { documentId: id, title }).catch(notifyError);
}

/** To the bin, with what is unsaved in them saved first; the message offers to take it back. */
export async function removeDocuments(engine: EngineClient, documents: readonly Named[]): Promise<void> {
  const documentIds = documents.map(({ id }) => id);
  const { documentId: open, openDocument } = useWorkspace.getState();
  const goes = open !== null && documentIds.includes(open);
  try {
    const problem = await flushUnsaved();
    if (problem !== null) {
      notify({ message: problem, error: true });
      return;
    }
    const { step } = await engine.call('documents.remove', { documentIds });
    const deed = recordStep(engine, `Move ${namesOf(documents)} to the bin`, step);
    if (goes) openDocument(null);
    notifyDeed(`Moved ${namesOf(documents)} to the bin.`, deed, () => {
      if (goes) openDocument(open);
    });
  } catch (error) {
    notifyError(error);
  }
}

/** Back from the bin into the library. */
export async function restoreDocuments(engine: EngineClient, documents: readonly Named[]): Promise<void> {
  const [first, ...others] = documents;
  if (first === undefined) return;
  try {
    const { step } = await engine.call('documents.restore', { documentIds: documents.map(({ id }) => id) });
    const deed = recordStep(engine, `Restore ${namesOf(documents)}`, step);
    if (others.length > 0) {
      notifyDeed(`${namesOf(documents)} are back in the library.`, deed);
      return;
    }
    notify({
      message: `“${first.title}” is back in the library.`,
      action: {
        label: 'Open',
        run: () => {
          showPlace({ bin: false, collectionId: null });
          useWorkspace.getState().openDocument(first.id);
        },
      },
    });
  } catch (error) {
    notifyError(error);
  }
}

/** Opens a document, and over it its copies with what differs in them. */
export function showCopies(document: Pick<DocumentSummary, 'id'>): void {
  showOver(document, 'similar');
}

/** A table that stands where documents are read stays. */
function showOver({ id }: Pick<DocumentSummary, 'id'>, overlay: 'details' | 'similar'): void {
  const { tableShown, openDocument, set, setOverlay } = useWorkspace.getState();
  openDocument(id);
  set({ tableShown });
  setOverlay(overlay);
}

/** Shows what is known of documents, to be changed: of one, which is opened for it, or of several together. */
export function showDetails(documents: readonly Named[]): void {
  const [first, ...others] = documents;
  if (first === undefined) return;
  if (others.length > 0) useWorkspace.getState().setOverlay('details-many');
  else showOver(first, 'details');
}

/** Opens the details of the open document at its original file. */
export function showOriginal(): void {
  useLibraryView.setState({ detailsAt: 'original' });
  useWorkspace.getState().setOverlay('details');
}

/** Asks whether documents of the bin (null: all of them) are to be deleted for good. */
export function askToPurge(documents: readonly Named[] | null): void {
  useLibraryView.setState({ purging: documents?.map(({ id }) => id) ?? null });
  useWorkspace.getState().setOverlay('purge');
}

/** A document by its title, several by their number. */
export function namesOf(documents: readonly Named[]): string {
  const [first] = documents;
  return documents.length === 1 && first !== undefined ? `“${first.title}”` : `${number.format(documents.length)} documents`;
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
