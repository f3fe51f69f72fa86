import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this analyst's things are on this machine. */
export interface Folders {
  /** Recent list, preferences, window places: the program's own small files. */
  settings: string;
  /** Where a notebook goes that is made by name alone. */
  notebooks: string;
}

/** The documents folder as the freedesktop user-dirs file names it, which is seldom `Documents` on a translated desktop. */
export function documentsFromUserDirs(userDirs: string, home: string): string | null {
  const named = /^XDG_DOCUMENTS_DIR="(?:\$HOME\/)?([^"]+)"/m.exec(userDirs);
  if (named?.[1] === undefined) return null;
  return named[1].startsWith('/') ? named[1] : join(home, named[1]);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** `ARMILLARY_HOME` puts everything into one folder, for tests and for a notebook on a stick. */
export function findFolders(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform, home = homedir()): Folders {
  if (env.ARMILLARY_HOME) return { settings: join(env.ARMILLARY_HOME, 'settings'), notebooks: join(env.ARMILLARY_HOME, 'notebooks') };
  const documents = join(home, 'Documents');
  if (platform === 'darwin')
    return { settings: join(home, 'Library', 'Application Support', 'Armillary'), notebooks: join(documents, 'Armillary') };
  if (platform === 'win32')
    return { settings: join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Armillary'), notebooks: join(documents, 'Armillary') };
  const config = env.XDG_CONFIG_HOME || join(home, '.config');
  const named = documentsFromUserDirs(readOrEmpty(join(config, 'user-dirs.dirs')), home);
  return { settings: join(config, 'Armillary'), notebooks: join(named ?? documents, 'Armillary') };
}
