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
const drafts = new Map<string, { draft: NoteDraft }>();

registerUnsaved(async () => {
  await Promise.all(Array.from(drafts.values(), ({ draft }) => draft.flush()));
});

function keyOf(target: NoteTarget): string {
  return target.kind === 'notebook' ? target.kind : `${target.kind} ${target.id}`;
}

function putOf(engine: EngineClient, target: NoteTarget) {
  return async (body: string) => (await engine.call('notes.put', { target, body })).step;
}

/** The draft of a note: one that waits because it could not be saved, or a new one of the words the notebook has. */
export function draftOf(engine: EngineClient, target: NoteTarget, body: string): NoteDraft {
  const waiting = drafts.get(keyOf(target))?.draft;
  return waiting !== undefined && waiting.status.kind !== 'saved' ? waiting : new NoteDraft(body, putOf(engine, target));
}

/**
 * Begins a session of writing; the function it returns ends it. The whole session is one deed to undo. Where the last
 * save fails, the draft is kept for the next session and the window still counts it as unsaved.
 */
export function openDraft(engine: EngineClient, target: NoteTarget, draft: NoteDraft, { label, documentId }: DeedName): () => void {
  const key = keyOf(target);
  const session = { draft };
  drafts.set(key, session);
  draft.saveWith(putOf(engine, target));
  return () => {
    draft.endSession().then((done) => {
      if (drafts.get(key) === session) drafts.delete(key);
      if (done !== null) recordSteps(engine, label, done.steps, documentId);
    }, keepWaiting);
  };
}

function keepWaiting(): void {
  // The draft stays among the drafts, and its field says what went wrong.
}
