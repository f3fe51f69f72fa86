import { describe, expect, test } from 'vitest';
import { boundSize, kindOf } from '../../../main/engine/imports/kind.ts';
import { bytesOf, fixture } from './fixtures.ts';
import { makeZip } from './formats/make-zip.ts';

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const compound = (stream: string) =>
  new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]));

const zipOf = (parts: Record<string, string>) =>
  makeZip(Object.entries(parts).map(([name, content]) => ({ name, content, stored: name === 'mimetype' })));

const pdf = latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
const rtf = bytesOf('{\\rtf1\\ansi Text.}');
const docx = zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' });
const xlsx = zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
const odt = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' });
const epub = zipOf({ mimetype: 'application/epub+zip', 'META-INF/container.xml': '<container/>' });
const zip = zipOf({ 'a.txt': 'Text.' });
const html = bytesOf('<!doctype html><title>Prices</title><p>Text.');
const email = bytesOf(
  'From: Ada <ada@example.org>\nTo: Ben <ben@example.org>\nSubject: Prices\nDate: 5 Mar 2026 10:00:00 +0100\n\nText.\n',
);
const archive = bytesOf(
  'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: Prices\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n',
);
const srt = bytesOf('1\n00:00:01,000 --> 00:00:02,000\nText.\n');
const vtt = bytesOf('WEBVTT\n\n00:01.000 --> 00:02.000\nText.\n');
const text = bytesOf('Prices rose by a quarter.');

describe('what a file is', () => {
  test.each([
    ['a.txt', text, 'text'],
    ['a.TXT', text, 'text'],
    ['a.md', text, 'markdown'],
    ['a.htm', html, 'html'],
    ['a.html', text, 'html'],
    ['a.mht', archive, 'mhtml'],
    ['a.docx', docx, 'docx'],
    ['a.odt', odt, 'odt'],
    ['a.rtf', rtf, 'rtf'],
    ['a.epub', epub, 'epub'],
    ['a.pdf', pdf, 'pdf'],
    ['a.eml', email, 'email'],
    ['a.csv', bytesOf('a,b\n1,2\n'), 'csv'],
    ['a.tsv', bytesOf('a\tb\n1\t2\n'), 'tsv'],
    ['a.xlsx', xlsx, 'xlsx'],
    ['a.srt', srt, 'srt'],
    ['a.vtt', vtt, 'vtt'],
    ['a.zip', zip, 'zip'],
    ['subtitles of another kind: a.srt', vtt, 'vtt'],
    ['an archive kept as a message: a.eml', archive, 'mhtml'],
    ['the source of a page, kept as a.txt', html, 'text'],
    ['a message, kept as a.txt', email, 'text'],
    ['a.2026/notes.md', text, 'markdown'],
  ] as const)('%s', (name, bytes, kind) => {
    expect(kindOf(name, bytes)).toBe(kind);
  });

  test.each([
    [text, 'text'],
    [html, 'html'],
    [archive, 'mhtml'],
    [docx, 'docx'],
    [odt, 'odt'],
    [rtf, 'rtf'],
    [epub, 'epub'],
    [pdf, 'pdf'],
    [email, 'email'],
    [xlsx, 'xlsx'],
    [srt, 'srt'],
    [vtt, 'vtt'],
    [zip, 'zip'],
  ] as const)('without an extension, by what is in it: %#', (bytes, kind) => {
    expect(kindOf('letter', bytes)).toBe(kind);
    expect(kindOf('Report of 12.03', bytes)).toBe(kind);
    expect(kindOf('Отчёт за 2026 г. Часть', bytes)).toBe(kind);
  });

  test('a cut archive is still known by what comes first in it', () => {
    expect(kindOf('a.docx', docx.slice(0, -30))).toBe('docx');
    const typesLast = zipOf({ '_rels/.rels': '<Relationships/>', 'word/document.xml': '<w:document/>' });
    expect(kindOf('a.docx', typesLast.slice(0, -30))).toBe('docx');
  });
});

describe('an extension that does not say what is in the file', () => {
  test.each([
    ['report.docx', pdf, /named \.docx, but holds a PDF.*rename it to \.pdf/],
    ['report.pdf', docx, /named \.pdf, but holds a Word document \(\.docx\).*rename it to \.docx/],
    ['report.pdf', html, /named \.pdf, but holds a web page/],
    ['report.pdf', text, /named \.pdf, but is not a PDF/],
    ['report.txt', pdf, /named \.txt, but holds a PDF/],
    ['report.txt', rtf, /named \.txt, but holds rich text/],
    ['report.docx', zip, /named \.docx, but holds a ZIP archive/],
    ['report.zip', epub, /named \.zip, but holds an e-book/],
    ['report.html', archive, /named \.html, but holds a saved web archive.*\.mhtml/],
    ['table.csv', xlsx, /named \.csv, but holds an Excel workbook/],
    ['table.xlsx', bytesOf('a,b\n1,2\n'), /named \.xlsx, but is not an Excel workbook/],
    ['report.doc', rtf, /named \.doc, but holds rich text.*rename it to \.rtf/],
    ['report.docx', compound('EncryptedPackage'), /locked with a password.*save it without one/],
    ['report.docx', compound('WordDocument'), /named \.docx, but is a document of Word 97–2003.*save it as \.docx/],
    ['report.doc', compound('WordDocument'), /^It is a document of Word 97–2003.*save it as \.docx/],
    ['letter.msg', compound('__properties_version1.0'), /message of Outlook.*\.eml/],
    ['table.xls', compound('Workbook'), /workbook of Excel 97–2003.*\.xlsx/],
    ['photo.txt', latin1('\x89PNG\r\n\x1a\n'), /named \.txt, but is a picture/],
    ['photo.png', latin1('\x89PNG\r\n\x1a\n'), /^It is a picture/],
    ['letter', latin1('\x7fELF\x02\x01'), /^It is a program/],
    ['films.rar', latin1('Rar!\x1a\x07\x01'), /archive other than ZIP.*unpack it/],
    ['library.ris', text, /^It is a list of references.*import it as a file of its own/],
    ['data.xyz', text, /cannot import \.xyz files. It reads \.txt, \.md, .* and \.zip, and lists of references/],
  ])('%s: %#', (name, bytes, message) => {
    expect(() => kindOf(name, bytes)).toThrow(
      expect.objectContaining({ kind: expect.stringMatching(/^(invalid|unsupported)$/), message: expect.stringMatching(message) }),
    );
  });
});

describe('too big to be read', () => {
  test.each([
    ['a.txt', 2_000_000_000, '2,000 MB'],
    ['a.zip', 2_147_483_648, '2,148 MB'],
    ['letter', 2_000_000_000, '2,000 MB'],
    ['a.md', 5_000_000, '5 MB'],
  ])('%s of %i bytes', (name, size, said) => {
    expect(() => boundSize(name, size)).toThrow(expect.objectContaining({ kind: 'unsupported', message: expect.stringContaining(said) }));
  });

  test('a usual size passes', () => {
    expect(() => boundSize('a.pdf', fixture('article.txt').length)).not.toThrow();
  });
});
