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
  /** The connection to the notebook’s engine is lost: the window keeps what it holds until there is another. */
  lost: boolean;
}

export const useHost = create<Host>()(() => ({ state: null, sampleFor: null, lost: false }));

/** Asks the host again: another notebook, another recent list, other preferences. */
export async function refreshHost(shell: Shell): Promise<void> {
  const now = await shell.call('state', {});
  const { state: was, lost } = useHost.getState();
  const state = lost && now.notebook === null ? { ...now, notebook: was?.notebook ?? null } : now;
  if (state.notebook?.file !== was?.notebook?.file) {
    useWorkspace.getState().reset();
    dismissAll();
    useTimeline.setState({ done: [], undone: [], forgot: false });
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
