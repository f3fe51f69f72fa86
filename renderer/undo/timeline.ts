import { create } from 'zustand';
import { ArmillaryError, type EngineClient, type StepId } from '../../contract/index.ts';

/**
 * Something the analyst did that can be taken back and done again. Rejecting leaves it where it is on the timeline, unless
 * what it stands on is `not-found`: then it leaves the timeline, and never stands in the way of the deeds before it.
 */
export interface Deed {
  label: string;
  /** The document it belongs to; null for the codebook, the library and the notebook. */
  documentId: string | null;
  undo(): Promise<void> | void;
  redo(): Promise<void> | void;
  /** The entry of an editor's history that it stands on, and goes with. */
  entry?: object;
}

interface Timeline {
  done: readonly Deed[];
  undone: readonly Deed[];
  /** Deeds were let go of because they were too long ago. */
  forgot: boolean;
}

/** One order for everything the analyst did in this window, text and engine alike, so that Ctrl+Z takes back the last. */
export const useTimeline = create<Timeline>()(() => ({ done: [], undone: [], forgot: false }));

/** Deeds kept; older ones can no longer be taken back. */
const longest = 1000;

export function record(deed: Deed): Deed {
  useTimeline.setState(({ done, forgot }) => ({
    done: [...done, deed].slice(-longest),
    undone: [],
    forgot: forgot || done.length === longest,
  }));
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

/** Does what needs the notebook's answer, and all undo and redo, in the order of the keys that asked for it. */
export function inTurn<T>(turn: () => Promise<T>): Promise<T> {
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

function takeBack(deed: Deed): Promise<Deed> {
  const before = useTimeline.getState().done;
  const turning = begin(() => deed.undo());
  // At once, as its text: what is done before the notebook has answered comes after it.
  useTimeline.setState(({ done, undone }) => ({ done: without(done, deed), undone: [...undone, deed] }));
  return settle(deed, 'undone', turning, ({ done, undone }) => ({ done: putBack(done, deed, before), undone: without(undone, deed) }));
}

/** Does the last deed that was taken back again. */
export function redo(): Promise<Deed | null> {
  return inTurn(async () => {
    const deed = useTimeline.getState().undone.at(-1);
    return deed === undefined ? null : doAgain(deed);
  });
}

function doAgain(deed: Deed): Promise<Deed> {
  const before = useTimeline.getState().undone;
  const turning = begin(() => deed.redo());
  useTimeline.setState(({ done, undone }) => ({ undone: without(undone, deed), done: [...done, deed] }));
  return settle(deed, 'done again', turning, ({ done, undone }) => ({ undone: putBack(undone, deed, before), done: without(done, deed) }));
}

/** As a promise also where it throws at once. */
async function begin(turn: () => Promise<void> | void): Promise<void> {
  await turn();
}

/** A deed that did not turn goes back to where it stood. One whose text or step is remembered no more never will: it leaves. */
async function settle(deed: Deed, turned: string, turning: Promise<void>, back: (timeline: Timeline) => Partial<Timeline>): Promise<Deed> {
  try {
    await turning;
    return deed;
  } catch (error) {
    if (!(error instanceof ArmillaryError) || error.kind !== 'not-found') {
      useTimeline.setState(back);
      throw error;
    }
    forget((other) => other === deed);
    throw new ArmillaryError('not-found', `“${deed.label}” was not ${turned}. ${error.message}`, error.details);
  }
}

function without(deeds: readonly Deed[], deed: Deed): Deed[] {
  return deeds.filter((other) => other !== deed);
}

function putBack(deeds: readonly Deed[], deed: Deed, before: readonly Deed[]): Deed[] {
  return without(deeds, deed).toSpliced(before.indexOf(deed), 0, deed);
}

/** Lets go of the deeds that stand on these entries of an editor's history, which keeps them no longer. */
export function forgetEntries(entries: readonly object[]): void {
  const gone = new Set(entries);
  forget(({ entry }) => entry !== undefined && gone.has(entry));
  useTimeline.setState({ forgot: true });
}

/** Forgets the deeds of a document whose editor is gone: they spoke of that editor's states. */
export function forgetDocument(documentId: string): void {
  forget((deed) => deed.documentId === documentId);
}

function forget(goes: (deed: Deed) => boolean): void {
  const stays = (deed: Deed) => !goes(deed);
  useTimeline.setState(({ done, undone }) => ({ done: done.filter(stays), undone: undone.filter(stays) }));
}
