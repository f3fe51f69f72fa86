import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { CommandId, EngineClient, Params, Passage, Sphere } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { useEngine } from '../engine/engine.tsx';
import { notify } from '../ui/index.ts';
import { inItsTurn } from '../undo/in-its-turn.ts';
import { recordStep } from '../undo/timeline.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { chooseNone } from './passages-view.ts';
import { isDetached } from './rows.ts';

export interface PassageActions {
  /** Brings it into view in its document, which is opened if another one is open. */
  open(passage: Passage): void;
  /** Puts them into a sphere; where all of them are in it, takes them out. What else they are in stays. */
  toggleSphere(passages: readonly Passage[], sphere: Pick<Sphere, 'id' | 'name'>): Promise<void>;
  createSphere(passages: readonly Passage[], name: string): Promise<void>;
  grade(passages: readonly Passage[], changes: Omit<Params<'passages.grade'>, 'passageIds'>): Promise<void>;
  /** Those of the open document and detached ones; of others it is said that they stay. */
  remove(passages: readonly Passage[]): Promise<void>;
  /** Sets it to what is selected in the document. */
  extend(passage: Passage): void;
  /** Puts a detached one onto what is selected in its document, which must be open. */
  anchorHere(passage: Passage): void;
}

/** What can be done with a passage from its card. */
export function usePassageActions(): PassageActions {
  const engine = useEngine();
  return useMemo(() => passageActions(engine), [engine]);
}

/** Whether its text stands in the editor that is open, which alone can change or remove its mark. */
export function isInEditor(passage: Passage): boolean {
  return !isDetached(passage) && passage.documentId === useWorkspace.getState().documentId;
}

/** Runs a command that is about the passage in focus. Returns whether it was done. */
function runOn(passage: Passage, command: CommandId): boolean {
  // The editor must know of the focus before the command comes, or it would do it to the passage that had it.
  flushSync(() => useWorkspace.getState().focusPassage(passage.id));
  return runCommand(command);
}

function passageActions(engine: EngineClient): PassageActions {
  /** After what waits in the editor to be saved: a passage may be made or removed by it. */
  const whenSaved = (work: () => Promise<void>): Promise<void> =>
    inItsTurn(async () => {
      await flushUnsaved();
      await work();
    });
  const areIn = async (passages: readonly Passage[], sphereId: string) => {
    const now = await engine.call('passages.list', { passageIds: idsOf(passages) });
    return now.every(({ taggings }) => taggings.some((tagging) => tagging.sphereId === sphereId));
  };
  const changeSpheres = async (passages: readonly Passage[], change: { add: string[] } | { remove: string[] }, label: string) => {
    const { step } = await engine.call('passages.changeSpheres', { passageIds: idsOf(passages), ...change });
    recordStep(engine, label, step, documentOf(passages));
  };
  const removeDetached = (passages: readonly Passage[]) =>
    whenSaved(async () => {
      const { step } = await engine.call('passages.remove', { passageIds: idsOf(passages) });
      const label = passages.length === 1 ? 'Remove the passage' : `Remove ${passages.length} passages`;
      recordStep(engine, label, step, documentOf(passages));
    });
  return {
    open(passage) {
      const { documentId, openDocument, focusPassage } = useWorkspace.getState();
      if (passage.documentId !== documentId) openDocument(passage.documentId);
      focusPassage(passage.id, { reveal: !isDetached(passage) });
    },
    toggleSphere: (passages, { id, name }) =>
      whenSaved(async () => {
        if (await areIn(passages, id)) await changeSpheres(passages, { remove: [id] }, `Take ${manyWords(passages)}out of ${name}`);
        else await changeSpheres(passages, { add: [id] }, `Tag ${manyWords(passages)}${name}`);
      }),
    createSphere: (passages, typed) =>
      whenSaved(async () => {
        const { sphere, step } = await engine.call('spheres.add', { name: typed });
        recordStep(engine, `Add the sphere ${sphere.name}`, step);
        await changeSpheres(passages, { add: [sphere.id] }, `Tag ${manyWords(passages)}${sphere.name}`);
      }),
    grade: (passages, changes) =>
      whenSaved(async () => {
        const { step } = await engine.call('passages.grade', { passageIds: idsOf(passages), ...changes });
        const label = passages.length === 1 ? 'Grade the passage' : `Grade ${passages.length} passages`;
        recordStep(engine, label, step, documentOf(passages));
      }),
    async remove(passages) {
      const { documentId } = useWorkspace.getState();
      const inEditor = passages.find(isInEditor);
      // The editor removes with it what else is chosen in its document.
      const detached = passages.filter((passage) => isDetached(passage) && (inEditor === undefined || passage.documentId !== documentId));
      const elsewhere = passages.filter((passage) => !isDetached(passage) && !isInEditor(passage));
      // The command is about all that are chosen; from the menu of a card one of them alone can be meant.
      if (passages.length === 1) chooseNone();
      if (inEditor !== undefined) runOn(inEditor, 'passage.remove');
      chooseNone();
      if (detached.length > 0) await removeDetached(detached);
      const [first] = elsewhere;
      if (first === undefined) return;
      const action = { label: 'Open', run: () => this.open(first) };
      if (passages.length === 1) {
        notify({ message: `The passage stands in “${first.documentTitle}”. Open that document to remove it.`, action });
      } else {
        const stay = elsewhere.length === 1 ? 'One passage stays' : `${elsewhere.length} passages stay`;
        notify({ message: `${stay}: a passage is removed where its document is open.`, action });
      }
    },
    extend(passage) {
      if (!runOn(passage, 'passage.extend')) notify({ message: 'Select the text that the passage should be, then try again.' });
    },
    anchorHere(passage) {
      const isOpen = passage.documentId === useWorkspace.getState().documentId;
      if (!isOpen) this.open(passage);
      if (isOpen && runOn(passage, 'passage.anchorHere')) return;
      notify({ message: 'Select the words in the document that the passage should stand on, then anchor it there.' });
    },
  };
}

function idsOf(passages: readonly Passage[]): string[] {
  return passages.map(({ id }) => id);
}

/** The document that all of them stand in; null where they stand in several. */
function documentOf(passages: readonly Passage[]): string | null {
  const [first] = passages;
  return first !== undefined && passages.every(({ documentId }) => documentId === first.documentId) ? first.documentId : null;
}

/** For the label of a deed: one passage goes without saying. */
function manyWords({ length }: readonly Passage[]): string {
  return length === 1 ? '' : `${length} passages `;
}
