import type { Parsed, TablePreview } from '../../../contract/index.ts';
import { knownParts } from '../documents/index.ts';
import { runReading } from '../jobs/run.ts';
import type { Context } from '../kernel/context.ts';
import { sha256Of } from '../kernel/sha256.ts';

/** What a table holds, how it would be read, and what would come of it. Writes nothing. */
export function previewTable(context: Context, { file, reading }: Parsed<'imports.previewTable'>): Promise<TablePreview> {
  const known = knownParts(context.db, sha256Of(file.bytes));
  return runReading(context, 'previewTable', file.bytes.byteLength, { file, reading, known });
}
