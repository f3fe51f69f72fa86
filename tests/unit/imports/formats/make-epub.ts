import { makeZip, type ZipPart } from './make-zip.ts';

interface Book {
  metadata?: string;
  /** Chapters' file names to what is in their body, in the order of the spine. */
  chapters: Record<string, string>;
  /** `<li>`s of the table of contents. */
  contents?: string;
  more?: ZipPart[];
}

/** An e-book as EPUB 3 has it. */
export function makeEpub({ metadata = '<dc:title>Book</dc:title>', chapters, contents = '', more = [] }: Book): Uint8Array<ArrayBuffer> {
  const names = Object.keys(chapters);
  const page = (body: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;
  return makeZip([
    { name: 'mimetype', content: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      content:
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    },
    {
      name: 'OEBPS/book.opf',
      content: `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${names.map((name) => `<item id="i-${name}" href="text/${name}" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine><itemref idref="nav"/>${names.map((name) => `<itemref idref="i-${name}"/>`).join('')}</spine></package>`,
    },
    { name: 'OEBPS/nav.xhtml', content: page(`<nav epub:type="toc"><ol>${contents}</ol></nav>`) },
    ...names.map((name) => ({ name: `OEBPS/text/${name}`, content: page(chapters[name] ?? '') })),
    ...more,
  ]);
}
