import type { ImportReport } from '../../contract/index.ts';
import type { OutcomeRow } from './OutcomeList.tsx';

export type Outcome = 'failed' | 'skipped' | 'filled' | 'imported' | 'cancelled';

/** A line of the report as the window shows it: by the document's title where there is one, else by the file's name. */
export type ReportRow = OutcomeRow<Outcome>;

/** Every line of a report, what needs attention first. */
export function reportRows({ imported, filled = [], skipped, failed, cancelled }: ImportReport): ReportRow[] {
  return [
    ...failed.map(({ name, error }): ReportRow => ({ outcome: 'failed', title: name, name, documentId: null, words: error.message })),
    ...skipped.map(({ name, reason, documentId }): ReportRow => ({ outcome: 'skipped', title: name, name, documentId, words: reason })),
    ...filled.map(
      ({ name, title, documentId, fields }): ReportRow => ({ outcome: 'filled', title, name, documentId, words: filledWords(fields) }),
    ),
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

const fieldWords: Record<string, string> = {
  author: 'author',
  publisher: 'publisher',
  url: 'address',
  published: 'date',
  accessed: 'date of access',
  language: 'language',
};

/** What of a source a list of references filled in: `Author and date filled in.` */
export function filledWords(fields: readonly string[]): string {
  const words = new Intl.ListFormat('en').format(fields.map((field) => fieldWords[field] ?? field));
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} filled in.`;
}
