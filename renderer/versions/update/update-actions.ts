import type { ApplyUpdate, CallOptions, EngineClient, Shell, UpdateReview } from '../../../contract/index.ts';
import { reloadDocument } from '../../editor/session/sessions.ts';
import { notifyError } from '../../ui/index.ts';
import { notifyDeed } from '../../undo/notify-deed.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { flushBefore, recordReplaced } from '../replaced-deed.ts';
import { type Update, useVersionsView } from '../versions-view.ts';
import { baseName, counted } from '../words.ts';

/** Lets the analyst pick a file for a document and shows what it would do to its passages. */
export async function chooseUpdate(shell: Shell, documentId: string): Promise<void> {
  try {
    const [file] = await shell.call('pickFiles', { many: false });
    if (file === undefined) return;
    useVersionsView.setState({ update: { documentId, from: { kind: 'file', file } } });
    useWorkspace.getState().setOverlay('update');
  } catch (error) {
    notifyError(error);
  }
}

/** What a text would do to a document's passages. */
export function reviewText(engine: EngineClient, { documentId, from }: Update, options: CallOptions): Promise<UpdateReview> {
  if (from.kind === 'file') return engine.call('documents.previewUpdate', { documentId, file: from.file }, options);
  return engine.call('documents.previewReread', { documentId, encoding: from.encoding }, options);
}

/** Gives a document its new text. Resolves when its editor shows it. */
export async function applyUpdate(
  engine: EngineClient,
  { documentId, from }: Update,
  decided: Pick<ApplyUpdate, 'baseRevision' | 'accept'>,
  options: CallOptions,
): Promise<void> {
  await flushBefore('The new text was not taken.');
  const { step, anchored, detached } =
    from.kind === 'file'
      ? await engine.call('documents.applyUpdate', { documentId, file: from.file, ...decided }, options)
      : await engine.call('documents.reread', { documentId, encoding: from.encoding, ...decided }, options);
  const deed = recordReplaced(engine, from.kind === 'file' ? 'New text from a file' : 'Text in another encoding', step, documentId);
  await reloadDocument(engine, documentId);
  const apart = detached === 0 ? '' : `, ${new Intl.NumberFormat().format(detached)} detached`;
  const what = from.kind === 'file' ? `the text of ${baseName(from.file.name)}` : `its text as ${from.name}`;
  notifyDeed(`The document has ${what}: ${counted(anchored, 'passage')} in it${apart}.`, deed);
}
