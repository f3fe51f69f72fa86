import { ArmillaryError, type WireError } from '../../contract/index.ts';

/** What a window is told of a failure. What nobody foresaw goes to the log whole and to the window without its stack. */
export function toWireError(error: unknown): WireError {
  if (error instanceof ArmillaryError) return error.toWire();
  console.error('armillary:', error);
  const details = error instanceof Error ? error.message : String(error);
  return { kind: 'internal', message: 'Something went wrong in Armillary itself. What was saved is on disk. Try again.', details };
}
