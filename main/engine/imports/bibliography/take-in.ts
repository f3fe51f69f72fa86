import type { BibliographyItem, StepId } from '../../../../contract/index.ts';
import type { Context } from '../../kernel/context.ts';
import { toArmillaryError } from '../../kernel/errors.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import type { Line } from '../insert.ts';
import { importBibliography } from './import.ts';

/** What became of the references of a list, one line of the report each, and what takes them back. */
export interface TakenIn {
  lines: Line[];
  /** Null where nothing was changed. */
  step: StepId | null;
}

/**
 * Takes in a list of references that came among other files. Never throws: one that cannot be read is a line of the report.
 * Null where the caller cancelled, and so nothing was changed.
 */
export async function takeInReferences(context: Context, file: { name: string; bytes: Uint8Array }): Promise<TakenIn | null> {
  if (context.signal.aborted) return null;
  try {
    // How far the whole import is says who runs it.
    const { items, step } = await importBibliography({ ...context, progress: () => undefined }, file);
    const sha256 = sha256Of(file.bytes);
    return { lines: items.map((item) => lineOf(file.name, sha256, item)), step };
  } catch (error) {
    if (context.signal.aborted) return null;
    return { lines: [{ kind: 'failed', line: { name: file.name, error: toArmillaryError(error).toWire() } }], step: null };
  }
}

function lineOf(list: string, sha256: string, { key, title, outcome, documentId, fields, message }: BibliographyItem): Line {
  const name = key === '' ? list : `${list}, ${key}`;
  if (documentId === null) return { kind: 'failed', line: { name, error: { kind: 'invalid', message } } };
  if (outcome === 'made') return { kind: 'imported', line: { name, documentId, title, sha256, notices: [] } };
  if (outcome === 'filled') return { kind: 'filled', line: { name, documentId, title, fields } };
  return { kind: 'skipped', line: { name, documentId, reason: message || 'Its document says all of it already.' } };
}
