import { ArmillaryError, type Parsed, type TextReplaced } from '../../../contract/index.ts';
import { runReading } from '../jobs/run.ts';
import type { Context } from '../kernel/context.ts';
import { passageIdsOf } from '../passages/project.ts';
import { replaceText } from '../versions/replace.ts';
import { setOriginal } from './originals.ts';
import type { NewTextFile } from './review-text.ts';
import { requireRevision, storedDocument } from './stored.ts';

type ApplyUpdate = Parsed<'documents.applyUpdate'> & { file: NewTextFile };

/** What the step is called, and what else is part of it. */
interface How {
  label: string;
  also(): void;
}

const fromFile: How = { label: 'New text from a file', also: () => undefined };

/** Gives a document the text of a file and its passages the accepted places. Its title, source and language stay. */
export async function applyUpdate(
  context: Context,
  { documentId, baseRevision, file, accept }: ApplyUpdate,
  { label, also }: How = fromFile,
): Promise<TextReplaced> {
  const stored = storedDocument(context.db, documentId);
  requireRevision(stored, baseRevision);
  requirePassages(context, documentId, accept);
  const { replacement, original } = await runReading(context, 'textOfFile', file.bytes.byteLength, { present: stored, file, accept });
  context.signal.throwIfAborted();
  const { value, step } = context.step(label, (change) => {
    const now = storedDocument(context.db, documentId);
    requireRevision(now, baseRevision);
    requirePassages(context, documentId, accept);
    const replaced = replaceText(context, change, now, { replacement, kind: 'before-update' });
    setOriginal(context, change, documentId, { ...original, bytes: file.bytes });
    also();
    return replaced;
  });
  return { ...value, step };
}

function requirePassages({ db }: Context, documentId: string, accept: ApplyUpdate['accept']): void {
  const known = passageIdsOf(db, documentId);
  if (accept.every(({ passageId }) => known.has(passageId))) return;
  throw new ArmillaryError(
    'not-found',
    'One of these passages is no longer in the document: it was removed elsewhere. Nothing was changed: choose the file again.',
  );
}
