import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A small file of the program's own, read afresh each time: another host of the same analyst may have written it. */
export interface JsonFile<T> {
  read(): T;
  write(value: T): void;
}

export interface JsonFileOptions<T> {
  path: string;
  schema: z.ZodType<T>;
  empty: T;
  /** Told, for the analyst, when a file that cannot be understood was set aside. */
  warn(message: string): void;
}

export function jsonFile<T>({ path, schema, empty, warn }: JsonFileOptions<T>): JsonFile<T> {
  function setAside(): void {
    const kept = `${path}.unreadable-${new Date().toISOString().replaceAll(':', '-')}`;
    renameSync(path, kept);
    warn(`${path} could not be understood. It was kept as ${kept}, and Armillary goes on without it. Notebooks are not touched by this.`);
  }
  return {
    read() {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch {
        return empty;
      }
      try {
        return schema.parse(JSON.parse(text));
      } catch {
        setAside();
        return empty;
      }
    },
    // Written beside and renamed: a power cut leaves the old file or the new one, never half of one.
    write(value) {
      mkdirSync(dirname(path), { recursive: true });
      const beside = `${path}.${process.pid}.new`;
      writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`, { flush: true });
      renameSync(beside, path);
    },
  };
}
