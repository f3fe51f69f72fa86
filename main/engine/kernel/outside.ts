import type { Database } from 'better-sqlite3';

/** How often to look for changes that another program made to the file, in milliseconds. */
const interval = 400;

/**
 * Calls `onChange` when another connection has written to the notebook: a terminal beside the window, say. SQLite counts
 * such writes in `data_version`, which costs a read of shared memory. Returns a function that stops watching.
 */
export function watchOutsideChanges(db: Database, onChange: () => void): () => void {
  const read = db.prepare<[], number>('PRAGMA data_version').pluck();
  let seen = read.get();
  const timer = setInterval(() => {
    if (db.inTransaction) return;
    const version = read.get();
    if (version === seen) return;
    seen = version;
    onChange();
  }, interval);
  timer.unref();
  return () => clearInterval(timer);
}
