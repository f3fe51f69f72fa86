import type { ImportReport, Parsed } from '../../../../contract/index.ts';
import type { Context } from '../../kernel/context.ts';
import { importAll } from '../run.ts';
import { createPool, type Pool } from './pool.ts';

let pool: Pool | null = null;

/** The threads that read files, shared by all imports. They start with the first. */
export function readerPool(): Pool {
  pool ??= createPool();
  return pool;
}

/** Imports files that a caller hands in. */
export function importFiles(context: Context, { files }: Parsed<'imports.files'>): Promise<ImportReport> {
  const toRead = files.map(({ name, bytes, table }) => ({ name, size: bytes.byteLength, from: { bytes }, table }));
  return importAll(context, readerPool(), toRead);
}
