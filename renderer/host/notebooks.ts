import type { Shell, ShellResult } from '../../contract/index.ts';
import { notify, notifyError } from '../ui/index.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { refreshHost, useHost } from './host.ts';

/** Goes over to another notebook, after what is unsaved in this one is saved. */
async function change<T>(shell: Shell, work: () => Promise<T | null>): Promise<T | null> {
  const problem = await flushUnsaved();
  if (problem !== null) {
    notify({ message: problem, error: true });
    return null;
  }
  const done = await work();
  if (done === null) return null;
  useHost.setState({ lost: false });
  await refreshHost(shell);
  return done;
}

type Opened = ShellResult<'newNotebook'>;

/** Without a name the host asks where (desktop). Rejects where there is one of this name. Null where it was cancelled. */
export function makeNotebook(shell: Shell, name?: string): Promise<Opened> {
  return change(shell, () => shell.call('newNotebook', name === undefined ? {} : { name }));
}

/** One of the recent list, or, without one, what the analyst chooses in the host's dialog (desktop). */
export async function openNotebook(shell: Shell, recent?: string): Promise<void> {
  try {
    await change(shell, () => shell.call('openNotebook', recent === undefined ? {} : { recent }));
  } catch (error) {
    notifyError(error);
    await refreshHost(shell).catch(notifyError);
  }
}

export async function closeNotebook(shell: Shell): Promise<void> {
  await change(shell, () => shell.call('closeNotebook', {})).catch(notifyError);
}

/** Takes a notebook off the recent list; its file stays. */
export async function forgetRecent(shell: Shell, file: string): Promise<void> {
  try {
    await shell.call('forgetRecent', { file });
    await refreshHost(shell);
  } catch (error) {
    notifyError(error);
  }
}
