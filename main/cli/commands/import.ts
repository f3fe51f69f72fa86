import { readFile } from 'node:fs/promises';
import { ArmillaryError, type ImportFile, type ImportReport, type WireError } from '../../../contract/index.ts';
import { count, lines, type Outcome, tell } from '../outcome.ts';
import type { Session } from '../session.ts';
import { unreadable, type Walked, walk } from '../walk.ts';

interface Report {
  /** `notices` where there are any. */
  imported: { path: string; documentId: string; title: string; sha256: string; notices?: string[] }[];
  skipped: { path: string; reason: string; documentId: string }[];
  failed: { path: string; error: WireError }[];
}

/** Files are sent to the engine together: few round trips, yet little in memory at a time. */
const mostFiles = 100;
const mostBytes = 16 * 2 ** 20;
/** Far above any article or report; a larger file is a film or a disk image. */
const largestFile = 256 * 2 ** 20;

/** Imports files and whatever files are in folders. What came in stays, whatever fails after it. */
export async function importPaths(session: Session, paths: readonly string[]): Promise<Outcome> {
  const report: Report = { imported: [], skipped: [], failed: [] };
  let batch: ImportFile[] = [];
  let bytes = 0;
  const send = async () => {
    if (batch.length > 0) await importBatch(session, batch, report);
    batch = [];
    bytes = 0;
  };
  for await (const walked of walk(paths)) {
    const file = session.signal.aborted ? { path: walked.path, error: notBegun } : await read(walked);
    if ('error' in file) {
      report.failed.push({ path: file.path, error: file.error.toWire() });
      continue;
    }
    if (batch.length === mostFiles || bytes + file.bytes.length > mostBytes) await send();
    batch.push(file);
    bytes += file.bytes.length;
  }
  await send();
  return outcomeOf(report);
}

const notBegun = new ArmillaryError('cancelled', 'Not imported: cancelled before its turn.');

async function read(walked: Walked): Promise<ImportFile | { path: string; error: ArmillaryError }> {
  if ('error' in walked) return walked;
  const { path, size } = walked;
  if (size > largestFile) return { path, error: new ArmillaryError('unsupported', `${path} is larger than 256 MB and was left out.`) };
  try {
    return { name: path, bytes: await readFile(path) };
  } catch (error) {
    return { path, error: unreadable(path, error) };
  }
}

async function importBatch({ engine, signal }: Session, files: ImportFile[], report: Report): Promise<void> {
  const before = report.imported.length + report.skipped.length + report.failed.length;
  let answer: ImportReport;
  try {
    answer = await engine.call(
      'imports.files',
      { files },
      { signal, onProgress: ({ done, label }) => label !== '' && tell(`${before + done + 1}  ${label}`) },
    );
  } catch (error) {
    if (!(error instanceof ArmillaryError)) throw error;
    const told = error.kind === 'cancelled' ? notBegun : error;
    report.failed.push(...files.map(({ name }) => ({ path: name, error: told.toWire() })));
    return;
  }
  report.imported.push(
    ...answer.imported.map(({ name, notices, ...rest }) => ({ path: name, ...rest, ...(notices.length > 0 && { notices }) })),
  );
  report.skipped.push(...answer.skipped.map(({ name, ...rest }) => ({ path: name, ...rest })));
  report.failed.push(...answer.failed.map(({ name, error }) => ({ path: name, error })));
  report.failed.push(...answer.cancelled.map((path) => ({ path, error: notBegun.toWire() })));
}

function outcomeOf(report: Report): Outcome {
  const { imported, skipped, failed } = report;
  const text = lines([
    ...imported.flatMap(({ path, title, documentId, notices = [] }) => [
      `imported  ${path}  ${documentId}  ${title}`,
      ...notices.map((notice) => `          ${notice}`),
    ]),
    ...skipped.map(({ path, reason, documentId }) => `skipped   ${path}  ${documentId}  ${reason}`),
    ...failed.map(({ path, error }) => `failed    ${path}  ${error.message}`),
    `${count(imported.length, 'document')} imported, ${skipped.length} skipped, ${failed.length} failed`,
  ]);
  return { json: report, text, done: failed.length === 0 };
}
