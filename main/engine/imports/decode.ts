import { ArmillaryError } from '../../../contract/index.ts';

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** How far into a page its encoding may be declared: HTML Standard, prescan of a byte stream. */
const prescanBytes = 1024;

/** The text of a file: by its byte order mark, else by the encoding it declares (HTML alone does), else as UTF-8. */
export function decodeText(bytes: Uint8Array, { mayDeclare }: { mayDeclare: boolean }): string {
  const mark = byteOrderMarks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return decode(bytes, mark.encoding);
  if (bytes.includes(0)) {
    throw new ArmillaryError('invalid', 'This is not a text file: it holds zero bytes. It was not imported.');
  }
  const declared = mayDeclare ? declaredEncoding(bytes) : null;
  // As a browser does: what a page declares is taken at its word, with � where it is wrong; the original is kept.
  if (declared !== null) return new TextDecoder(declared).decode(bytes);
  return decode(bytes, 'utf-8');
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ArmillaryError(
      'invalid',
      `This file is not ${encoding.toUpperCase()} text and does not say what encoding it is in. It was not imported: save it as UTF-8 in a text editor and import it again.`,
      String(error),
    );
  }
}

/** What `<meta charset>`, `<meta http-equiv content>` or an XML declaration names; null where that is nothing we can read. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, prescanBytes));
  const label =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // A page whose declaration can be read as ASCII is not in UTF-16, whatever it says.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
