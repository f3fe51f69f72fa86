import type { ConcordanceLine } from '../../../contract/index.ts';

type Shown = Pick<ConcordanceLine, 'before' | 'hit' | 'after' | 'title'>;

/** Lines of a concordance as rows for a spreadsheet: what precedes, the hit, what follows and the document, with tabs between. */
export function asTable(lines: readonly Shown[]): string {
  return lines.map(({ before, hit, after, title }) => [before, hit, after, title].map(inOneCell).join('\t')).join('\n');
}

function inOneCell(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
