import { create } from 'zustand';
import type { Preferences, Shell, ShellState } from '../../contract/index.ts';

/** What the window knows of its host. Null until the host has answered. */
export const useHost = create<{ state: ShellState | null }>()(() => ({ state: null }));

/** Asks the host again: another notebook, another recent list, other preferences. */
export async function refreshHost(shell: Shell): Promise<void> {
  useHost.setState({ state: await shell.call('state', {}) });
}

/** Remembers window furniture, at once here and soon at the host. */
export async function remember(shell: Shell, changed: Preferences): Promise<void> {
  const { state } = useHost.getState();
  if (state === null) return;
  const preferences = { ...state.preferences, ...changed };
  useHost.setState({ state: { ...state, preferences } });
  await shell.call('setPreferences', { preferences });
}
