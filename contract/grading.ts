import { z } from 'zod';

/** Admiralty scale of a source's reliability (NATO STANAG 2511). */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Reliability = z.infer<typeof Reliability>;

/** Admiralty scale of the credibility of what is reported (NATO STANAG 2511). */
export const Credibility = z.literal([1, 2, 3, 4, 5, 6]);
export type Credibility = z.infer<typeof Credibility>;

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
