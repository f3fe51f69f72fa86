import type { ImportReport } from '../../contract/index.ts';

/** A line of the report as the window shows it. */
export interface ReportRow {
  outcome: Outcome;
  /** The document's title where there is one, else the file's name. */
  title: string;
  name: string;
  /** Null where nothing came in. */
  documentId: string | null;
  /** Why, or what to know of it; empty where nothing is to be said. */
  words: string;
}

export const outcomes = ['failed', 'skipped', 'imported', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];

/** Every line of a report, what needs attention first. */
export function reportRows({ imported, skipped, failed, cancelled }: ImportReport): ReportRow[] {
  return [
    ...failed.map(({ name, error }): ReportRow => ({ outcome: 'failed', title: name, name, documentId: null, words: error.message })),
    ...skipped.map(({ name, reason, documentId }): ReportRow => ({ outcome: 'skipped', title: name, name, documentId, words: reason })),
    ...imported
      .toSorted((a, b) => b.notices.length - a.notices.length)
      .map(
        ({ name, title, documentId, notices }): ReportRow => ({ outcome: 'imported', title, name, documentId, words: notices.join(' ') }),
      ),
    ...cancelled.map(
      (name): ReportRow => ({ outcome: 'cancelled', title: name, name, documentId: null, words: 'Cancelled before its turn.' }),
    ),
  ];
}
