import type { AliasGroup, QueryProblem } from '../../contract/index.ts';
import { harmless, tell } from './outcome.ts';

/** Says what of a query was not understood; the rest was searched for. */
export function tellProblems(text: string, problems: readonly QueryProblem[]): void {
  for (const { start, end, message } of problems) tell(`${harmless(text.slice(start, end))}: ${message}`);
}

/** Says which other names were looked for too. */
export function tellAliases(aliases: readonly AliasGroup[], without: readonly string[]): void {
  for (const { id, names } of aliases) if (!without.includes(id)) tell(`Names that are one: ${harmless(names.join(', '))}`);
}
