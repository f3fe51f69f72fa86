import { useEffect } from 'react';
import { create } from 'zustand';
import type { Shell, ShellParams, WatchChange, WatchedFolder } from '../../contract/index.ts';
import { useShell } from '../shell/shell.tsx';
import { notifyError } from '../ui/index.ts';

/** The folder that is watched for this window's notebook, as the host last told; null where there is none. */
export const useWatched = create<{ watched: WatchedFolder | null }>()(() => ({ watched: null }));

/** Keeps it as the host has it, while this window has the notebook. */
export function useWatchedKept(): void {
  const shell = useShell();
  useEffect(() => {
    const ask = () => {
      shell.call('watched', {}).then((watched) => useWatched.setState({ watched }), notifyError);
    };
    ask();
    const stop = shell.onEvent(({ type }) => {
      if (type === 'watched') ask();
    });
    return () => {
      stop();
      useWatched.setState({ watched: null });
    };
  }, [shell]);
}

/** False where the analyst cancelled the choice of a folder. */
export async function watchFolder(shell: Shell, params: ShellParams<'watchFolder'>): Promise<boolean> {
  const watched = await shell.call('watchFolder', params);
  if (watched !== null) useWatched.setState({ watched });
  return watched !== null;
}

export async function changeWatched(shell: Shell, change: WatchChange): Promise<void> {
  try {
    useWatched.setState({ watched: await shell.call('changeWatched', { change }) });
  } catch (error) {
    notifyError(error);
  }
}
