import type { Source } from '../../contract/index.ts';

/** A grade of the Admiralty scale, or none. */
export type Grade = NonNullable<Source['reliability']> | 'none';

const meanings: Record<Grade, string> = {
  none: 'Not graded',
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Cannot be judged',
};

const grades: readonly Grade[] = ['none', 'A', 'B', 'C', 'D', 'E', 'F'];

export const gradeChoices = grades.map((id) => ({ id, label: id === 'none' ? meanings.none : `${id} – ${meanings[id]}` }));

export function gradeOf(reliability: Source['reliability']): Grade {
  return reliability ?? 'none';
}

export function reliabilityOf(grade: Grade): Source['reliability'] {
  return grade === 'none' ? null : grade;
}
