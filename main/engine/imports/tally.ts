import type { ImportReport, StepId } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import type { Line } from './insert.ts';
import type { FileToRead } from './prepared.ts';

/** What became of the files of an import, and how far it is. */
export interface Tally {
  /** Called when what the lines say is on disk. */
  add(lines: readonly { file: FileToRead; line: Line }[], throughWith: readonly FileToRead[]): void;
  addStep(step: StepId): void;
  /** What became of each file, in the order given. Those of which nothing was said, or not all, were cancelled. */
  report(): ImportReport;
}

export function createTally({ progress }: Pick<Context, 'progress'>, files: readonly FileToRead[]): Tally {
  const place = new Map(files.map((file, index) => [file, index]));
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  const all: { at: number; line: Line }[] = [];
  const through = new Set<FileToRead>();
  const steps: StepId[] = [];
  let bytes = 0;
  const tell = (label: string, report: ImportReport) =>
    progress({ done: through.size, total: files.length, label, bytes: { done: bytes, total: totalBytes }, report });
  tell(files[0]?.name ?? '', emptyReport());

  return {
    add(lines, throughWith) {
      for (const { file, line } of lines) all.push({ at: place.get(file) ?? 0, line });
      for (const file of throughWith) {
        through.add(file);
        bytes += file.size;
      }
      tell(through.size === files.length ? '' : (lines.at(-1)?.file.name ?? ''), reportOf(lines.map(({ line }) => line)));
    },
    addStep: (step) => steps.push(step),
    report() {
      const ordered = all.toSorted((a, b) => a.at - b.at).map(({ line }) => line);
      const cancelled = files.filter((file) => !through.has(file)).map(({ name }) => name);
      return { ...reportOf(ordered), cancelled, ...(steps.length > 0 && { steps }) };
    },
  };
}

function emptyReport(): ImportReport {
  return { imported: [], skipped: [], failed: [], cancelled: [] };
}

function reportOf(lines: readonly Line[]): ImportReport {
  const report = emptyReport();
  const filled: NonNullable<ImportReport['filled']> = [];
  for (const each of lines) {
    if (each.kind === 'imported') report.imported.push(each.line);
    else if (each.kind === 'filled') filled.push(each.line);
    else if (each.kind === 'skipped') report.skipped.push(each.line);
    else report.failed.push(each.line);
  }
  return filled.length === 0 ? report : { ...report, filled };
}
