import { type Citation, citationsOf, type PersonName } from './citation.ts';
import type { Selection } from './selection.ts';

/** CSL-JSON 1.0.2, as Zotero, pandoc and citeproc read it. */
export function writeCslJson({ documents }: Selection): string {
  return `${JSON.stringify(citationsOf(documents).map(item), null, 2)}\n`;
}

/** What has an address is a web page, in which the publisher is the site. */
function item({ key, title, authors, publisher, url, doi, published, accessed, language }: Citation) {
  return {
    id: key,
    type: url === '' ? 'document' : 'webpage',
    title,
    ...(authors.length === 0 ? {} : { author: authors.map(name) }),
    ...(publisher === '' ? {} : { [url === '' ? 'publisher' : 'container-title']: publisher }),
    ...(published.length === 0 ? {} : { issued: date(published) }),
    ...(accessed.length === 0 ? {} : { accessed: date(accessed) }),
    ...(url === '' ? {} : { URL: url }),
    ...(doi === '' ? {} : { DOI: doi }),
    ...(language === '' ? {} : { language }),
  };
}

function name({ family, given }: PersonName) {
  return given === '' ? { literal: family } : { family, given };
}

function date(parts: readonly string[]) {
  return { 'date-parts': [parts.map(Number)] };
}
