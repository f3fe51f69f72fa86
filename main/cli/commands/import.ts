import type { ImportReport, Progress, TableReading, WireError } from '../../../contract/index.ts';
import { showProgress } from '../import-progress.ts';
import { count, lines, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

interface Report {
  /** `notices` where there are any. */
  imported: { path: string; documentId: string; title: string; sha256: string; notices?: string[] }[];
  /** Documents whose sources a list of references filled in, where there are any. */
  filled?: { path: string; documentId: string; title: string; fields: string[] }[];
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
  table?: TableReading,
): Promise<Outcome & { report: Report }> {
  const grant = session.grant(paths.map((path) => ({ path, name: path })));
  const shown = showProgress(process.stderr);
  const onProgress = (progress: Progress) => {
    shown.clear();
    if (progress.report !== undefined) print(lines(linesOf(shape(progress.report))));
    shown.show(progress);
  };
  const answer = await session.engine.call('imports.folder', { grant, table }, { signal: session.signal, onProgress });
  shown.clear();
  const cancelled = { ...answer, imported: [], filled: [], skipped: [], failed: [] };
  const report = shape(answer);
  return {
    report,
    json: report,
    text: lines([...linesOf(shape(cancelled)), summary(report, answer.hidden ?? 0)]),
    done: report.failed.length === 0,
  };
}

function shape({ imported, filled = [], skipped, failed, cancelled }: ImportReport): Report {
  return {
    imported: imported.map(({ name, notices, ...rest }) => ({ path: name, ...rest, ...(notices.length > 0 && { notices }) })),
    ...(filled.length > 0 && { filled: filled.map(({ name, ...rest }) => ({ path: name, ...rest })) }),
    skipped: skipped.map(({ name, ...rest }) => ({ path: name, ...rest })),
    failed: [...failed.map(({ name, error }) => ({ path: name, error })), ...cancelled.map((path) => ({ path, error: notBegun }))],
  };
}

function linesOf({ imported, filled = [], skipped, failed }: Report): string[] {
  return [
    ...imported.flatMap(({ path, title, documentId, notices = [] }) => [
      `imported  ${path}  ${documentId}  ${title}`,
      ...notices.map((notice) => `          ${notice}`),
    ]),
    ...filled.map(({ path, documentId, title, fields }) => `filled    ${path}  ${documentId}  ${title}  ${fields.join(', ')}`),
    ...skipped.map(({ path, reason, documentId }) => `skipped   ${path}  ${documentId}  ${reason}`),
    ...failed.map(({ path, error }) => `failed    ${path}  ${error.message}`),
  ];
}

function summary({ imported, filled = [], skipped, failed }: Report, hidden: number): string {
  const filledIn = filled.length === 0 ? '' : `, ${filled.length} filled in`;
  const passedOver = hidden === 0 ? '' : `, ${hidden} hidden passed over`;
  return `${count(imported.length, 'document')} imported${filledIn}, ${skipped.length} skipped, ${failed.length} failed${passedOver}`;
}
