import type { TablePreview } from '../../../contract/index.ts';

type Counts = Pick<TablePreview, 'documents' | 'known' | 'blank' | 'withoutText' | 'undated'>;

/** How many documents will come in. */
export function documentsWords(documents: number, locale?: string): string {
  return `${new Intl.NumberFormat(locale).format(documents)} ${documents === 1 ? 'document' : 'documents'}`;
}

/** What will be otherwise than one may think, a sentence each. */
export function warningsOf({ documents, known, blank, withoutText, undated }: Counts, hasText: boolean, locale?: string): string[] {
  const number = new Intl.NumberFormat(locale);
  const rows = (count: number, one: string, many: string) => `${number.format(count)} ${count === 1 ? `row ${one}` : `rows ${many}`}`;
  if (!hasText) return ['No column is the title or the text. Say above one of the columns that it is.'];
  const some: [number, string][] = [
    [blank, `${rows(blank, 'has', 'have')} neither title nor text and will be left out.`],
    [known, `${rows(known, 'is', 'are')} in the notebook already and will stay as they are.`],
    [withoutText, `${rows(withoutText, 'has', 'have')} no text: the title will stand for it.`],
    [undated, `${rows(undated, 'has a date that', 'have dates that')} cannot be read; it will stand below the text.`],
  ];
  return documents + known === 0 ? ['No row has a title or a text.'] : some.flatMap(([count, words]) => (count > 0 ? [words] : []));
}
