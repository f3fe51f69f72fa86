import type { UpdateReview } from '../../../contract/index.ts';
import { runReading } from '../jobs/run.ts';
import type { Context } from '../kernel/context.ts';
import { listPassages } from '../passages/list.ts';
import type { NewTextFile } from './review-text.ts';
import { storedDocument } from './stored.ts';

interface Given {
  documentId: string;
  file: NewTextFile;
}

/** What a file would do to a document's passages were it its new text. Writes nothing. */
export async function reviewUpdate(context: Context, { documentId, file }: Given): Promise<UpdateReview> {
  const { text, language, revision } = storedDocument(context.db, documentId);
  const passages = listPassages(context.db, { documentId });
  return { revision, ...(await runReading(context, 'reviewText', file.bytes.byteLength, { file, before: text, language, passages })) };
}
