import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEpub } from '../../unit/imports/formats/make-epub.ts';
import { makeXlsx } from '../../unit/imports/formats/make-xlsx.ts';
import { makeZip } from '../../unit/imports/formats/make-zip.ts';
import { makePdf } from './pdf.ts';
import { createVocabulary, seeded, writeText } from './texts.ts';

/** What a document of the bench has. Bytes of text. */
export const documentBytes = 4_400;

interface Text {
  title: string;
  paragraphs: string[];
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const odf =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"';

const html = ({ title, paragraphs }: Text) => `<h1>${title}</h1>${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}`;
const csv = ({ title, paragraphs }: Text) => `"${title}","${paragraphs.join('\n\n')}"`;
const time = (second: number) => `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
const row = (cells: string[]) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

/** How a text is written in each format. */
const writers: Record<string, (text: Text) => string | Uint8Array> = {
  txt: ({ title, paragraphs }) => `${title}\n\n${paragraphs.join('\n\n')}\n`,
  md: ({ title, paragraphs }) => `# ${title}\n\n${paragraphs.join('\n\n')}\n`,
  html: (text) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${text.title}</title></head><body><nav>Home</nav><article>${html(text)}</article></body></html>`,
  mhtml: (text) =>
    `From: <Saved by Blink>\r\nSubject: ${text.title}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://example.org/a\r\n\r\n<html><body>${html(text)}</body></html>\r\n--b--\r\n`,
  eml: ({ title, paragraphs }) =>
    `From: Mara Quill <mara@example.org>\r\nTo: desk@example.org\r\nSubject: ${title}\r\nDate: Sun, 12 May 2024 08:00:00 +0000\r\nMessage-ID: <${title.replace(/\W/g, '')}@example.org>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${paragraphs.join('\r\n\r\n')}\r\n`,
  rtf: ({ title, paragraphs }) =>
    `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}\\pard\\b ${title}\\b0\\par\n${paragraphs.join('\\par\n')}\\par}`,
  docx: ({ title, paragraphs }) =>
    makeZip([
      {
        name: '[Content_Types].xml',
        content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      },
      {
        name: '_rels/.rels',
        content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      },
      {
        name: 'word/document.xml',
        content: `<w:document ${word}><w:body>${[title, ...paragraphs].map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
      },
    ]),
  odt: ({ title, paragraphs }) =>
    makeZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
      {
        name: 'content.xml',
        content: `<office:document-content ${odf}><office:body><office:text><text:h text:outline-level="1">${title}</text:h>${paragraphs.map((text) => `<text:p>${text}</text:p>`).join('')}</office:text></office:body></office:document-content>`,
      },
    ]),
  epub: (text) => makeEpub({ metadata: `<dc:title>${text.title}</dc:title>`, chapters: { 'one.xhtml': html(text) } }),
  pdf: ({ title, paragraphs }) => makePdf(title, paragraphs),
  srt: ({ paragraphs }) => paragraphs.map((text, n) => `${n + 1}\n${time(n * 5)},000 --> ${time(n * 5 + 4)},000\n${text}\n`).join('\n'),
  vtt: ({ paragraphs }) =>
    `WEBVTT\n\n${paragraphs.map((text, n) => `${time(n * 5)}.000 --> ${time(n * 5 + 4)}.000\n${text}\n`).join('\n')}`,
  zip: ({ title, paragraphs }) => makeZip([{ name: 'report.txt', content: `${title}\n\n${paragraphs.join('\n\n')}` }]),
};

/** Formats of which one file holds all documents. */
const wholes: Record<string, (texts: Text[]) => string | Uint8Array> = {
  csv: (texts) => `title,text\n${texts.map(csv).join('\n')}\n`,
  xlsx: (texts) =>
    makeXlsx([
      {
        name: 'Reports',
        rows: [row(['title', 'text']), ...texts.map(({ title, paragraphs }) => row([title, paragraphs.join(' ')]))].join(''),
      },
    ]),
};

export const formats = [...Object.keys(writers), ...Object.keys(wholes)];

/** Writes so many documents of a format into a folder; gives the bytes they have. */
export function writeFiles(folder: string, format: string, documents: number): number {
  mkdirSync(folder, { recursive: true });
  const random = seeded(20_261_123);
  const vocabulary = createVocabulary(random);
  const texts = Array.from({ length: documents }, () => writeText(random, vocabulary, documentBytes));
  const whole = wholes[format];
  const files = whole === undefined ? texts.map((text) => writers[format]?.(text) ?? '') : [whole(texts)];
  let bytes = 0;
  for (const [n, content] of files.entries()) {
    writeFileSync(join(folder, `${String(n).padStart(5, '0')}.${format}`), content);
    bytes += Buffer.byteLength(content);
  }
  return bytes;
}
