import type { ImportReport } from '../../contract/index.ts';

/** The report in one sentence: `3 imported, 1 already there, 1 not imported.` */
export function reportWords({ imported, filled = [], skipped, failed, cancelled }: ImportReport, locale?: string): string {
  const number = new Intl.NumberFormat(locale);
  const parts: [number, string][] = [
    [imported.length, 'imported'],
    [filled.length, 'filled in'],
    [skipped.length, 'already there'],
    [failed.length, 'not imported'],
    [cancelled.length, 'cancelled'],
  ];
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${number.format(count)} ${word}`);
  return words.length === 0 ? 'No files were found.' : `${words.join(', ')}.`;
}
