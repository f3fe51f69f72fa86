import type { Database } from 'better-sqlite3';
import { ArmillaryError, type Parsed, type TextReplaced, type UpdateReview } from '../../../contract/index.ts';
import { runReading } from '../jobs/run.ts';
import type { Context } from '../kernel/context.ts';
import { applyUpdate } from './apply.ts';
import { originalInfo, originalRowOf, readOriginal } from './originals.ts';
import { reviewUpdate } from './review.ts';
import type { Names, NewTextFile } from './review-text.ts';
import { storedDocument } from './stored.ts';
import { updateDocument } from './update.ts';

/** What another encoding of the kept file would do to a document's passages. Writes nothing. */
export function reviewReread(context: Context, { documentId, encoding }: Parsed<'documents.previewReread'>): Promise<UpdateReview> {
  return reviewUpdate(context, { documentId, file: { ...keptText(context.db, documentId), encoding } });
}

/**
 * Gives a document the text of its kept file in another encoding, and its passages the accepted places. Its title and
 * language follow where they are still those of the reading before.
 */
export async function reread(context: Context, given: Parsed<'documents.reread'>): Promise<TextReplaced> {
  const { documentId, baseRevision, encoding, accept } = given;
  const file = keptText(context.db, documentId);
  const names = await runReading(context, 'namesInEncodings', file.bytes.byteLength, { file, encodings: [file.encoding, encoding] });
  return applyUpdate(
    context,
    { documentId, baseRevision, file: { ...file, encoding }, accept },
    {
      label: 'Text in another encoding',
      also: () => follow(context, documentId, names),
    },
  );
}

function follow(context: Context, documentId: string, [was, is]: readonly Names[]): void {
  if (was === undefined || is === undefined) return;
  const { title, language } = storedDocument(context.db, documentId);
  const changed = {
    ...(title === was.title && is.title !== title && { title: is.title }),
    ...(language === was.language && is.language !== language && { language: is.language }),
  };
  if (Object.keys(changed).length > 0) updateDocument(context, { documentId, ...changed });
}

/** The kept file and what it was read in. Throws where there is none, or where it says itself how its text is written. */
function keptText(db: Database, documentId: string): NewTextFile & { encoding: string } {
  const { title } = storedDocument(db, documentId);
  const row = originalRowOf(db, documentId);
  const info = originalInfo(db, row);
  const original = readOriginal(db, row);
  if (info === null || original === null) {
    throw new ArmillaryError('not-found', `“${title}” was written or pasted here: there is no original file to read anew.`);
  }
  if (info.encoding === null || info.part !== '') {
    throw new ArmillaryError(
      'unsupported',
      `“${title}” comes from a file that says itself how its text is written. There is no other encoding to choose.`,
    );
  }
  return { name: original.name, bytes: new Uint8Array(original.bytes), encoding: info.encoding };
}
