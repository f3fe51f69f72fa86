import type { Credibility, Reliability } from '../../../contract/index.ts';
import { documentIdOf, sphereIdsNamed } from '../names.ts';
import { lines, type Outcome } from '../outcome.ts';
import { passageLines, shapePassages } from '../passage-shape.ts';
import type { Session } from '../session.ts';

export interface PassagesOptions {
  document?: string;
  sphere: string[];
  reliability?: Reliability[];
  credibility?: Credibility[];
  /** In EDTF. */
  from?: string;
  to?: string;
}

export async function listPassages({ engine }: Session, options: PassagesOptions): Promise<Outcome> {
  const { document, sphere, reliability, credibility, from, to } = options;
  const found = await engine.call('passages.list', {
    ...(document === undefined ? {} : { documentId: documentIdOf(document) }),
    sphereIds: await sphereIdsNamed(engine, sphere),
    ...(reliability === undefined ? {} : { reliabilities: reliability }),
    ...(credibility === undefined ? {} : { credibilities: credibility }),
    ...(from === undefined && to === undefined ? {} : { event: { ...(from && { from }), ...(to && { to }) } }),
  });
  const passages = await shapePassages(engine, found);
  return { json: { passages }, text: lines(passages.flatMap(passageLines)), done: true };
}
