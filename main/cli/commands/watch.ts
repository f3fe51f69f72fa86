import { join } from 'node:path';
import { type Found, followFolder, isSame } from '../../host/watch/follow.ts';
import { lookInto, type Stamp } from '../../host/watch/look.ts';
import { count, type Outcome, tell } from '../outcome.ts';
import type { Session } from '../session.ts';
import { importPaths } from './import.ts';

/** Imports what is in a folder, and then each file that comes into it or changes, until Ctrl+C. */
export async function watchAndImport(session: Session, folder: string, print: (text: string) => void): Promise<Outcome> {
  // Says now what is wrong with it; once it is watched it may go away and come back.
  await lookInto(folder);
  const done = new Map<string, Stamp>();
  let isAway = false;
  let imported = 0;
  let failed = 0;
  tell(`Watching ${folder}. Ctrl+C stops it.`);
  let working: Promise<void> = Promise.resolve();
  let fail: (error: unknown) => void = () => undefined;
  const takeIn = async (files: readonly Found[]) => {
    for (const { name, stamp } of files) done.set(name, stamp);
    const paths = files.map(({ name }) => join(folder, name));
    const { report } = await importPaths(session, paths, print);
    imported += report.imported.length;
    failed += report.failed.filter(({ error }) => error.kind !== 'cancelled').length;
  };
  const stop = followFolder(folder, {
    isDone: ({ name, stamp }) => isSame(stamp, done.get(name)),
    onLook() {
      if (isAway) tell(`${folder} is there again.`);
      isAway = false;
    },
    onFiles(files) {
      working = takeIn(files);
      working.catch(fail);
      return working;
    },
    onAway(why) {
      if (!isAway) tell(`${why.message} It is watched again as soon as it can be.`);
      isAway = true;
    },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      fail = reject;
      if (session.signal.aborted) resolve();
      else session.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await working;
  } finally {
    stop();
  }
  return { json: { imported, failed }, text: `${count(imported, 'document')} imported, ${failed} failed\n`, done: failed === 0 };
}
