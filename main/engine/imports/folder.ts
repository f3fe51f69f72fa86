import { ArmillaryError, type ImportReport, type Parsed } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import { createPause, type Pause } from './pause.ts';
import { importAll } from './run.ts';
import { readerPool } from './threads/files.ts';
import { walk } from './walk.ts';

/** A walk that takes longer says so. Milliseconds. */
const sayMs = 500;

/** Imports under way that can be paused, by their notebook's file and the name the caller gave them. */
const running = new Map<string, Pause>();

/** Imports the files and folders of a grant. */
export async function importFolder(context: Context, { grant, run, table }: Parsed<'imports.folder'>): Promise<ImportReport> {
  const paths = context.granted(grant);
  if (paths === undefined) throw new ArmillaryError('not-found', 'This folder was not chosen in this session. Choose it again.');
  const key = keyOf(context, run);
  if (run !== '' && running.has(key)) throw new ArmillaryError('conflict', 'An import of that name is under way.');
  const pause = createPause();
  if (run !== '') running.set(key, pause);
  try {
    const began = performance.now();
    const { files, hidden } = await walk(paths, context.signal, async (found) => {
      if (performance.now() - began > sayMs) context.progress({ done: 0, total: null, label: `Looking for files: ${found}` });
      await context.breathe();
    });
    const report = await importAll(
      context,
      readerPool(),
      table === undefined ? files : files.map((file) => ({ ...file, table })),
      pause.whileRunning,
    );
    return { ...report, hidden };
  } finally {
    running.delete(key);
  }
}

export function pauseImport(context: Context, { run, paused }: Parsed<'imports.pause'>): Record<string, never> {
  const pause = running.get(keyOf(context, run));
  if (pause === undefined) throw new ArmillaryError('not-found', 'That import is no longer under way.');
  pause.set(paused);
  return {};
}

function keyOf({ file }: Context, run: string): string {
  return `${file}\n${run}`;
}
