import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { JsonFile } from './json-file.ts';

/** The notebook opened last, until the analyst closes it by a command; quitting leaves it open for the next start. */
export const LeftOpenFile = z.object({ file: z.string().nullable() });
export type LeftOpenFile = z.infer<typeof LeftOpenFile>;

export interface LeftOpen {
  opened(file: string): void;
  closed(file: string): void;
  /** The notebook to begin with; null where none was left open or its file is away now. */
  take(): string | null;
}

export function createLeftOpen(store: JsonFile<LeftOpenFile>): LeftOpen {
  return {
    opened: (file) => store.write({ file }),
    closed(file) {
      if (store.read().file === file) store.write({ file: null });
    },
    take() {
      const { file } = store.read();
      return file !== null && existsSync(file) ? file : null;
    },
  };
}
