import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { ArmillaryError, isPassedOver } from '../../../contract/index.ts';
import type { GrantedPath } from '../ports.ts';
import type { FileToRead } from './prepared.ts';
import { unreadable } from './read-path.ts';

export interface Walked {
  files: FileToRead[];
  /** Hidden files and folders that were passed over. */
  hidden: number;
}

/**
 * The files at these paths, folders walked in order of their names. Hidden files in folders are passed over; links are
 * followed, and what was met already is not met again, so that a link back to its own folder ends. `pause` is called now
 * and then, to let others have their turn. Ends early where it is cancelled.
 */
export async function walk(paths: readonly GrantedPath[], signal: AbortSignal, pause: (found: number) => Promise<void>): Promise<Walked> {
  const met = new Set<string>();
  const walked: Walked = { files: [], hidden: 0 };
  /** What is still to be looked at, the next one last: folders nested without end fill no stack. */
  const left = paths.toReversed();
  for (let next = left.pop(); next !== undefined && !signal.aborted; next = left.pop()) {
    left.push(...look(next, met, walked));
    if (met.size % 200 === 0) await pause(walked.files.length);
  }
  return walked;
}

/** Notes what a path is; gives what is in it where it is a folder, the first one last. */
function look({ path, name }: GrantedPath, met: Set<string>, walked: Walked): GrantedPath[] {
  let stats: Stats;
  let entries: Dirent[] = [];
  try {
    const real = realpathSync(path);
    if (met.has(real)) return [];
    met.add(real);
    stats = statSync(real);
    if (stats.isDirectory()) entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    walked.files.push({ name, size: 0, from: { error: unreadable(error).toWire() } });
    return [];
  }
  if (stats.isFile()) walked.files.push({ name, size: stats.size, from: { path } });
  else if (!stats.isDirectory()) walked.files.push({ name, size: 0, from: { error: notAFile().toWire() } });
  const names = entries.map((entry) => entry.name).filter((each) => !isPassedOver(each));
  const shown = names.filter((each) => !each.startsWith('.'));
  walked.hidden += names.length - shown.length;
  return shown
    .sort()
    .reverse()
    .map((each) => ({ path: join(path, each), name: join(name, each) }));
}

function notAFile(): ArmillaryError {
  return new ArmillaryError('unsupported', 'This is neither a file nor a folder. It was not imported.');
}
