import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { App } from './harness/app.ts';

const run = promisify(execFile);

/** The file of a notebook that a scenario made by name. */
export function fileOf(app: App, name: string): string {
  return `${app.kind === 'browser' ? app.notebooks : app.scratch}/${name}.armillary`;
}

/** Runs the terminal's program as built, and gives back its one JSON document. */
export async function armillary(...args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['build/main/cli.js', ...args, '--json']);
  return JSON.parse(stdout);
}
