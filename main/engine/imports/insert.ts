import type { ImportReport } from '../../../contract/index.ts';
import { findBySha256, findPart, insertWorkedOut } from '../documents/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import type { AnalysedDocument } from '../search/index.ts';
import { otherReadings, replaceReadings } from './other-readings.ts';
import type { Outcome } from './prepared.ts';

/** What became of a file or of one of those in it: one line of the report. */
export type Line =
  | { kind: 'imported'; line: ImportReport['imported'][number] }
  | { kind: 'filled'; line: NonNullable<ImportReport['filled']>[number] }
  | { kind: 'skipped'; line: ImportReport['skipped'][number] }
  | { kind: 'failed'; line: ImportReport['failed'][number] };

/** A document to add, or why there is none. */
export interface ToInsert {
  name: string;
  outcome: Exclude<Outcome, { kind: 'references' }>;
  /** What the document comes from. */
  bytes: Uint8Array | null;
}

export interface Inserted {
  line: Line;
  /** What the full-text index is still to take in. */
  toIndex: AnalysedDocument | null;
}

/**
 * Adds what a reader made of a file, in a transaction of the caller's; what is there already is skipped. Null where the
 * file must be read after all: the notebook had it when the import began, and has it no more.
 */
export function insertItem(context: Context, change: Change, { name, outcome, bytes }: ToInsert): Inserted | null {
  if (outcome.kind === 'failed') return { line: { kind: 'failed', line: { name, error: outcome.error } }, toIndex: null };
  if (outcome.kind === 'known') {
    const there = findBySha256(context.db, outcome.sha256);
    return there === null ? null : skipped(name, there);
  }
  const { said, isChosen, document: prepared } = outcome;
  const { index, original, ...document } = prepared;
  const { sha256, part, readAs } = original;
  const there = part === '' ? findBySha256(context.db, sha256) : findPart(context.db, sha256, part, isChosen ? readAs : null);
  if (there !== null) return skipped(name, there);
  if (bytes === null) throw new Error(`the bytes of ${name} are missing`);
  const others = !isChosen ? [] : otherReadings(context.db, sha256, part);
  const { id, n } = insertWorkedOut(context, change, { ...document, original: { ...original, name, bytes } });
  const notices = [...said, ...replaceReadings(context, change, others, id)];
  const line: Line = { kind: 'imported', line: { name, documentId: id, title: document.title, sha256, notices } };
  return { line, toIndex: { n, ...index } };
}

interface There {
  documentId: string;
  title: string;
  deletedAt: string | null;
}

function skipped(name: string, { documentId, title, deletedAt }: There): Inserted {
  const reason =
    deletedAt === null
      ? `The same file is in the notebook already, as “${title}”.`
      : `The same file lies in the bin as “${title}”. Restore it there.`;
  return { line: { kind: 'skipped', line: { name, reason, documentId } }, toIndex: null };
}
