import type { DesktopBridge, Shell } from '../../contract/index.ts';
import { desktopPipe } from './desktop-pipe.ts';
import { pageDoors } from './page-doors.ts';
import { shellOver } from './shell-over.ts';
import { socketPipe } from './socket-pipe.ts';

declare global {
  interface Window {
    /** There where Electron is the host. */
    armillary?: DesktopBridge;
  }
}

/** This window's shell: Electron's where there is one, else the loopback host's, with the page doing what needs a dialog. */
export function createShell(): Shell {
  return window.armillary === undefined ? shellOver(socketPipe(), pageDoors) : shellOver(desktopPipe(window.armillary));
}
