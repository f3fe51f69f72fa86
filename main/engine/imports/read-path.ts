import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { ArmillaryError } from '../../../contract/index.ts';
import { boundSize } from './kind.ts';

/** Opening a named pipe would otherwise wait for somebody to write into it. Windows has no such flag. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a file, whole and of one moment. Throws an `ArmillaryError` where it is gone, may not be read, is bigger than
 * its kind may be (without reading it), or was written to meanwhile.
 */
export function readPath(path: string): Uint8Array {
  let handle: number | null = null;
  try {
    handle = openSync(path, openFlags);
    const before = fstatSync(handle);
    if (!before.isFile()) throw new ArmillaryError('unsupported', 'This is neither a file nor a folder. It was not imported.');
    boundSize(path, before.size);
    const bytes = readWhole(handle, before.size);
    if (bytes.byteLength !== before.size || !isSame(before, fstatSync(handle))) throw changed();
    return bytes;
  } catch (error) {
    throw error instanceof ArmillaryError ? error : unreadable(error);
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** Up to `size` bytes; a file that grew is known by its new size, one that shrank by what could be read. */
function readWhole(handle: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let read = 0;
  while (read < size) {
    const more = readSync(handle, bytes, read, size - read, read);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
}

function isSame(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs;
}

function changed(): ArmillaryError {
  return new ArmillaryError(
    'conflict',
    'This file was being written to while it was read. It was not imported: wait until it is finished and import it again.',
  );
}

/** Words for a file or folder that could not be read. */
export function unreadable(error: unknown): ArmillaryError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new ArmillaryError('not-found', 'There is nothing of that name, or it was moved or deleted meanwhile.');
  if (code === 'EACCES' || code === 'EPERM') {
    return new ArmillaryError('storage', 'This may not be read by this account. Change its permissions and import it again.');
  }
  return new ArmillaryError('storage', 'This could not be read. Check that its disk is there and import it again.', String(error));
}
