import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string | Uint8Array;
  content: string | Uint8Array;
  /** What its headers say instead of what is so. */
  lies?: { size?: number; sum?: number; flags?: number; method?: number };
  stored?: boolean;
}

/** A ZIP archive of these parts, in this order; names given as text are marked as UTF-8. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, lies = {}, stored = false } of parts) {
    const path = Buffer.from(name);
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(lies.flags ?? (typeof name === 'string' ? 0x800 : 0), 2);
    shared.writeUInt16LE(lies.method ?? (stored ? 0 : 8), 4);
    shared.writeUInt32LE(lies.sum ?? crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(lies.size ?? bytes.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, central, path);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, path, packed]);
    offset += entry.length;
    chunks.push(entry);
  }
  const end = Buffer.alloc(18);
  const list = Buffer.concat(directory);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...chunks, list, Buffer.from('PK\x05\x06', 'latin1'), end]));
}
