import type { Claims } from '../../claims.ts';
import { readDate } from '../../dates.ts';
import { normaliseText } from '../../normalise.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';

/** What a PDF says of itself, in its XMP packet or else in its older information dictionary. */
export async function readClaims(pdf: PDFDocumentProxy): Promise<Claims> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const packet = (name: string): string => flat(metadata?.get(name));
  const entry = (name: string): string => flat(entryOf(info, name));
  const title = [packet('dc:title'), entry('Title')].find(isTitle) ?? '';
  return {
    title,
    author: packet('dc:creator') || entry('Author'),
    publisher: packet('dc:publisher'),
    url: '',
    published: [packet('dc:date'), packet('xmp:createdate'), entry('CreationDate')].map(dateOf).find((date) => date !== null) ?? null,
    language: packet('dc:language') || entry('Language'),
  };
}

function entryOf(info: unknown, name: string): unknown {
  return typeof info === 'object' && info !== null ? Object.getOwnPropertyDescriptor(info, name)?.value : undefined;
}

/** A value or a list of values on one line. */
function flat(value: unknown): string {
  const parts: unknown[] = Array.isArray(value) ? value : [value];
  return parts
    .filter((part) => typeof part === 'string')
    .map((part) => normaliseText(part).replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 2000);
}

/** Many programs write a file's name, or nothing worth it, where the title belongs. */
function isTitle(text: string): boolean {
  return (
    text !== '' &&
    !/^(?:untitled|document\d*|без имени|microsoft (?:word|powerpoint|excel) - )|\.(?:docx?|odt|rtf|dvi|tex|indd|pdf|p65|qxd|html?)$/i.test(
      text,
    )
  );
}

/** `D:20240512083000+02'00'`, or as XMP writes it; to the day. */
function dateOf(written: string): string | null {
  const digits = /^(?:D:)?(\d{8})\d*/.exec(written)?.[1];
  return readDate(digits ?? written);
}
