import { create } from 'zustand';
import type { Preferences, Shell, ShellState } from '../../contract/index.ts';
import { dismissAll } from '../ui/index.ts';
import { useTimeline } from '../undo/timeline.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** What the window knows of its host. Null until the host has answered. */
interface Host {
  state: ShellState | null;
  /** The file of a notebook that was made for the sample articles and has them not yet. */
  sampleFor: string | null;
}

export const useHost = create<Host>()(() => ({ state: null, sampleFor: null }));

/** Asks the host again: another notebook, another recent list, other preferences. */
export async function refreshHost(shell: Shell): Promise<void> {
  const state = await shell.call('state', {});
  if (state.notebook?.file !== useHost.getState().state?.notebook?.file) {
    useWorkspace.getState().reset();
    dismissAll();
    useTimeline.setState({ done: [], undone: [] });
  }
  useHost.setState({ state });
}

/** Remembers window furniture, at once here and soon at the host. */
export async function remember(shell: Shell, changed: Preferences): Promise<void> {
  const { state } = useHost.getState();
  if (state === null) return;
  const preferences = { ...state.preferences, ...changed };
  useHost.setState({ state: { ...state, preferences } });
  await shell.call('setPreferences', { preferences });
}
