import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ArmillaryError } from '../../contract/index.ts';
import { extension } from './recent.ts';

/** Not allowed in a file name on one system or another; a notebook should travel between them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const forbidden = /[\u0000-\u001f<>:"/\\|?*]/g;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name for a notebook of this name. */
export function fileNameFor(name: string): string {
  const plain = name
    .replace(forbidden, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 120);
  if (plain === '' || reservedOnWindows.test(plain))
    throw new ArmillaryError('invalid', `“${name}” cannot be a notebook’s name. Choose another.`);
  return plain + extension;
}

/** Adds the ending where a dialog left it out. */
export function withExtension(file: string): string {
  return file.toLowerCase().endsWith(extension) ? file : file + extension;
}

/** The path of a new notebook; nothing is there yet. */
export function newNotebookPath(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, fileNameFor(name));
  refuseTaken(file);
  return file;
}

export function refuseTaken(file: string): void {
  if (existsSync(file))
    throw new ArmillaryError('conflict', `${file} is there already and was left as it is. Choose another name, or open it.`);
}

/** The same name for the same file, through links and relative paths; the file itself need not be there yet. */
export function canonicalFile(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // Not there: its folder may be.
  }
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return file;
  }
}
