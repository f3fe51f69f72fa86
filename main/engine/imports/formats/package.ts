import { ArmillaryError } from '../../../../contract/index.ts';
import { isZip, openZip, type ZipLimits } from '../containers/zip.ts';

/** More than a book with its pictures; a part that is read as XML is held to the second. */
const limits: ZipLimits = { entries: 20_000, entryBytes: 500_000_000, totalBytes: 2_000_000_000 };
const biggestPart = 64_000_000;

/** The parts of a document that is a ZIP archive of them, by their names. */
export interface Package {
  /** Unpacks a part; null where there is none of that name. */
  part(name: string): Promise<Uint8Array | null>;
  names: string[];
}

/** Opens a document that is a ZIP archive. `kind` is what it was to be, for the message where it is not. */
export async function openPackage(bytes: Uint8Array, kind: string): Promise<Package> {
  if (!isZip(bytes)) throw notOfKind(bytes, kind);
  const entries = await openZip(bytes, limits);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: [...byName.keys()],
    async part(name) {
      const entry = byName.get(name);
      if (entry === undefined) return null;
      if (entry.refused === null && entry.size > biggestPart) {
        throw new ArmillaryError(
          'unsupported',
          `The text in it comes to ${Math.round(entry.size / 1_000_000)} MB, more than the ${biggestPart / 1_000_000} MB that can be read. Nothing was imported. Split it, or save it as plain text.`,
        );
      }
      return entry.read();
    },
  };
}

/** An archive of Microsoft's older kind, which .doc files are, and what is locked with a password. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a file is that was to be a document of a kind and is none. */
export function notOfKind(bytes: Uint8Array | null, kind: string): ArmillaryError {
  if (bytes !== null && compoundFile.every((byte, index) => bytes[index] === byte)) {
    const holds = (name: string) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
    if (holds('EncryptedPackage')) return passwordProtected();
    return new ArmillaryError(
      'unsupported',
      holds('WordDocument')
        ? 'This is a document of Word 97–2003 (.doc), whatever its name says. It was not imported: open it in Word or LibreOffice, save it as .docx and import that.'
        : `This is a file of an older Office program, not ${kind}. It was not imported: open it in its program, save it as .docx and import that.`,
    );
  }
  return new ArmillaryError(
    'invalid',
    `This is not ${kind}, whatever its name says, or it is damaged. Nothing was imported. If it opens in another program, save it anew there and import that.`,
  );
}

/** For a document that opens with a password only. */
export function passwordProtected(): ArmillaryError {
  return new ArmillaryError(
    'unsupported',
    'It is locked with a password. It was not imported: open it with the password, save it without one and import that.',
  );
}
