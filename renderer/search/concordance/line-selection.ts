/** Lines chosen in a list, by their keys, and the line from which a choice is extended. */
export interface LineSelection {
  keys: ReadonlySet<string>;
  from: number | null;
}

export const nothingSelected: LineSelection = { keys: new Set(), from: null };

/** Chooses a line, or no longer. */
export function toggled({ keys }: LineSelection, lines: readonly string[], at: number): LineSelection {
  const key = lines[at];
  if (key === undefined) return { keys, from: at };
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, from: at };
}

/** Chooses all lines from where the choice began, or from `at`, to another line; those beyond, that an earlier extension chose, are let go. */
export function extended({ keys, from }: LineSelection, lines: readonly string[], at: number, to: number): LineSelection {
  const start = from ?? at;
  const next = new Set(keys);
  for (const key of between(lines, start, at)) next.delete(key);
  for (const key of between(lines, start, to)) next.add(key);
  return { keys: next, from: start };
}

function between(lines: readonly string[], one: number, other: number): string[] {
  return lines.slice(Math.min(one, other), Math.max(one, other) + 1);
}
