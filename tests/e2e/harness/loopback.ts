import { type ChildProcess, spawn } from 'node:child_process';

/** Starts the loopback host as `armillary serve` does, and waits for its address. */
export async function startHost(home: string, args: readonly string[] = []): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['build/main/cli.js', ...args, 'serve', '--no-open'], {
    env: { ...process.env, ARMILLARY_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`armillary serve ended with ${code}`)));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const address = /http:\/\/\S+/.exec(text);
      if (address !== null) resolve(address[0]);
    });
  });
  return { child, url };
}

/** Stops it as Ctrl+C does, or kills it. */
export function stopHost(child: ChildProcess, signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
  const stopped = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  return stopped;
}
