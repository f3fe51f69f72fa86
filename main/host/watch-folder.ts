import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';

/** A file is taken when it has not grown for this long. Milliseconds. */
const quietMs = 1_500;

interface Seen {
  size: number;
  changedAt: number;
}

/**
 * Follows a folder and those in it: calls `onFiles` with the files that came or changed, when nothing writes to them any
 * more. Hidden ones are passed over. Returns what ends it.
 */
export function watchFolder(folder: string, onFiles: (paths: string[]) => void, onLost: (error: unknown) => void): () => void {
  const growing = new Map<string, Seen>();
  let timer: NodeJS.Timeout | undefined;

  const look = () => {
    const ready: string[] = [];
    for (const [path, seen] of growing) {
      const now = seenAt(path);
      if (now === null) growing.delete(path);
      else if (now.size !== seen.size || now.changedAt !== seen.changedAt) growing.set(path, now);
      else {
        growing.delete(path);
        ready.push(path);
      }
    }
    timer = growing.size > 0 ? setTimeout(look, quietMs) : undefined;
    if (ready.length > 0) onFiles(ready.sort());
  };

  const watcher: FSWatcher = watch(folder, { recursive: true }, (_event, name) => {
    if (name === null || name.split(/[/\\]/).some((part) => part.startsWith('.'))) return;
    const path = join(folder, name);
    const seen = seenAt(path);
    if (seen === null) return;
    growing.set(path, seen);
    timer ??= setTimeout(look, quietMs);
  });
  watcher.on('error', onLost);
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** Null for what is no file, or is gone again. */
function seenAt(path: string): Seen | null {
  try {
    const stats = statSync(path);
    return stats.isFile() && basename(path) !== 'Thumbs.db' ? { size: stats.size, changedAt: stats.mtimeMs } : null;
  } catch {
    return null;
  }
}
