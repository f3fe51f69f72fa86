import { Credibility, credibilityMeanings, Reliability, reliabilityMeanings, type Source } from '../../../contract/index.ts';

/** A letter of the Admiralty scale, or none, as a form holds it. */
export type ReliabilityChoice = Reliability | 'none';
/** A digit of the Admiralty scale, or none, as a form holds it. */
export type CredibilityChoice = `${Credibility}` | 'none';

const notGraded = { id: 'none' as const, label: 'Not graded' };

export const reliabilityChoices: { id: ReliabilityChoice; label: string }[] = [
  notGraded,
  ...Reliability.options.map((id) => ({ id, label: `${id} – ${reliabilityMeanings[id]}` })),
];

export const credibilityChoices: { id: CredibilityChoice; label: string }[] = [
  notGraded,
  ...[...Credibility.values].map((digit) => ({ id: `${digit}` as const, label: `${digit} – ${credibilityMeanings[digit]}` })),
];

export function reliabilityOf(choice: ReliabilityChoice): Source['reliability'] {
  return choice === 'none' ? null : choice;
}

export function credibilityOf(choice: CredibilityChoice): Source['credibility'] {
  return choice === 'none' ? null : Credibility.parse(Number(choice));
}
