import { ArmillaryError, type EngineClient, type StepId } from '../../contract/index.ts';
import { reloadDocument } from '../editor/session/sessions.ts';
import { type Deed, record } from '../undo/timeline.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';

/** Saves what is not saved, so that nothing is written over unseen. Rejects, with words for the analyst, when it cannot. */
export async function flushBefore(outcome: string): Promise<void> {
  const problem = await flushUnsaved();
  if (problem !== null) throw new ArmillaryError('storage', `${problem} ${outcome}`);
}

/**
 * A deed that put another text in the place of a document's. It is none of the document's own deeds: those speak of the
 * states of its editor, which forgets them whenever it takes another text.
 */
export function recordReplaced(engine: EngineClient, label: string, step: StepId, documentId: string): Deed {
  let current = step;
  const turn = async () => {
    await flushBefore('The document’s text was left as it is.');
    current = (await engine.call('history.undo', { step: current })).step;
    await reloadDocument(engine, documentId);
  };
  return record({ label, documentId: null, undo: turn, redo: turn });
}
