import { z } from 'zod';

/** Admiralty scale of a source's reliability (NATO STANAG 2511). */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Reliability = z.infer<typeof Reliability>;

/** Admiralty scale of the credibility of what is reported (NATO STANAG 2511). */
export const Credibility = z.literal([1, 2, 3, 4, 5, 6]);
export type Credibility = z.infer<typeof Credibility>;

/** What is known of a report by the two scales together. */
export interface Grade {
  reliability: Reliability | null;
  credibility: Credibility | null;
}

/** What each grade of a source means, in the scale's words. */
export const reliabilityMeanings: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};

/** What each grade of a report means, in the scale's words. */
export const credibilityMeanings: Readonly<Record<Credibility, string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};

/** A grade as it is written: `B2`, or what is known of it, `B` or `2`. Empty where nothing is. */
export function gradeText({ reliability, credibility }: Grade): string {
  return `${reliability ?? ''}${credibility ?? ''}`;
}

/** What a grade means, in the scale's words: `source usually reliable, probably true`. Empty where nothing is graded. */
export function gradeMeaning({ reliability, credibility }: Grade): string {
  const source = reliability === null ? [] : [`source ${reliabilityMeanings[reliability]}`];
  const report = credibility === null ? [] : [credibilityMeanings[credibility]];
  return [...source, ...report].join(', ');
}
