import { documentIdOf, sphereIdsNamed } from '../names.ts';
import { lines, type Outcome } from '../outcome.ts';
import { passageLines, shapePassages } from '../passage-shape.ts';
import type { Session } from '../session.ts';

export async function listPassages({ engine }: Session, { document, sphere }: { document?: string; sphere: string[] }): Promise<Outcome> {
  const found = await engine.call('passages.list', {
    ...(document === undefined ? {} : { documentId: documentIdOf(document) }),
    sphereIds: await sphereIdsNamed(engine, sphere),
  });
  const passages = await shapePassages(engine, found);
  return { json: { passages }, text: lines(passages.flatMap(passageLines)), done: true };
}
