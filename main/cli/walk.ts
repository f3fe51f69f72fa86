import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ArmillaryError } from '../../contract/index.ts';

/** A file to import, or why there is none at a path. */
export type Walked = { path: string; size: number } | { path: string; error: ArmillaryError };

/** Armillary's own: the notebook may lie in the folder it takes in. */
const ownFile = /\.armillary(-wal|-shm|-journal)?$/i;

/**
 * The files at these paths, folders walked in order of their names. Hidden files in folders are passed over; links are
 * followed, and what was met already is not met again, so that a link back to its own folder ends.
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<Walked, void, undefined> {
  const met = new Set<string>();
  for (const path of paths) yield* walkOne(path, met);
}

async function* walkOne(path: string, met: Set<string>): AsyncGenerator<Walked, void, undefined> {
  let stats: Stats;
  let entries: Dirent[] = [];
  try {
    const real = await realpath(path);
    if (met.has(real)) return;
    met.add(real);
    stats = await stat(real);
    if (stats.isDirectory()) entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    yield { path, error: unreadable(path, error) };
    return;
  }
  if (stats.isFile()) yield { path, size: stats.size };
  else if (!stats.isDirectory()) yield { path, error: new ArmillaryError('unsupported', `${path} is neither a file nor a folder.`) };
  const names = entries.map(({ name }) => name).filter((name) => !name.startsWith('.') && !ownFile.test(name));
  for (const name of names.sort()) yield* walkOne(join(path, name), met);
}

/** Words for a path that could not be read. */
export function unreadable(path: string, error: unknown): ArmillaryError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new ArmillaryError('not-found', `There is nothing at ${path}.`);
  if (code === 'EACCES' || code === 'EPERM') return new ArmillaryError('storage', `${path} may not be read by this account.`);
  return new ArmillaryError('storage', `${path} could not be read.`, String(error));
}
