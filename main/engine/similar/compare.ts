import type { Parsed, Result } from '../../../contract/index.ts';
import { storedDocument } from '../documents/stored.ts';
import { runJob } from '../jobs/run.ts';
import type { Context } from '../kernel/context.ts';

/** Throws `not-found`. */
export async function compareDocuments(context: Context, { fromId, toId }: Parsed<'similar.compare'>): Promise<Result<'similar.compare'>> {
  const { text: from, language } = storedDocument(context.db, fromId);
  const { text: to } = storedDocument(context.db, toId);
  return { paragraphs: await runJob(context, 'compareTexts', from.length + to.length, { from, to, language }) };
}
