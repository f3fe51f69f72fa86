import { spawn } from 'node:child_process';

/** The command that opens an address in the default browser, or null where there is no screen to open it on. */
export function browserCommand(address: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): [string, string[]] | null {
  if (platform === 'darwin') return ['open', [address]];
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', [address]] : null;
}

/** Opens the default browser. False where that was not even possible to try. */
export function openBrowser(address: string): Promise<boolean> {
  const command = browserCommand(address, process.platform, process.env);
  if (command === null) return Promise.resolve(false);
  const child = spawn(command[0], command[1], { stdio: 'ignore', detached: true });
  child.unref();
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('spawn', () => resolve(true));
  });
}
