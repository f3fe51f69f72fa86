import type { Parsed, Result } from '../../../contract/index.ts';
import { createDocument, findBySha256 } from '../documents/index.ts';
import type { Context } from '../kernel/context.ts';
import { toArmillaryError } from '../kernel/errors.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { readFile } from './read.ts';

type ImportFile = Parsed<'imports.files'>['files'][number];
type Report = Result<'imports.files'>;

/**
 * Imports files one after another, each in a transaction of its own: one that fails takes none of the others with it,
 * and those that are in stay in when the analyst cancels.
 */
export async function importFiles(context: Context, { files }: Parsed<'imports.files'>): Promise<Report> {
  const report: Report = { imported: [], skipped: [], failed: [], cancelled: [] };
  for (const [index, file] of files.entries()) {
    context.progress({ done: index, total: files.length, label: file.name });
    await context.breathe();
    if (context.signal.aborted) {
      report.cancelled = files.slice(index).map(({ name }) => name);
      return report;
    }
    importFile(context, file, report);
  }
  context.progress({ done: files.length, total: files.length, label: '' });
  return report;
}

function importFile(context: Context, { name, bytes }: ImportFile, report: Report): void {
  try {
    const sha256 = sha256Of(bytes);
    const there = findBySha256(context.db, sha256);
    if (there !== null) {
      report.skipped.push({ name, reason: reasonOf(there), documentId: there.documentId });
      return;
    }
    const { mediaType, ...reading } = readFile(name, bytes);
    const documentId = context.write((change) =>
      createDocument(context, change, { ...reading, original: { name, mediaType, sha256, bytes } }),
    );
    report.imported.push({ name, documentId, title: reading.title, sha256 });
  } catch (error) {
    report.failed.push({ name, error: toArmillaryError(error).toWire() });
  }
}

function reasonOf({ title, deletedAt }: { title: string; deletedAt: string | null }): string {
  if (deletedAt !== null) return `The same file lies in the bin as “${title}”. Restore it there.`;
  return `The same file is in the notebook already, as “${title}”.`;
}
