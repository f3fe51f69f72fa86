import { createContext, useContext } from 'react';
import type { Shell } from '../../contract/index.ts';

export const ShellContext = createContext<Shell | null>(null);

/** What the host of this window (Electron or the loopback host) can do for it. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('useShell outside ShellContext');
  return shell;
}
