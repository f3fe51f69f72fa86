import { ArmillaryError, type Credibility, Id } from '../../../contract/index.ts';
import { lines, type Outcome } from '../outcome.ts';
import { passageLines, shapePassages } from '../passage-shape.ts';
import type { Session } from '../session.ts';

export interface GradeOptions {
  credibility?: Credibility | 'none';
  /** In EDTF, or `none`. */
  event?: string;
}

/** Grades passages and dates what they report. */
export async function grade({ engine }: Session, given: readonly string[], { credibility, event }: GradeOptions): Promise<Outcome> {
  const { passages } = await engine.call('passages.grade', {
    passageIds: given.map(passageIdOf),
    ...(credibility === undefined ? {} : { credibility: credibility === 'none' ? null : credibility }),
    ...(event === undefined ? {} : { event: event === 'none' ? null : event }),
  });
  const shaped = await shapePassages(engine, passages);
  return { json: { passages: shaped }, text: lines(shaped.flatMap(passageLines)), done: true };
}

function passageIdOf(given: string): string {
  const id = Id.safeParse(given);
  if (id.success) return id.data;
  throw new ArmillaryError('not-found', `There is no passage with the id ${given}. “armillary passages” lists them.`);
}
