import type { Parsed, Result } from '../../../contract/index.ts';
import { ArmillaryError } from '../../../contract/index.ts';
import { storedDocument } from '../documents/stored.ts';
import { runJob } from '../jobs/run.ts';
import type { Context } from '../kernel/context.ts';
import type { ComparedText } from './compare-texts.ts';
import { packedState, versionSummary } from './read.ts';

/** Throws `invalid` where a version is another document's. */
export async function compareVersions(
  context: Context,
  { documentId, from, to }: Parsed<'versions.compare'>,
): Promise<Result<'versions.compare'>> {
  const { db } = context;
  const { text, language } = storedDocument(db, documentId);
  const given = (versionId: string | null): ComparedText => {
    if (versionId === null) return text;
    if (versionSummary(db, versionId).documentId !== documentId) {
      throw new ArmillaryError('invalid', 'This version is one of another document. Choose two of the same.', versionId);
    }
    return packedState(db, versionId);
  };
  const paragraphs = await runJob(context, 'compareTexts', 2 * text.length, { from: given(from), to: given(to), language });
  return { paragraphs };
}
