import type { QueryProblem } from '../../contract/index.ts';
import { harmless, tell } from './outcome.ts';

/** Says what of a query was not understood; the rest was searched for. */
export function tellProblems(text: string, problems: readonly QueryProblem[]): void {
  for (const { start, end, message } of problems) tell(`${harmless(text.slice(start, end))}: ${message}`);
}
