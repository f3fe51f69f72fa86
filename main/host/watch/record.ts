import { z } from 'zod';
import { ImportReport, type WatchedFolder, WireError } from '../../../contract/index.ts';
import { type Found, isSame } from './follow.ts';
import type { Stamp } from './look.ts';

const { imported, skipped, filled } = ImportReport.shape;

/** A file of the folder that had its turn, or was there before and was left out. */
const HandledFile = z.object({
  size: z.number(),
  changedAt: z.number(),
  /** The document that it came in as; null of an archive, and of what did not come in. */
  document: z.object({ id: z.string(), sha256: z.string() }).nullable(),
  /** Of it, or of the files in it. */
  problems: z.array(z.object({ name: z.string(), error: WireError })),
  /** It came in and is another now. */
  isOther: z.boolean(),
});
type HandledFile = z.infer<typeof HandledFile>;

/** What the program remembers of the folder that is watched for one notebook. */
export const WatchRecord = z.object({
  /** The notebook's file, for whoever reads this. */
  notebook: z.string(),
  folder: z.string().nullable(),
  paused: z.boolean(),
  /** By their paths within the folder. */
  files: z.record(z.string(), HandledFile),
  /** The newest first. */
  imported,
  skipped,
  filled: filled.default([]),
  today: z.object({ day: z.string(), count: z.int() }),
});
export type WatchRecord = z.infer<typeof WatchRecord>;

/** So many lines are kept of what came in and what was there already; the library has them all. */
const mostLines = 200;

export function emptyRecord(notebook: string): WatchRecord {
  return { notebook, folder: null, paused: false, files: {}, imported: [], skipped: [], filled: [], today: { day: '', count: 0 } };
}

/** Whether a file, as it stands, had its turn. */
export function isDone({ files }: WatchRecord, { name, stamp }: Found): boolean {
  const handled = files[name];
  return handled !== undefined && isSame(stamp, handled);
}

/** Files that need not come in. */
export function leaveOut(record: WatchRecord, present: ReadonlyMap<string, Stamp>): WatchRecord {
  const files = { ...record.files };
  for (const [name, stamp] of present) files[name] = { ...stamp, document: null, problems: [], isOther: false };
  return { ...record, files };
}

/** A file that came in before has another stamp now. `isOther`: and other content. */
export function changed(record: WatchRecord, { name, stamp }: Found, isOther: boolean): WatchRecord {
  const handled = record.files[name];
  return handled === undefined ? record : { ...record, files: { ...record.files, [name]: { ...handled, ...stamp, isOther } } };
}

/** What became of files; those that were cancelled have their turn another time. */
export function noteReport(record: WatchRecord, found: readonly Found[], report: ImportReport, day: string): WatchRecord {
  const files = { ...record.files };
  const cancelled = new Set(report.cancelled);
  for (const { name, stamp } of found) if (!cancelled.has(name)) files[name] = handledBy(name, stamp, report);
  const before = record.today.day === day ? record.today.count : 0;
  return {
    ...record,
    files,
    imported: [...report.imported.toReversed(), ...record.imported].slice(0, mostLines),
    skipped: [...report.skipped.toReversed(), ...record.skipped].slice(0, mostLines),
    filled: [...(report.filled ?? []).toReversed(), ...record.filled].slice(0, mostLines),
    today: { day, count: before + report.imported.length },
  };
}

function handledBy(name: string, stamp: Stamp, { imported, failed }: ImportReport): HandledFile {
  // A row of a table is `costs.csv, row 3`, a file of an archive `costs.zip/May.txt`.
  const asDocument = imported.find((line) => line.name === name || line.name.startsWith(`${name}, `));
  return {
    ...stamp,
    document: asDocument === undefined ? null : { id: asDocument.documentId, sha256: asDocument.sha256 },
    problems: failed.filter((line) => line.name === name || [', ', '/'].some((sign) => line.name.startsWith(name + sign))),
    isOther: false,
  };
}

/** All of these failed for one reason. */
export function failAll(found: readonly Found[], error: WireError): ImportReport {
  return { imported: [], skipped: [], failed: found.map(({ name }) => ({ name, error })), cancelled: [] };
}

/** Gives the files that failed another turn. */
export function tryAgain(record: WatchRecord): WatchRecord {
  return { ...record, files: Object.fromEntries(Object.entries(record.files).filter(([, { problems }]) => problems.length === 0)) };
}

/** Forgets what was reported; no file has another turn by that. */
export function clear(record: WatchRecord): WatchRecord {
  const quiet = Object.entries(record.files).map(([name, handled]) => [name, { ...handled, problems: [], isOther: false }]);
  return { ...record, files: Object.fromEntries(quiet), imported: [], skipped: [], filled: [] };
}

const otherNow =
  'It came in before and was changed since. Its document was left as it was: open it and choose “New text from a file…” to take the changes in.';

/** The report of what is in the folder now, as a window shows it. `present`: null while it was not looked into. */
export function reportOf(
  { files, imported, skipped, filled }: WatchRecord,
  present: ReadonlyMap<string, Stamp> | null,
): WatchedFolder['report'] {
  const there = Object.entries(files).filter(([name]) => present === null || present.has(name));
  const other = there.flatMap(([name, { document, isOther }]) =>
    document !== null && isOther ? [{ name, reason: otherNow, documentId: document.id }] : [],
  );
  return { imported, filled, skipped: [...other, ...skipped], failed: there.flatMap(([, { problems }]) => problems), cancelled: [] };
}
