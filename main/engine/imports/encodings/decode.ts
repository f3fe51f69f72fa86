import { isAscii, isUtf8 } from 'node:buffer';
import { ArmillaryError } from '../../../../contract/index.ts';
import { detectEncoding } from './detect-encoding.ts';
import { countBeyond, decodeAs, encodingOf } from './encodings.ts';

/** The text of a file, and how sure its encoding is. */
export interface Decoded {
  text: string;
  /** A label of `encodings`. */
  encoding: string;
  /** 0 to 1: how likely the text reads as it was written. */
  confidence: number;
  /** By its byte order mark, by what it declares, by what it looks like, or as a person said. */
  how: 'mark' | 'declared' | 'detected' | 'chosen';
}

interface Given {
  /** Whether the file may name its encoding in its first bytes, as HTML and XML do. */
  mayDeclare: boolean;
  /** What a person chose, or what stands outside the text (a mail's header): decodes by it, whatever else is there. */
  encoding?: string | undefined;
}

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  // Before UTF-16's, which is its beginning.
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** How far into a page its encoding may be declared: HTML Standard, prescan of a byte stream. */
const prescanBytes = 1024;
/** Share of wrong characters above which a declaration or a mark is not believed. */
const believable = 0.01;
/** Share of control characters above which a file is no text. */
const controlShare = 0.02;

/**
 * The text of a file: as chosen, else by its byte order mark, else by the encoding it declares, else by what it looks
 * like. Throws where it is no text.
 */
export function decodeText(bytes: Uint8Array, { mayDeclare, encoding }: Given): Decoded {
  if (encoding !== undefined) return chosen(bytes, encoding);
  const decoded = marked(bytes) ?? (mayDeclare ? declared(bytes) : null) ?? detected(bytes);
  if (decoded === null || !isText(decoded.text)) {
    throw new ArmillaryError('invalid', 'This is not a text file: it holds bytes that are no letters. It was not imported.');
  }
  return decoded;
}

function chosen(bytes: Uint8Array, label: string): Decoded {
  const encoding = encodingOf(label);
  if (encoding === null) throw new ArmillaryError('invalid', `“${label}” is not an encoding that Armillary reads. Choose another.`);
  const text = decodeAs(bytes, encoding);
  return { text, encoding, confidence: 1 - wrongShare(text), how: 'chosen' };
}

function marked(bytes: Uint8Array): Decoded | null {
  const mark = byteOrderMarks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark === undefined) return null;
  const text = decodeAs(bytes, mark.encoding);
  const wrong = wrongShare(text);
  return wrong > believable ? null : { text, encoding: mark.encoding, confidence: 1 - wrong, how: 'mark' };
}

/** Taken at its word, with � where it is wrong here and there; one that is plainly wrong is passed over. */
function declared(bytes: Uint8Array): Decoded | null {
  const encoding = declaredEncoding(bytes);
  if (encoding === null) return null;
  const text = decodeAs(bytes, encoding);
  const wrong = wrongShare(text);
  // A page in UTF-8 that declares another encoding was saved anew by something that did not tell it.
  if (wrong > believable || (encoding !== 'utf-8' && !isAscii(bytes) && isUtf8(bytes))) return null;
  return { text, encoding, confidence: 0.95 - wrong, how: 'declared' };
}

function detected(bytes: Uint8Array): Decoded | null {
  const found = detectEncoding(bytes);
  if (found === null) return null;
  return { text: decodeAs(bytes, found.encoding), ...found, how: 'detected' };
}

/** Share of characters that could not be read, of those that are not ASCII. */
function wrongShare(text: string): number {
  const wrong = text.split('\ufffd').length - 1;
  return wrong === 0 ? 0 : wrong / countBeyond(text);
}

function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what this counts. Tab, line ends, page break and escape are text's.
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  return controls <= text.length * controlShare && !text.includes('\0');
}

/** What `<meta charset>`, `<meta http-equiv content>` or an XML declaration names; null where that is nothing we can read. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, prescanBytes));
  const label =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  const encoding = label === undefined ? null : encodingOf(label);
  // A page whose declaration can be read as ASCII is not in UTF-16, whatever it says.
  return encoding !== null && /^utf-(16|32)/.test(encoding) ? 'utf-8' : encoding;
}
