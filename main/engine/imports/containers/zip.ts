import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';
import { ArmillaryError } from '../../../../contract/index.ts';
import { nameInLetters } from './archive-names.ts';

export interface ZipEntry {
  /** Its path inside, `/` between the parts. One that would lead out of the archive is in `refused`. */
  name: string;
  /** Unpacked, as declared: `read` holds the entry to it. Bytes. */
  size: number;
  isFolder: boolean;
  /** Why it cannot be read; null where it can. */
  refused: ArmillaryError | null;
  /** Unpacks it. Throws an `ArmillaryError` where it is refused or damaged. */
  read(): Promise<Uint8Array>;
}

/** What an archive may come to; one that says it is more is not unpacked at all. */
export interface ZipLimits {
  /** Files and folders in it. */
  entries: number;
  /** Unpacked, one file. Bytes. */
  entryBytes: number;
  /** Unpacked, all files together. Bytes. */
  totalBytes: number;
}

/** Deflate packs at most 1032 to 1; what is so much smaller packed, and big, is no text. */
const bombRatio = 200;
const bombBytes = 10_000_000;

const nothingImported = 'Nothing of it was imported.';

/**
 * Lists a ZIP archive, bounded before anything of it is unpacked. Archives inside it are the caller's to open, with
 * what is left of the limits.
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits): Promise<ZipEntry[]> {
  const archive = await openArchive(bytes);
  if (archive.entryCount > limits.entries) {
    throw new ArmillaryError(
      'invalid',
      `Its archive lists ${archive.entryCount.toLocaleString('en')} files, more than the ${limits.entries.toLocaleString('en')} that are read. ${nothingImported} Unpack it and import what you need.`,
    );
  }
  const entries: ZipEntry[] = [];
  let total = 0;
  for (const entry of await entriesOf(archive)) {
    total += entry.uncompressedSize;
    if (total > limits.totalBytes) throw bomb(`more than ${megabytes(limits.totalBytes)}`, bytes.byteLength);
    entries.push(toEntry(bytes, archive, entry, limits));
  }
  return entries;
}

/** Whether a file begins as ZIP archives do, empty ones too. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

async function openArchive(bytes: Uint8Array): Promise<ZipFile> {
  if (!isZip(bytes)) throw new ArmillaryError('invalid', `It is not the ZIP archive that its name says. ${nothingImported}`);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // Names are read here, so that one unsafe name does not cost the rest of the archive.
    return await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false });
  } catch (error) {
    throw damaged('its list of contents is missing, so it is cut short or damaged', error);
  }
}

async function entriesOf(archive: ZipFile): Promise<Entry[]> {
  try {
    const entries: Entry[] = [];
    for await (const entry of archive.eachEntry()) entries.push(entry);
    return entries;
  } catch (error) {
    if (String(error).includes('encryption')) throw locked();
    throw damaged('its list of contents is damaged', error);
  }
}

function toEntry(bytes: Uint8Array, archive: ZipFile, entry: Entry, limits: ZipLimits): ZipEntry {
  const name = nameOf(entry);
  const refused = refusalOf(name, entry, limits);
  return {
    name,
    size: entry.uncompressedSize,
    isFolder: name.endsWith('/'),
    refused,
    async read() {
      if (refused !== null) throw refused;
      return unpack(await packedBytes(bytes, archive, entry), entry);
    },
  };
}

function refusalOf(name: string, entry: Entry, { entryBytes }: ZipLimits): ArmillaryError | null {
  const { uncompressedSize: size, compressedSize, compressionMethod } = entry;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with one is made to deceive.
  if (name === '' || validateFileName(name) !== null || /[\u0000-\u001f\u007f]/.test(name)) {
    return new ArmillaryError('invalid', 'Its name in the archive leads out of the archive or is no file name. It was not imported.');
  }
  if (entry.isEncrypted()) return locked();
  if (compressionMethod !== 0 && compressionMethod !== 8) {
    return new ArmillaryError(
      'unsupported',
      'It is packed in a way that Armillary does not unpack. It was not imported: unpack the archive, or pack it again as an ordinary ZIP file.',
    );
  }
  if (size > entryBytes || (size > bombBytes && size > compressedSize * bombRatio)) return bomb(megabytes(size), compressedSize);
  return null;
}

async function packedBytes(bytes: Uint8Array, archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true });
    return bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  } catch (error) {
    throw damaged('a part of it is missing, so it is cut short or damaged', error);
  }
}

function unpack(packed: Uint8Array, { uncompressedSize: size, compressionMethod, crc32: sum }: Entry): Uint8Array {
  let unpacked: Uint8Array;
  try {
    unpacked = compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    if (error instanceof RangeError) throw damaged('a part of it is bigger than it says', error);
    throw damaged('a part of it cannot be unpacked', error);
  }
  if (unpacked.byteLength !== size || crc32(unpacked) !== sum) throw damaged('a part of it is not what it was when it was packed');
  return unpacked;
}

/** Names are UTF-8 where they say so or can be; else in the letters they look like, or what DOS used. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const declared = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const plain = getFileNameLowLevel(0, fileNameRaw, [], false);
  if (declared !== plain) return declared.normalize();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw).replaceAll('\\', '/').normalize();
  } catch {
    return nameInLetters(fileNameRaw)?.replaceAll('\\', '/') ?? declared;
  }
}

function damaged(what: string, error?: unknown): ArmillaryError {
  return new ArmillaryError(
    'invalid',
    `Its archive cannot be read: ${what}. ${nothingImported} Get the file again from where it came from.`,
    error === undefined ? undefined : String(error),
  );
}

function locked(): ArmillaryError {
  return new ArmillaryError(
    'unsupported',
    'It is locked with a password. It was not imported: unpack it with the password, or save it without one, and import it again.',
  );
}

function bomb(unpacked: string, packedBytes: number): ArmillaryError {
  return new ArmillaryError(
    'invalid',
    `It would unpack to ${unpacked} from ${megabytes(packedBytes)}: it may be made to fill the disk. ${nothingImported} If you trust it, unpack it yourself and import what you need.`,
  );
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
