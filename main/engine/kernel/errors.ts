import Sqlite from 'better-sqlite3';
import { ArmillaryError } from '../../../contract/index.ts';

/** Anything thrown, in the contract's words. Stacks stay here. */
export function toArmillaryError(error: unknown): ArmillaryError {
  if (error instanceof ArmillaryError) return error;
  if (error instanceof Sqlite.SqliteError) return fromSqlite(error.code, error.message);
  if (error instanceof Error && error.name === 'AbortError') return new ArmillaryError('cancelled', 'Cancelled.');
  return new ArmillaryError('internal', 'Something went wrong inside Armillary. What was saved is safe.', String(error));
}

function fromSqlite(code: string, message: string): ArmillaryError {
  const details = `${code}: ${message}`;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new ArmillaryError('busy', 'Another program is writing to this notebook. Nothing was changed: try again in a moment.', details);
  }
  if (code === 'SQLITE_FULL')
    return new ArmillaryError('storage', 'The disk is full. Nothing was changed: free some space and try again.', details);
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_IOERR') ||
    code.startsWith('SQLITE_PERM')
  ) {
    return new ArmillaryError(
      'storage',
      'The notebook’s file could not be written. Nothing was changed: check that its disk is there and not write-protected.',
      details,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new ArmillaryError(
      'corrupt',
      'The notebook’s file is damaged. Keep a copy of it before anything else, and open a backup.',
      details,
    );
  }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
    return new ArmillaryError('conflict', 'This refers to something that is no longer in the notebook. Nothing was changed.', details);
  }
  return new ArmillaryError('internal', 'Something went wrong inside Armillary. What was saved is safe.', details);
}
