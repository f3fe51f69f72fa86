import { create } from 'zustand';
import { useCommand } from '../commands/commands.ts';
import { notifyError } from '../ui/index.ts';
import { type Deed, redo, undo, useTimeline } from '../undo/timeline.ts';

/** What the last undo or redo did, for the status bar. Null once something else was done. */
export const useTurned = create<{ words: string | null; after: Deed | undefined }>()(() => ({ words: null, after: undefined }));

async function turn(work: () => Promise<Deed | null>, did: string, nothing: () => string): Promise<void> {
  try {
    const deed = await work();
    useTurned.setState({ words: deed === null ? nothing() : `${did}: ${deed.label}`, after: useTimeline.getState().done.at(-1) });
  } catch (error) {
    notifyError(error);
  }
}

/** There is a bound to what is remembered, and who comes to it is told where to look further. */
function nothingToUndo(): string {
  return useTimeline.getState().forgot ? 'Nothing more to undo: older text is in the document’s versions' : 'Nothing to undo';
}

/** Undo and redo over the whole window, where no pane offers its own. */
export function useUndoCommands(): void {
  useCommand('edit.undo', () => void turn(undo, 'Undid', nothingToUndo), { fallback: true });
  useCommand('edit.redo', () => void turn(redo, 'Did again', () => 'Nothing to do again'), { fallback: true });
}
