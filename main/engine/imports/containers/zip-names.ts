/** The end record is in the last 64 KB, behind a comment at most that long. Bytes. */
const endBytes = 65_557;
/** Enough to tell what an archive is. */
const mostNames = 5_000;

/**
 * The names in a ZIP archive's list of contents, as Latin-1, or, where that is cut off, those that stand before its files.
 * Reads nothing else of it and throws at nothing: it serves to tell what a file is, not to read it.
 */
export function namesInZip(bytes: Uint8Array): Set<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.subarray(Math.max(0, buffer.length - endBytes)).lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const endAt = end < 0 ? -1 : Math.max(0, buffer.length - endBytes) + end;
  const start = endAt < 0 || endAt + 20 > buffer.length ? -1 : buffer.readUInt32LE(endAt + 16);
  const listed = start < 0 ? new Set<string>() : listedNames(buffer, start);
  return listed.size > 0 ? listed : namesBeforeFiles(buffer);
}

/** Field offsets: PKWARE's APPNOTE.TXT 4.3.12, the central directory's header. */
function listedNames(buffer: Buffer, start: number): Set<string> {
  const names = new Set<string>();
  let at = start;
  while (names.size < mostNames && at + 46 <= buffer.length && buffer.readUInt32LE(at) === 0x02014b50) {
    const length = buffer.readUInt16LE(at + 28);
    names.add(buffer.toString('latin1', at + 46, at + 46 + length));
    at += 46 + length + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return names;
}

/** APPNOTE.TXT 4.3.7, the local file header. */
function namesBeforeFiles(buffer: Buffer): Set<string> {
  const names = new Set<string>();
  let at = 0;
  while (names.size < mostNames && at >= 0 && at + 30 <= buffer.length) {
    const length = buffer.readUInt16LE(at + 26);
    names.add(buffer.toString('latin1', at + 30, at + 30 + length));
    at = buffer.indexOf('PK\x03\x04', at + 30 + length, 'latin1');
  }
  return names;
}
