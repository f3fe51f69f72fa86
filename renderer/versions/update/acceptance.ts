import type { ApplyUpdate, PassageOutcome, PassagePlace, ReviewedPassage } from '../../../contract/index.ts';

/** Where a passage goes: to the place found for it, to one of its candidates (by its index), or nowhere. */
export type Choice = 'found' | 'detached' | number;

/** What was decided of passages, by id; of one that is not there nothing was, and it would become detached. */
export type Decisions = ReadonlyMap<string, Choice>;

/** What of the review is listed. */
export type ReviewFilter = 'all' | 'open' | PassageOutcome;

/** What a review begins with: passages that stand as they stood go along. */
export function firstDecisions(passages: readonly ReviewedPassage[]): Decisions {
  return new Map(passages.filter(({ outcome }) => outcome === 'kept').map(({ passageId }) => [passageId, 'found']));
}

/** What was decided of a passage; where there is no place to choose, there is nothing to decide. */
export function choiceOf(decisions: Decisions, passage: ReviewedPassage): Choice | undefined {
  const isNowhere = passage.after === null && passage.candidates.length === 0;
  return decisions.get(passage.passageId) ?? (isNowhere ? 'detached' : undefined);
}

/** The place a choice puts a passage in; null where it becomes detached. */
export function placeOf({ after, candidates }: ReviewedPassage, choice: Choice | undefined): PassagePlace | null {
  if (choice === undefined || choice === 'detached') return null;
  return choice === 'found' ? after : (candidates[choice] ?? null);
}

/** Places to choose besides the one found, with their indexes among the candidates. */
export function otherPlaces({ after, candidates }: ReviewedPassage): { index: number; place: ReviewedPassage['candidates'][number] }[] {
  const found = JSON.stringify(after?.segments);
  return candidates.flatMap((place, index) => (JSON.stringify(place.segments) === found ? [] : [{ index, place }]));
}

/** Passages nothing was decided of whose place has at least this score. */
export function acceptable(passages: readonly ReviewedPassage[], decisions: Decisions, score: number): ReviewedPassage[] {
  return passages.filter((passage) => passage.after !== null && passage.score >= score && choiceOf(decisions, passage) === undefined);
}

/** Accepts the places of all passages that are `acceptable`. What was decided stays. */
export function acceptFrom(passages: readonly ReviewedPassage[], decisions: Decisions, score: number): Decisions {
  const accepted = acceptable(passages, decisions, score).map(({ passageId }): [string, Choice] => [passageId, 'found']);
  return new Map([...decisions, ...accepted]);
}

/** How many passages get a place, how many get none, and how many wait to be decided of. */
export function tally(passages: readonly ReviewedPassage[], decisions: Decisions): { placed: number; detached: number; open: number } {
  const counts = { placed: 0, detached: 0, open: 0 };
  for (const passage of passages) {
    const choice = choiceOf(decisions, passage);
    counts[choice === undefined ? 'open' : choice === 'detached' ? 'detached' : 'placed'] += 1;
  }
  return counts;
}

export function countOutcomes(passages: readonly ReviewedPassage[]): Record<PassageOutcome, number> {
  const counts = { kept: 0, moved: 0, changed: 0, lost: 0 };
  for (const { outcome } of passages) counts[outcome] += 1;
  return counts;
}

export function filtered(passages: readonly ReviewedPassage[], decisions: Decisions, filter: ReviewFilter): readonly ReviewedPassage[] {
  if (filter === 'all') return passages;
  return passages.filter((passage) => (filter === 'open' ? choiceOf(decisions, passage) === undefined : passage.outcome === filter));
}

/** What `documents.applyUpdate` is told. */
export function accepted(passages: readonly ReviewedPassage[], decisions: Decisions): ApplyUpdate['accept'] {
  return passages.flatMap((passage) => {
    const place = placeOf(passage, choiceOf(decisions, passage));
    return place === null ? [] : [{ passageId: passage.passageId, segments: place.segments }];
  });
}
