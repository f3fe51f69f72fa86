import { documentIdOf } from '../names.ts';
import type { Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

/** The text as it is, with nothing added: offsets count from its first character. */
export async function showText({ engine }: Session, { document }: { document: string }): Promise<Outcome> {
  const documentId = documentIdOf(document);
  const { text } = await engine.call('documents.text', { documentId });
  return { json: { documentId, text }, text, done: true };
}
