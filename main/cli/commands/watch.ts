import { statSync } from 'node:fs';
import { ArmillaryError } from '../../../contract/index.ts';
import { watchFolder } from '../../host/watch-folder.ts';
import { count, type Outcome, tell } from '../outcome.ts';
import type { Session } from '../session.ts';
import { unreadable } from '../unreadable.ts';
import { importPaths } from './import.ts';

/** Imports what is in a folder, and then each file that comes into it, until Ctrl+C. */
export async function watchAndImport(session: Session, folder: string, print: (text: string) => void): Promise<Outcome> {
  requireFolder(folder);
  const waiting: string[][] = [[folder]];
  let wake: () => void = () => undefined;
  let lost: unknown = null;
  const stop = watchFolder(
    folder,
    (paths) => {
      waiting.push(paths);
      wake();
    },
    (error) => {
      lost = error;
      wake();
    },
  );
  session.signal.addEventListener('abort', () => wake(), { once: true });
  let imported = 0;
  let failed = 0;
  tell(`Watching ${folder}. Ctrl+C stops it.`);
  try {
    while (!session.signal.aborted && lost === null) {
      const paths = waiting.shift();
      if (paths === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else {
        const { report } = await importPaths(session, paths, print);
        imported += report.imported.length;
        failed += report.failed.filter(({ error }) => error.kind !== 'cancelled').length;
      }
    }
  } finally {
    stop();
  }
  if (lost !== null) throw new ArmillaryError('storage', `${folder} can no longer be watched. What came in stays.`, String(lost));
  return { json: { imported, failed }, text: `${count(imported, 'document')} imported, ${failed} failed\n`, done: failed === 0 };
}

function requireFolder(folder: string): void {
  try {
    if (statSync(folder).isDirectory()) return;
  } catch (error) {
    throw unreadable(folder, error);
  }
  throw new ArmillaryError('invalid', `${folder} is not a folder. Name the folder whose files are to come in.`);
}
