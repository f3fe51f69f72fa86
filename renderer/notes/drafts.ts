import type { EngineClient, NoteTarget } from '../../contract/index.ts';
import { recordSteps } from '../undo/timeline.ts';
import { registerUnsaved } from '../workspace/unsaved.ts';
import { NoteDraft } from './note-draft.ts';

/** What a session of writing is called in the undo menu, and the document it belongs to. */
export interface DeedName {
  label: string;
  documentId: string | null;
}

/** Drafts being written, and those whose last save failed: they wait here for their field to come back. */
const drafts = new Map<string, NoteDraft>();

registerUnsaved(async () => {
  await Promise.all(Array.from(drafts.values(), (draft) => draft.flush()));
});

function keyOf(engine: EngineClient, target: NoteTarget): string {
  return `${engine.id} ${target.kind} ${target.kind === 'notebook' ? '' : target.id}`;
}

/** The draft of a note: one that waits because it could not be saved, or a new one of the words the notebook has. */
export function draftOf(engine: EngineClient, target: NoteTarget, body: string): NoteDraft {
  const waiting = drafts.get(keyOf(engine, target));
  if (waiting !== undefined && waiting.status.kind !== 'saved') return waiting;
  return new NoteDraft(body, async (changed) => (await engine.call('notes.put', { target, body: changed })).step);
}

/**
 * Begins a session of writing; the function it returns ends it. The whole session is one deed to undo. Where the last
 * save fails, the draft is kept for the next session and the window still counts it as unsaved.
 */
export function openDraft(engine: EngineClient, target: NoteTarget, draft: NoteDraft, { label, documentId }: DeedName): () => void {
  const key = keyOf(engine, target);
  drafts.set(key, draft);
  return () => {
    draft.endSession().then((session) => {
      if (drafts.get(key) === draft) drafts.delete(key);
      if (session !== null) recordSteps(engine, label, session.steps, documentId);
    }, keepWaiting);
  };
}

function keepWaiting(): void {
  // The draft stays among the drafts, and its field says what went wrong.
}
