import { ArmillaryError } from '../../../../contract/index.ts';

/** What a file of up to a megabyte may take, and what each further megabyte adds. Milliseconds. */
const limitMs = 10_000;
const limitMsPerMegabyte = 3_000;

/** How long a processor may work on a file without anything coming of it, by the file's size in bytes. Milliseconds. */
export function timeLimit(size: number): number {
  return limitMs + limitMsPerMegabyte * Math.max(0, size / 1_000_000 - 1);
}

/** What a failed reading left as it was, said between what happened and what to do. */
type Kept = 'It was not imported' | 'Nothing was changed';

export function tooSlow(ms: number, kept: Kept = 'It was not imported'): ArmillaryError {
  return new ArmillaryError(
    'invalid',
    `Reading this file took more than ${Math.round(ms / 1000)} seconds and was stopped: it is damaged, or too complicated. ${kept}: save it anew in the program it comes from, or as plain text.`,
  );
}

export function tooMuchMemory(kept: Kept = 'It was not imported'): ArmillaryError {
  return new ArmillaryError(
    'unsupported',
    `Reading this file takes more memory than Armillary allows one file. ${kept}: split it, or save it as plain text.`,
  );
}

export function crashed(details: string): ArmillaryError {
  return new ArmillaryError(
    'internal',
    'Reading this file failed inside Armillary. It was not imported; the others are not affected.',
    details,
  );
}
