import { type Document, type DocumentSummary, type Params, PartialDate } from '../../contract/index.ts';
import { type Grade, gradeOf, reliabilityOf } from './reliability.ts';

/** What the form holds: text as typed. */
export interface Details {
  title: string;
  language: string;
  author: string;
  publisher: string;
  url: string;
  published: string;
  accessed: string;
  reliability: Grade;
}

export function detailsOf({ title, language, source }: DocumentSummary): Details {
  const { author, publisher, url, published, accessed, reliability } = source;
  return {
    title,
    language,
    author,
    publisher,
    url,
    published: published ?? '',
    accessed: accessed ?? '',
    reliability: gradeOf(reliability),
  };
}

/** What is wrong, by field; empty where all can be kept. */
export function problemsIn({ title, published, accessed }: Details): Partial<Record<keyof Details, string>> {
  const wrongDate = 'Write a date as 2024, 2024-05 or 2024-05-12, or leave it empty.';
  const isDate = (date: string) => date.trim() === '' || PartialDate.safeParse(date.trim()).success;
  return {
    ...(title.trim() === '' ? { title: 'A document needs a title.' } : {}),
    ...(isDate(published) ? {} : { published: wrongDate }),
    ...(isDate(accessed) ? {} : { accessed: wrongDate }),
  };
}

/** What differs from the document as it was, for `documents.update`; null where nothing does. */
export function changesIn(details: Details, document: Document): Omit<Params<'documents.update'>, 'documentId'> | null {
  const was = detailsOf(document);
  const changed = (field: keyof Details) => details[field].trim() !== was[field];
  const source = {
    ...(changed('author') ? { author: details.author.trim() } : {}),
    ...(changed('publisher') ? { publisher: details.publisher.trim() } : {}),
    ...(changed('url') ? { url: details.url.trim() } : {}),
    ...(changed('published') ? { published: details.published.trim() || null } : {}),
    ...(changed('accessed') ? { accessed: details.accessed.trim() || null } : {}),
    ...(changed('reliability') ? { reliability: reliabilityOf(details.reliability) } : {}),
  };
  const changes = {
    ...(changed('title') ? { title: details.title.trim() } : {}),
    ...(changed('language') ? { language: details.language } : {}),
    ...(Object.keys(source).length > 0 ? { source } : {}),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}
