import { create } from 'zustand';
import { useCommand } from '../commands/commands.ts';
import { notifyError } from '../ui/index.ts';
import { type Deed, redo, undo, useTimeline } from '../undo/timeline.ts';

/** What the last undo or redo did, for the status bar. Null once something else was done. */
export const useTurned = create<{ words: string | null; after: Deed | undefined }>()(() => ({ words: null, after: undefined }));

/** One turn at a time, so that two quick presses take back two deeds and not one twice. */
let turning: Promise<void> = Promise.resolve();

function turn(work: () => Promise<Deed | null>, verb: string): void {
  turning = turning.then(async () => {
    try {
      const deed = await work();
      const words = deed === null ? `Nothing to ${verb.toLowerCase()}` : `${verb === 'Undo' ? 'Undid' : 'Did again'}: ${deed.label}`;
      useTurned.setState({ words, after: useTimeline.getState().done.at(-1) });
    } catch (error) {
      notifyError(error);
    }
  });
}

/** Undo and redo over the whole window, where no pane offers its own. */
export function useUndoCommands(): void {
  useCommand('edit.undo', () => turn(undo, 'Undo'), { fallback: true });
  useCommand('edit.redo', () => turn(redo, 'Redo'), { fallback: true });
}
