import { daysOf, type Parsed, type Result } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { passagesByIds } from './list.ts';

const setCredibility = statement<[number | null, string]>('UPDATE passages SET credibility = ? WHERE id = ?');
const setEvent = statement<[{ id: string; event: string | null; from: string | null; to: string | null }]>(
  'UPDATE passages SET event = @event, event_from = @from, event_to = @to WHERE id = @id',
);

/** Grades passages and dates what they report. Throws `not-found` where one is missing. */
export function gradePassages(context: Context, { passageIds, credibility, event }: Parsed<'passages.grade'>): Result<'passages.grade'> {
  const { db } = context;
  const { value: passages, step } = context.step(labelOf(passageIds.length), (change) => {
    passagesByIds(db, passageIds);
    const { from, to } = (event && daysOf(event)) || { from: null, to: null };
    for (const id of passageIds) {
      if (credibility !== undefined) setCredibility(db).run(credibility, id);
      if (event !== undefined) setEvent(db).run({ id, event, from, to });
    }
    change.changedPassages('passages', passageIds);
    return passagesByIds(db, passageIds);
  });
  return { passages, step };
}

function labelOf(count: number): string {
  return count === 1 ? 'Grade passage' : `Grade ${count} passages`;
}
