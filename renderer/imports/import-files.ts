import {
  ArmillaryError,
  type EngineClient,
  type ImportReport,
  type Params,
  type Progress,
  type TableReading,
} from '../../contract/index.ts';
import { batchesOf } from './batches.ts';

/** A file whose bytes are read when its turn comes, so that a folder of thousands does not fill the memory. */
export interface FileToImport {
  name: string;
  /** In bytes. */
  size: number;
  read(): Promise<Uint8Array<ArrayBuffer>>;
  /** It was chosen with the folder it lies in, not by itself. */
  fromFolder?: boolean;
  /** How it is to be read, where it is a table. */
  table?: TableReading;
}

type ReadFile = Params<'imports.files'>['files'][number];

interface Options {
  signal: AbortSignal;
  onProgress(progress: Progress): void;
  /** Resolves at once unless the analyst has paused the import. */
  whileRunning(): Promise<void>;
}

/**
 * Hands files to the engine batch by batch, with one progress over all. Always answers with what became of every file:
 * one that cannot be read, or a batch that the engine refuses, is among the failed, and the rest go on.
 */
export async function importFiles(engine: EngineClient, files: readonly FileToImport[], options: Options): Promise<ImportReport> {
  const report: ImportReport = { imported: [], skipped: [], failed: [], cancelled: [] };
  const { signal } = options;
  const total = sizeOf(files);
  let begun = 0;
  let bytes = 0;
  for (const batch of batchesOf(files)) {
    await options.whileRunning();
    if (signal.aborted) {
      report.cancelled.push(...batch.map(({ name }) => name));
      continue;
    }
    const { readable, failed } = await readBatch(batch);
    report.failed.push(...failed);
    if (readable.length > 0) {
      addTo(report, await importBatch(engine, readable, options, { begun, total: files.length, bytes, totalBytes: total }));
    }
    begun += batch.length;
    bytes += sizeOf(batch);
    options.onProgress({ done: begun, total: files.length, label: batch.at(-1)?.name ?? '', bytes: { done: bytes, total } });
  }
  return report;
}

function sizeOf(files: readonly FileToImport[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

async function readBatch(batch: readonly FileToImport[]): Promise<{ readable: ReadFile[]; failed: ImportReport['failed'] }> {
  const readable: ReadFile[] = [];
  const failed: ImportReport['failed'] = [];
  for (const file of batch) {
    try {
      readable.push({ name: file.name, bytes: await file.read(), table: file.table });
    } catch (error) {
      const message = 'The file could not be read. Check that it is still there and that you may open it, then import it again.';
      failed.push({ name: file.name, error: { kind: 'storage', message, details: String(error) } });
    }
  }
  return { readable, failed };
}

async function importBatch(
  engine: EngineClient,
  files: ReadFile[],
  { signal, onProgress }: Options,
  { begun, total, bytes, totalBytes }: { begun: number; total: number; bytes: number; totalBytes: number },
): Promise<ImportReport> {
  const nothing: ImportReport = { imported: [], skipped: [], failed: [], cancelled: [] };
  try {
    return await engine.call(
      'imports.files',
      { files },
      {
        signal,
        onProgress: ({ done, label, bytes: ofBatch }) =>
          onProgress({ done: begun + done, total, label, bytes: { done: bytes + (ofBatch?.done ?? 0), total: totalBytes } }),
      },
    );
  } catch (error) {
    if (!(error instanceof ArmillaryError)) throw error;
    const names = files.map(({ name }) => name);
    if (error.kind === 'cancelled') return { ...nothing, cancelled: names };
    return { ...nothing, failed: names.map((name) => ({ name, error: error.toWire() })) };
  }
}

/** Adds to a report what became of more files. */
export function addTo(report: ImportReport, more: ImportReport): void {
  report.imported.push(...more.imported);
  report.skipped.push(...more.skipped);
  report.failed.push(...more.failed);
  report.cancelled.push(...more.cancelled);
  if (more.filled !== undefined) report.filled = [...(report.filled ?? []), ...more.filled];
  if (more.steps !== undefined) report.steps = [...(report.steps ?? []), ...more.steps];
}
