import { ArmillaryError, type Credibility, Id } from '../../../contract/index.ts';
import { lines, type Outcome } from '../outcome.ts';
import { passageLines, shapePassages } from '../passage-shape.ts';
import type { Session } from '../session.ts';

export interface GradeOptions {
  /** Null: none of its own. */
  credibility?: Credibility | null;
  /** In EDTF; null: none. */
  event?: string | null;
}

/** Grades passages and dates what they report. */
export async function grade({ engine }: Session, given: readonly string[], options: GradeOptions): Promise<Outcome> {
  const { passages } = await engine.call('passages.grade', { passageIds: given.map(passageIdOf), ...options });
  const shaped = await shapePassages(engine, passages);
  return { json: { passages: shaped }, text: lines(shaped.flatMap(passageLines)), done: true };
}

function passageIdOf(given: string): string {
  const id = Id.safeParse(given);
  if (id.success) return id.data;
  throw new ArmillaryError('not-found', `There is no passage with the id ${given}. “armillary passages” lists them.`);
}
