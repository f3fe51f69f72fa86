import type { ImportReport, Progress, WireError } from '../../../contract/index.ts';
import { showProgress } from '../import-progress.ts';
import { count, lines, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

interface Report {
  /** `notices` where there are any. */
  imported: { path: string; documentId: string; title: string; sha256: string; notices?: string[] }[];
  skipped: { path: string; reason: string; documentId: string }[];
  failed: { path: string; error: WireError }[];
}

const notBegun: WireError = { kind: 'cancelled', message: 'Not imported: cancelled before its turn.' };

/**
 * Imports files and whatever files are in folders. What became of each is printed when it is on disk; what came in stays,
 * whatever comes after it.
 */
export async function importPaths(
  session: Session,
  paths: readonly string[],
  print: (text: string) => void,
): Promise<Outcome & { report: Report }> {
  const grant = session.grant(paths.map((path) => ({ path, name: path })));
  const shown = showProgress(process.stderr);
  const onProgress = (progress: Progress) => {
    shown.clear();
    if (progress.report !== undefined) print(lines(linesOf(shape(progress.report))));
    shown.show(progress);
  };
  const answer = await session.engine.call('imports.folder', { grant }, { signal: session.signal, onProgress });
  shown.clear();
  const cancelled = { ...answer, imported: [], skipped: [], failed: [] };
  const report = shape(answer);
  return {
    report,
    json: report,
    text: lines([...linesOf(shape(cancelled)), summary(report, answer.hidden ?? 0)]),
    done: report.failed.length === 0,
  };
}

function shape({ imported, skipped, failed, cancelled }: ImportReport): Report {
  return {
    imported: imported.map(({ name, notices, ...rest }) => ({ path: name, ...rest, ...(notices.length > 0 && { notices }) })),
    skipped: skipped.map(({ name, ...rest }) => ({ path: name, ...rest })),
    failed: [...failed.map(({ name, error }) => ({ path: name, error })), ...cancelled.map((path) => ({ path, error: notBegun }))],
  };
}

function linesOf({ imported, skipped, failed }: Report): string[] {
  return [
    ...imported.flatMap(({ path, title, documentId, notices = [] }) => [
      `imported  ${path}  ${documentId}  ${title}`,
      ...notices.map((notice) => `          ${notice}`),
    ]),
    ...skipped.map(({ path, reason, documentId }) => `skipped   ${path}  ${documentId}  ${reason}`),
    ...failed.map(({ path, error }) => `failed    ${path}  ${error.message}`),
  ];
}

function summary({ imported, skipped, failed }: Report, hidden: number): string {
  const passedOver = hidden === 0 ? '' : `, ${hidden} hidden passed over`;
  return `${count(imported.length, 'document')} imported, ${skipped.length} skipped, ${failed.length} failed${passedOver}`;
}
