import { ArmillaryError } from '../../../../../contract/index.ts';

/** Larger files are not opened: reading takes about twice their size in memory. */
const largest = 256 * 1024 * 1024;
/** A PDF begins within so many bytes, and its end is marked within so many. */
const headLength = 1024;
const tailLength = 65_536;

/** Refuses what is no PDF, or only the beginning of one. */
export function checkWhole(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ArmillaryError('invalid', 'This file is empty. Nothing was imported.');
  if (bytes.length > largest) {
    throw new ArmillaryError('invalid', 'This PDF is larger than 256 MB. Nothing was imported. Split it, or save it without its images.');
  }
  const head = ascii(bytes.subarray(0, headLength));
  if (!head.includes('%PDF-')) {
    throw new ArmillaryError(
      'invalid',
      'This file is no PDF, whatever its name says. Nothing was imported. Give it the extension of what it is.',
    );
  }
  // A file made for the web says at its start how long it is.
  const stated = Number(/\/Linearized[^>]{0,200}?\/L\s+(\d{1,12})\b/.exec(head)?.[1] ?? 0);
  const tail = ascii(bytes.subarray(Math.max(0, bytes.length - tailLength)));
  if (bytes.length < stated || !/startxref|%%EOF/.test(tail)) {
    throw new ArmillaryError(
      'invalid',
      'This PDF is cut short: its end is missing. Nothing was imported. Get the whole file, then import it again.',
    );
  }
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
