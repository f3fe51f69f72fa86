import { type DocumentSummary, type Params, PartialDate, type Source } from '../../../contract/index.ts';
import { type CredibilityChoice, credibilityOf, type ReliabilityChoice, reliabilityOf } from './reliability.ts';

/** What the form holds: text as typed. */
export interface Details {
  title: string;
  language: string;
  author: string;
  publisher: string;
  url: string;
  published: string;
  accessed: string;
  reliability: ReliabilityChoice;
  credibility: CredibilityChoice;
}

export function detailsOf({ title, language, source }: DocumentSummary): Details {
  const { author, publisher, url, published, accessed, reliability, credibility } = source;
  return {
    title,
    language,
    author,
    publisher,
    url,
    published: published ?? '',
    accessed: accessed ?? '',
    reliability: reliability ?? 'none',
    credibility: credibility === null ? 'none' : `${credibility}`,
  };
}

/** What is wrong, by field; empty where all can be kept. */
export function problemsIn({ title, published = '', accessed = '' }: Partial<Details>): Partial<Record<keyof Details, string>> {
  const wrongDate = 'Write a date as 2024, 2024-05 or 2024-05-12, or leave it empty.';
  const isDate = (date: string) => date.trim() === '' || PartialDate.safeParse(date.trim()).success;
  return {
    ...(title?.trim() === '' ? { title: 'A document needs a title.' } : {}),
    ...(isDate(published) ? {} : { published: wrongDate }),
    ...(isDate(accessed) ? {} : { accessed: wrongDate }),
  };
}

/** What differs from the document as it was, for `documents.update`; null where nothing does. */
export function changesIn(details: Details, document: DocumentSummary): Omit<Params<'documents.update'>, 'documentId'> | null {
  const was = detailsOf(document);
  const source = sourceOf({
    ...(details.author.trim() === was.author ? {} : { author: details.author }),
    ...(details.publisher.trim() === was.publisher ? {} : { publisher: details.publisher }),
    ...(details.url.trim() === was.url ? {} : { url: details.url }),
    ...(details.published.trim() === was.published ? {} : { published: details.published }),
    ...(details.accessed.trim() === was.accessed ? {} : { accessed: details.accessed }),
    ...(details.reliability === was.reliability ? {} : { reliability: details.reliability }),
    ...(details.credibility === was.credibility ? {} : { credibility: details.credibility }),
  });
  const changes = {
    ...(details.title.trim() === was.title ? {} : { title: details.title.trim() }),
    ...(details.language === was.language ? {} : { language: details.language }),
    ...(Object.keys(source).length > 0 ? { source } : {}),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}

/** Fields of the form as a source has them. */
export function sourceOf({ author, publisher, url, published, accessed, reliability, credibility }: Partial<Details>): Partial<Source> {
  return {
    ...(author === undefined ? {} : { author: author.trim() }),
    ...(publisher === undefined ? {} : { publisher: publisher.trim() }),
    ...(url === undefined ? {} : { url: url.trim() }),
    ...(published === undefined ? {} : { published: published.trim() || null }),
    ...(accessed === undefined ? {} : { accessed: accessed.trim() || null }),
    ...(reliability === undefined ? {} : { reliability: reliabilityOf(reliability) }),
    ...(credibility === undefined ? {} : { credibility: credibilityOf(credibility) }),
  };
}
