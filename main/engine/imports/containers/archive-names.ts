import { detectEncoding } from '../encodings/detect-encoding.ts';
import { decodeAs } from '../encodings/encodings.ts';

/** What Windows and old programs wrote names in, where they did not write DOS's own code page. */
const encodings: ReadonlySet<string> = new Set(['ibm866', 'windows-1251', 'gb18030', 'big5', 'shift_jis', 'euc-kr']);
/** Below this, a name is left as DOS would have shown it. */
const sureEnough = 0.55;

/** A name of a file in an archive that does not say what it is written in: in the letters of a country, or null. */
export function nameInLetters(raw: Uint8Array): string | null {
  // The extension says nothing, and there are few letters to go by.
  const end = raw.lastIndexOf(0x2e);
  const found = detectEncoding(end > 0 ? raw.subarray(0, end) : raw);
  return found !== null && encodings.has(found.encoding) && found.confidence >= sureEnough ? decodeAs(raw, found.encoding) : null;
}
