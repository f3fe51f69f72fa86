/** Armillary's own: the notebook may lie in the folder it takes in. */
const own = /\.armillary(-wal|-shm|-journal|\.backup-v[\d-]+)?$/i;

/** Left by file managers in every folder. */
const leftBehind = new Set(['Thumbs.db', 'desktop.ini']);

/** Whether a file in a folder, by its name, is one that nobody means to import. Hidden ones are a matter of their own. */
export function isPassedOver(name: string): boolean {
  return own.test(name) || leftBehind.has(name);
}
