import { realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, sep } from 'node:path';
import { ArmillaryError } from '../../../contract/index.ts';

/**
 * The folder that a path typed into a page names. A page is not trusted as a dialog of the system is: it can name no hidden
 * folder, nor one within it, where programs keep their keys and settings. Throws an `ArmillaryError` that says why not.
 */
export function typedFolder(typed: string, home = homedir()): string {
  const path = typed.trim().replace(/^~(?=$|[/\\])/, home);
  if (!isAbsolute(path))
    throw new ArmillaryError('invalid', `Write the whole path of the folder, as ${join(home, 'Inbox')} or ~${sep}Inbox.`);
  const folder = real(path, typed.trim());
  if (folder.split(sep).some((part) => part.startsWith('.'))) {
    throw new ArmillaryError('unsupported', 'A hidden folder, or one in it, cannot be watched from a browser. Name another one.');
  }
  return folder;
}

function real(path: string, typed: string): string {
  let folder: string;
  try {
    folder = realpathSync(path);
    if (statSync(folder).isDirectory()) return folder;
  } catch (error) {
    throw new ArmillaryError('not-found', `There is no folder ${typed}, or it may not be read by this account.`, String(error));
  }
  throw new ArmillaryError('invalid', `${folder} is not a folder. Name the folder whose files are to come in.`);
}
