import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { ArmillaryError } from '../../../contract/index.ts';
import { sha256Of } from '../kernel/sha256.ts';

/** Higher ones take several times as long for a book, and save little on its JSON. */
const quality = 4;

/** A state as a version keeps it. */
export interface PackedState {
  /** Of its JSON. */
  sha256: string;
  state: Uint8Array;
}

export function packState(json: string): PackedState {
  const bytes = Buffer.from(json);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
  return { sha256: sha256Of(bytes), state: brotliCompressSync(bytes, { params }) };
}

/** Throws `corrupt`. */
export function unpackState(state: Uint8Array): string {
  try {
    return brotliDecompressSync(state).toString();
  } catch (error) {
    throw new ArmillaryError(
      'corrupt',
      'This version is damaged and cannot be opened. The document as it now is is not touched by it: choose another version.',
      String(error),
    );
  }
}
