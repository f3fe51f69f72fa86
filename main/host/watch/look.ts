import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ArmillaryError, isPassedOver } from '../../../contract/index.ts';

/** How a file stood when it was looked at: while either changes, somebody writes to it. */
export interface Stamp {
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  changedAt: number;
}

/** What programs call a file that they are not through with, and what they lay beside an open one. */
const halfMade = /^~\$|\.(crdownload|download|part|partial|tmp)$/i;

/** A folder of more would take minutes to look through, again and again. */
const mostFiles = 50_000;

/** Stands for what is there and may not be looked at; the import says why. */
const unknown: Stamp = { size: 0, changedAt: 0 };

/**
 * The files in a folder and those in it, by their paths within it. Hidden ones and half-made ones are passed over, links are
 * followed. Those in `taken` are taken to stand as it says: looking at each of thousands costs far more than reading their
 * names. Throws an `ArmillaryError` where the folder itself cannot be looked into.
 */
export async function lookInto(folder: string, taken: ReadonlyMap<string, Stamp> = new Map()): Promise<Map<string, Stamp>> {
  const files = new Map<string, Stamp>();
  const met = new Set<string>();
  const left = [''];
  for (let within = left.pop(); within !== undefined; within = left.pop()) {
    const names = await namesIn(folder, within, met);
    if (names === null) files.set(within, unknown);
    for (const name of names ?? []) {
      if (name.startsWith('.') || isPassedOver(name) || halfMade.test(name)) continue;
      const path = join(within, name);
      const found = taken.get(path) ?? (await lookAt(join(folder, path)));
      if (found === 'folder') left.push(path);
      else if (found !== 'nothing') files.set(path, found);
    }
    if (files.size > mostFiles) throw tooMany(folder);
  }
  return files;
}

/** Null where a folder within may not be read. One that was met before, by a link, has nothing new. */
async function namesIn(folder: string, within: string, met: Set<string>): Promise<string[] | null> {
  const path = join(folder, within);
  try {
    const real = await realpath(path);
    if (met.has(real)) return [];
    met.add(real);
    return (await readdir(path)).sort();
  } catch (error) {
    if (within === '') throw away(folder, error);
    return isGone(error) ? [] : null;
  }
}

async function lookAt(path: string): Promise<Stamp | 'folder' | 'nothing'> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? { size: stats.size, changedAt: stats.mtimeMs } : 'nothing';
  } catch (error) {
    return isGone(error) ? 'nothing' : unknown;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Gone since its folder was read, or a link to nothing. */
function isGone(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function away(folder: string, error: unknown): ArmillaryError {
  const code = codeOf(error);
  if (code === 'ENOENT') {
    return new ArmillaryError('not-found', `${folder} is not there: it was moved or deleted, or its disk is away.`);
  }
  if (code === 'ENOTDIR') return new ArmillaryError('invalid', `${folder} is not a folder. Name the folder whose files are to come in.`);
  if (code === 'EACCES' || code === 'EPERM') return new ArmillaryError('storage', `${folder} may not be read by this account.`);
  return new ArmillaryError('storage', `${folder} could not be read.`, String(error));
}

function tooMany(folder: string): ArmillaryError {
  const most = mostFiles.toLocaleString('en');
  return new ArmillaryError('unsupported', `There are more than ${most} files in ${folder}. Watch a folder that holds the new ones alone.`);
}
