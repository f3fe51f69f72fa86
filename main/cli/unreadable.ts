import { ArmillaryError } from '../../contract/index.ts';

/** Words for a path that could not be read. */
export function unreadable(path: string, error: unknown): ArmillaryError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new ArmillaryError('not-found', `There is nothing at ${path}.`);
  if (code === 'EACCES' || code === 'EPERM') return new ArmillaryError('storage', `${path} may not be read by this account.`);
  return new ArmillaryError('storage', `${path} could not be read.`, String(error));
}
