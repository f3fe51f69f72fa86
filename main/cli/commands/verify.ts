import { documentIdOf } from '../names.ts';
import { lines, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

/** A document's kept file against the SHA-256 taken when it came in. */
export async function verify({ engine }: Session, { document }: { document: string }): Promise<Outcome> {
  const documentId = documentIdOf(document);
  const verified = await engine.call('documents.verify', { documentId });
  const words = verified.intact ? 'is byte for byte as it came in' : 'is not what came in: import it again from where it came';
  return { json: { documentId, ...verified }, text: lines([`The original ${words}  ${verified.sha256}`]), done: verified.intact };
}
