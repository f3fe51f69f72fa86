import type { Parsed, TablePreview } from '../../../contract/index.ts';
import { knownParts } from '../documents/index.ts';
import { runJob } from '../jobs/run.ts';
import type { Context } from '../kernel/context.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { isZip } from './containers/zip.ts';

/** What a byte of a workbook, which is packed, comes to, about. Characters. */
const packed = 8;

/** What a table holds, how it would be read, and what would come of it. Writes nothing. */
export function previewTable(context: Context, { file, reading }: Parsed<'imports.previewTable'>): Promise<TablePreview> {
  const known = knownParts(context.db, sha256Of(file.bytes));
  const size = file.bytes.byteLength * (isZip(file.bytes) ? packed : 1);
  return runJob(context, 'previewTable', size, { file, reading, known });
}
