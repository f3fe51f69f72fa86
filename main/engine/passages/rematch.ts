import { anchoredText, reanchor } from '../../../anchoring/index.ts';
import type { Passage, ReviewedPassage } from '../../../contract/index.ts';
import type { Tell } from '../jobs/tell.ts';

/** Where passages of a text stand in another, in the order given. */
export function rematch(before: string, passages: readonly Passage[], after: string, tell: Tell): ReviewedPassage[] {
  // Reading two books takes a second; nothing to find takes none.
  if (passages.length === 0) return [];
  const total = passages.length;
  const label = 'Finding the passages again';
  tell({ done: 0, total, label });
  const found = reanchor(before, passages, after, (done) => tell({ done, total, label }));
  const matches = new Map(found.map((match) => [match.id, match]));
  return passages.map(({ id: passageId, segments, quote, prefix, suffix }) => {
    const match = matches.get(passageId);
    if (match === undefined) throw new Error(`no answer for passage ${passageId}`);
    const candidates = match.candidates.map(({ segments: place, score }) => ({ ...anchoredText(after, place), score }));
    return {
      passageId,
      outcome: match.outcome,
      score: match.score,
      margin: Math.max(0, match.score - runnerUp(candidates, match.segments)),
      before: { segments, quote, prefix, suffix },
      after: match.segments.length === 0 ? null : anchoredText(after, match.segments),
      candidates,
    };
  });
}

interface Place {
  start: number;
  end: number;
}

/** The best score of a candidate that lies elsewhere than the place found. */
function runnerUp(candidates: readonly { segments: Place[]; score: number }[], found: readonly Place[]): number {
  const touches = (place: Place) => found.some(({ start, end }) => place.start < end && start < place.end);
  return Math.max(0, ...candidates.filter(({ segments }) => !segments.some(touches)).map(({ score }) => score));
}
