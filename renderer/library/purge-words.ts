import type { DocumentSummary } from '../../contract/index.ts';

/** What is lost with documents that are deleted for good. */
export function purgeWords(documents: readonly Pick<DocumentSummary, 'title' | 'passages'>[], locale?: string): string {
  const number = new Intl.NumberFormat(locale);
  const [first] = documents;
  if (first === undefined) return 'Nothing lies in the bin any more.';
  const isOne = documents.length === 1;
  const passages = documents.reduce((sum, document) => sum + document.passages, 0);
  const what = isOne ? `“${first.title}”` : `${number.format(documents.length)} documents`;
  const their = isOne ? 'its' : 'their';
  const marked = passages === 0 ? '' : `${passages === 1 ? `${their} passage` : `${their} ${number.format(passages)} passages`}, `;
  return `${what}, ${marked}${their} notes, versions and original${isOne ? '' : 's'} are deleted for good. This cannot be undone.`;
}
