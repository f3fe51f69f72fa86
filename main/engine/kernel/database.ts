import { closeSync, existsSync, openSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { ArmillaryError } from '../../../contract/index.ts';

/** `ARML`: tells a notebook from any other SQLite file. */
export const applicationId = 0x41524d4c;

/** How long to wait for another program's write to the same notebook, in milliseconds. */
const busyTimeout = 5_000;

export type OpenMode = 'create' | 'open';

/**
 * Opens a notebook's file, or makes it. Creating never touches a file that is there (`conflict`); opening never makes one
 * (`not-found`) and takes no other file for a notebook (`corrupt`).
 */
export function openDatabase(file: string, mode: OpenMode): Database {
  if (mode === 'create') makeEmptyFile(file);
  else if (!existsSync(file)) throw new ArmillaryError('not-found', `There is no notebook at ${file}. It may have been moved or renamed.`);
  const db = new Sqlite(file, { fileMustExist: true, timeout: busyTimeout });
  try {
    if (mode === 'create') db.pragma(`application_id = ${applicationId}`);
    else refuseForeign(db, file);
    // An acknowledged save survives a power cut.
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    // Memory-mapping makes the first cold query ten times slower; a page cache of 32 MB (KiB, negative) is enough.
    db.pragma('mmap_size = 0');
    db.pragma('cache_size = -32768');
    // Each time the log is written back, the disk is waited for twice. It may grow to 16 MB (pages): an import then writes
    // pages that change again and again only once.
    db.pragma('wal_autocheckpoint = 4000');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function makeEmptyFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new ArmillaryError('conflict', `There is a file at ${file} already. It was left as it is: choose another name, or open it.`);
    }
    throw new ArmillaryError(
      'storage',
      `The notebook could not be made at ${file}: the folder is missing or may not be written to.`,
      String(error),
    );
  }
}

function refuseForeign(db: Database, file: string): void {
  const notOurs = `${file} is not an Armillary notebook, or it is damaged. Nothing was changed in it.`;
  let id: unknown;
  try {
    id = db.pragma('application_id', { simple: true });
  } catch (error) {
    throw new ArmillaryError('corrupt', notOurs, String(error));
  }
  if (id !== applicationId) throw new ArmillaryError('corrupt', notOurs, `application_id ${String(id)}`);
}
