import type { ApplyUpdate, CallOptions, EngineClient, Shell } from '../../contract/index.ts';
import { reloadDocument } from '../editor/sessions.ts';
import { notifyError } from '../ui/index.ts';
import { notifyDeed } from '../undo/notify-deed.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { flushBefore, recordReplaced } from './replaced-deed.ts';
import { useVersionsView } from './versions-view.ts';
import { baseName, counted } from './words.ts';

/** Lets the analyst pick a file for a document and shows what it would do to its passages. */
export async function chooseUpdate(shell: Shell, documentId: string): Promise<void> {
  try {
    const [file] = await shell.call('pickFiles', { many: false });
    if (file === undefined) return;
    useVersionsView.setState({ update: { documentId, file } });
    useWorkspace.getState().setOverlay('update');
  } catch (error) {
    notifyError(error);
  }
}

/** Gives a document the text of a file. Resolves when its editor shows it. */
export async function applyUpdate(engine: EngineClient, update: ApplyUpdate, options: CallOptions): Promise<void> {
  await flushBefore('The new text was not taken.');
  const { step, anchored, detached } = await engine.call('documents.applyUpdate', update, options);
  const deed = recordReplaced(engine, 'New text from a file', step, update.documentId);
  await reloadDocument(engine, update.documentId);
  const apart = detached === 0 ? '' : `, ${new Intl.NumberFormat().format(detached)} detached`;
  notifyDeed(`The document has the text of ${baseName(update.file.name)}: ${counted(anchored, 'passage')} in it${apart}.`, deed);
}
