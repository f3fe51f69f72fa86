import type { ShellState } from '../../contract/index.ts';
import { useCommand } from '../commands/commands.ts';
import { refreshHost } from '../host/host.ts';
import { makeNotebook, openNotebook } from '../host/notebooks.ts';
import { useShell } from '../shell/shell.tsx';
import { notifyError } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { useTheme } from './theme.ts';

/** The commands that need no notebook: the welcome and the window offer them alike. */
export function useHostCommands({ kind }: ShellState): void {
  const shell = useShell();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const { turn } = useTheme();
  useCommand('notebook.new', () => {
    if (kind === 'browser') setOverlay('new-notebook');
    else makeNotebook(shell).catch(notifyError);
  });
  useCommand('notebook.open', () => {
    if (kind === 'desktop') void openNotebook(shell);
    else {
      setOverlay('open-notebook');
      // A file may have been moved since the list was asked for.
      refreshHost(shell).catch(notifyError);
    }
  });
  useCommand('window.new', () => {
    shell.call('newWindow', {}).catch(notifyError);
  });
  useCommand('view.theme', turn);
  useCommand('help.shortcuts', () => setOverlay('shortcuts'));
}
