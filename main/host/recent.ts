import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { RecentNotebook } from '../../contract/index.ts';
import type { JsonFile } from './json-file.ts';

export const RecentFile = z.array(z.object({ file: z.string(), openedAt: z.iso.datetime() }));
export type RecentFile = z.infer<typeof RecentFile>;

/** Notebooks remembered; older ones are opened from their folder. */
const most = 12;

export const extension = '.armillary';

/** A notebook's name: its file's, without the ending. */
export function notebookName(file: string): string {
  const name = basename(file);
  return name.toLowerCase().endsWith(extension) ? name.slice(0, -extension.length) : name;
}

/** The notebooks opened last, the newest first. */
export interface Recent {
  list(): RecentNotebook[];
  opened(file: string): void;
  forget(file: string): void;
}

export function createRecent(store: JsonFile<RecentFile>): Recent {
  const without = (file: string) => store.read().filter((entry) => entry.file !== file);
  return {
    list: () => store.read().map((entry) => ({ ...entry, name: notebookName(entry.file), missing: !existsSync(entry.file) })),
    opened: (file) => store.write([{ file, openedAt: new Date().toISOString() }, ...without(file)].slice(0, most)),
    forget: (file) => store.write(without(file)),
  };
}
