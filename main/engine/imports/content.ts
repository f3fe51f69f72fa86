import { isZip } from './containers/zip.ts';
import { namesInZip } from './containers/zip-names.ts';
import type { FileKind } from './kinds.ts';

/** Files that are recognised so that they can be refused by name. */
export type ForeignKind =
  | 'protected'
  | 'doc'
  | 'xls'
  | 'presentation'
  | 'spreadsheet'
  | 'msg'
  | 'office'
  | 'image'
  | 'media'
  | 'packed'
  | 'djvu'
  | 'program'
  | 'database'
  | 'references';

export type Content = FileKind | ForeignKind;

/** How much of a file's beginning is looked at. Bytes. */
const headBytes = 4096;

/** What is in a file, by how it begins and, of containers, by the parts it lists; null where nothing gives it away: text, most likely. */
export function contentOf(bytes: Uint8Array): Content | null {
  const head = latin1(bytes.subarray(0, headBytes));
  return magicOf(head) ?? containerOf(bytes, head) ?? writtenContentOf(bytes, head);
}

/** Whether a content is no text of any kind. */
export function isBinary(content: Content): boolean {
  return !written.has(content);
}

const written: ReadonlySet<Content> = new Set<Content>(['text', 'markdown', 'html', 'mhtml', 'email', 'csv', 'tsv', 'srt', 'vtt']);

/** Signatures, as Latin-1, and where they stand. Source: file(1)'s magic and the formats' specifications. */
const signatures: readonly { content: Content; at?: number; starts: readonly string[] }[] = [
  { content: 'image', starts: ['\x89PNG\r\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'] },
  { content: 'image', at: 4, starts: ['ftypheic', 'ftypavif', 'ftypmif1'] },
  { content: 'image', at: 8, starts: ['WEBPVP8'] },
  { content: 'media', starts: ['ID3', '\xff\xfb', '\xff\xf3', '\xff\xf2', 'OggS\0', 'fLaC\0', '\x1aE\xdf\xa3'] },
  { content: 'media', at: 4, starts: ['ftyp'] },
  { content: 'media', at: 8, starts: ['WAVEfmt', 'AVI LIST'] },
  { content: 'packed', starts: ['\x1f\x8b\x08', '7z\xbc\xaf', 'Rar!\x1a\x07', 'BZh91AY', '\xfd7zXZ', '\x28\xb5\x2f\xfd'] },
  { content: 'packed', at: 257, starts: ['ustar\0', 'ustar  \0'] },
  { content: 'djvu', starts: ['AT&TFORM'] },
  { content: 'program', starts: ['MZ\x90\0', 'MZ\0\0', '\x7fELF', '\xcf\xfa\xed\xfe'] },
  { content: 'database', starts: ['SQLite format 3\0', '\0\x01\0\0Standard '] },
];

function magicOf(head: string): Content | null {
  // The standard lets up to 1024 bytes stand before it, but a message or a page may speak of it there.
  if (head.includes('%PDF-') && /^[^<:]{0,1019}%PDF-\d/.test(head)) return 'pdf';
  if (/^\s*\{\\rtf/.test(head)) return 'rtf';
  return signatures.find(({ at = 0, starts }) => starts.some((start) => head.startsWith(start, at)))?.content ?? null;
}

function containerOf(bytes: Uint8Array, head: string): Content | null {
  if (isZip(bytes)) return zipContentOf(bytes, head);
  return head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') ? compoundContentOf(bytes) : null;
}

/** The parts of its list of contents that tell what a ZIP archive is, and the type that OpenDocument and EPUB put first in it. */
function zipContentOf(bytes: Uint8Array, head: string): Content {
  // 30 bytes of its header stand before the first file's name.
  const declared = /^mimetypeapplication\/([\w.+-]+?)(?=PK|$)/.exec(head.slice(30))?.[1] ?? '';
  if (declared.startsWith('epub+zip')) return 'epub';
  if (declared.startsWith('vnd.oasis.opendocument.text')) return 'odt';
  if (declared.startsWith('vnd.oasis.opendocument.spreadsheet')) return 'spreadsheet';
  if (declared.startsWith('vnd.oasis.opendocument.presentation')) return 'presentation';
  const names = namesInZip(bytes);
  // LibreOffice writes the list of types last, where a file that is cut short has none.
  if (names.has('[Content_Types].xml') || names.has('_rels/.rels')) {
    for (const name of names) {
      if (/^word\/document\d*\.xml$/.test(name)) return 'docx';
      if (/^xl\/workbook\d*\.xml$/.test(name)) return 'xlsx';
      if (name === 'ppt/presentation.xml') return 'presentation';
    }
  }
  if (names.has('META-INF/container.xml')) return 'epub';
  return names.has('content.xml') && names.has('META-INF/manifest.xml') ? 'odt' : 'zip';
}

/** Streams of a compound file (Office 97–2003, Outlook, and the wrapping of what is locked with a password), by the names in its directory. */
const streams: readonly { name: string; content: ForeignKind }[] = [
  { name: 'EncryptedPackage', content: 'protected' },
  { name: '__properties_version1.0', content: 'msg' },
  { name: 'PowerPoint Document', content: 'presentation' },
  { name: 'WordDocument', content: 'doc' },
  { name: 'Workbook', content: 'xls' },
];

function compoundContentOf(bytes: Uint8Array): ForeignKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return streams.find(({ name }) => buffer.includes(Buffer.from(name, 'utf16le')))?.content ?? 'office';
}

/** Kinds of text that show themselves in their first lines. */
function writtenContentOf(bytes: Uint8Array, head: string): FileKind | null {
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le').decode(bytes.subarray(2, headBytes)) : head;
  if (/^[^\w<]*(<\?xml[^>]*>\s*)?(<!--[^>]*>\s*)*<(!doctype html|html|head|body)\b/i.test(text)) return 'html';
  const start = text.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^WEBVTT(?=\s|$)/.test(start)) return 'vtt';
  if (/^\d+[ \t]*\r?\n\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}[ \t]*-->/.test(start)) return 'srt';
  return headersOf(start);
}

/** A message begins with headers, of which one at least is a message's own. */
function headersOf(start: string): 'email' | 'mhtml' | null {
  const [headers = ''] = start.replace(/^From .*\r?\n/, '').split(/\r?\n\r?\n/, 1);
  const unfolded = headers.replace(/\r?\n[ \t]+/g, ' ');
  const lines = unfolded.split(/\r?\n/);
  // The last one may be cut.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  if (!whole.every((line) => /^[!-9;-~]+:/.test(line))) return null;
  const has = (pattern: RegExp) => pattern.test(unfolded);
  if (!has(/^(received|message-id|mime-version|return-path|delivered-to|x-mailer|snapshot-content-location):/im)) {
    return has(/^from:/im) && has(/^(date|to|subject):/im) ? 'email' : null;
  }
  const isArchive = has(/^content-type:\s*multipart\/related/im) && !has(/^(received|to|delivered-to):/im);
  if (isArchive && has(/^(snapshot-content-location:|from:.*saved by|content-type:[^\n]*type="?text\/html|content-location:)/im))
    return 'mhtml';
  return has(/^(from|to|subject|date|received):/im) ? 'email' : null;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
