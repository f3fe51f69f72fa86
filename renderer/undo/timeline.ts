import { create } from 'zustand';
import type { EngineClient, StepId } from '../../contract/index.ts';

/** Something the analyst did that can be taken back and done again. Rejecting leaves it where it is on the timeline. */
export interface Deed {
  label: string;
  /** The document it belongs to; null for the codebook, the library and the notebook. */
  documentId: string | null;
  undo(): Promise<void> | void;
  redo(): Promise<void> | void;
}

interface Timeline {
  done: readonly Deed[];
  undone: readonly Deed[];
}

/** One order for everything the analyst did in this window, text and engine alike, so that Ctrl+Z takes back the last. */
export const useTimeline = create<Timeline>()(() => ({ done: [], undone: [] }));

/** Deeds kept; older ones can no longer be taken back. */
const longest = 1000;

export function record(deed: Deed): Deed {
  useTimeline.setState(({ done }) => ({ done: [...done, deed].slice(-longest), undone: [] }));
  return deed;
}

/** A deed of the engine's: `step` as the method answered it. */
export function recordStep(engine: EngineClient, label: string, step: StepId, documentId: string | null = null): Deed {
  return recordSteps(engine, label, [step], documentId);
}

/** Several steps of the engine's, oldest first, as one deed: the saves of a note while it was written, say. */
export function recordSteps(engine: EngineClient, label: string, steps: readonly StepId[], documentId: string | null = null): Deed {
  let current = steps;
  const turn = async () => {
    const turned: StepId[] = [];
    for (const step of current.toReversed()) turned.push((await engine.call('history.undo', { step })).step);
    current = turned;
  };
  return record({ label, documentId, undo: turn, redo: turn });
}

/** Turns wait for one another: a key held down must not take the same deed back twice. */
let turning: Promise<unknown> = Promise.resolve();

function inTurn(turn: () => Promise<Deed | null>): Promise<Deed | null> {
  const next = turning.then(turn, turn);
  turning = next;
  return next;
}

/** Takes the last deed back. Resolves to it, or to null where there is none. */
export function undo(): Promise<Deed | null> {
  return inTurn(async () => {
    const deed = useTimeline.getState().done.at(-1);
    return deed === undefined ? null : takeBack(deed);
  });
}

/** Takes one deed back, wherever it stands on the timeline: for a message that offers it. Null where it is taken back already. */
export function undoDeed(deed: Deed): Promise<Deed | null> {
  return inTurn(async () => (useTimeline.getState().done.includes(deed) ? takeBack(deed) : null));
}

async function takeBack(deed: Deed): Promise<Deed> {
  await deed.undo();
  useTimeline.setState(({ done, undone }) => ({ done: done.filter((other) => other !== deed), undone: [...undone, deed] }));
  return deed;
}

/** Does the last deed that was taken back again. */
export function redo(): Promise<Deed | null> {
  return inTurn(async () => {
    const deed = useTimeline.getState().undone.at(-1);
    if (deed === undefined) return null;
    await deed.redo();
    useTimeline.setState(({ done, undone }) => ({ undone: undone.filter((other) => other !== deed), done: [...done, deed] }));
    return deed;
  });
}

/** Forgets the deeds of a document whose editor is gone: they spoke of that editor's states. */
export function forgetDocument(documentId: string): void {
  const others = (deed: Deed) => deed.documentId !== documentId;
  useTimeline.setState(({ done, undone }) => ({ done: done.filter(others), undone: undone.filter(others) }));
}
