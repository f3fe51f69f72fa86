import { PartialDate, type Source } from '../../../../contract/index.ts';
import { readDate } from '../dates.ts';
import { languageOf } from '../language/language.ts';
import { languageNamed } from './languages.ts';

/** What a bibliography says of a document. */
export interface Reference extends Omit<Source, 'reliability' | 'credibility'> {
  /** Its key in the bibliography; empty where it has none. */
  key: string;
  title: string;
  /** Without an address before it; empty where there is none. */
  doi: string;
  language: string;
}

/** An entry of a bibliography, or why it could not be read. */
export type Entry = { reference: Reference } | { key: string; problem: string };

/** The same as a format has it, not yet put right. */
export interface RawReference {
  key: string;
  title: string;
  authors: readonly string[];
  /** What it appeared in: a journal, a site, a book. */
  container: string;
  publisher: string;
  /** Whether what it appeared in says more of where it came from than who published that: so with articles. */
  isArticle: boolean;
  url: string;
  doi: string;
  issued: string;
  accessed: string;
  language: string;
}

/** Longest title the notebook takes. */
const longestTitle = 500;

/** An entry without a title is none: there is nothing to call the document. */
export function entryOf(raw: RawReference): Entry {
  const title = oneLine(raw.title).slice(0, longestTitle).toWellFormed();
  if (title === '') return { key: raw.key, problem: 'It has no title.' };
  const [container, publisher] = [oneLine(raw.container), oneLine(raw.publisher)];
  const doi = doiOf(raw.doi);
  return {
    reference: {
      key: raw.key,
      title,
      author: raw.authors
        .map(oneLine)
        .filter((name) => name !== '')
        .join('; '),
      publisher: (raw.isArticle ? container || publisher : publisher || container) || '',
      url: raw.url.trim() || (doi === '' ? '' : `https://doi.org/${doi}`),
      doi: doi || doiOf(raw.url),
      published: dateOf(raw.issued),
      accessed: dateOf(raw.accessed),
      language: languageNamed(raw.language) ?? languageOf(title, raw.language),
    },
  };
}

/** The DOI of an address or of what is written as one; empty where there is none. */
export function doiOf(text: string): string {
  return (
    /\b10\.\d{4,9}\/[^\s"<>]+/
      .exec(decoded(text))?.[0]
      ?.replace(/[.,;]$/, '')
      .toLowerCase() ?? ''
  );
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function dateOf(written: string): string | null {
  const date = PartialDate.safeParse(written.trim());
  return date.success ? date.data : readDate(written);
}

function oneLine(text: string): string {
  return text
    .replace(/ı(?=\p{M})/gu, 'i')
    .replace(/ȷ(?=\p{M})/gu, 'j')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
