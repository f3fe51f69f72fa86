import type { Row } from './shapes.ts';

/** Notes at a page's foot are set in type this much smaller than the text, or smaller still. */
const smallType = 0.93;

/** A column with the notes at its foot taken out. */
export interface WithNotes {
  rows: Row[];
  notes: Row[];
}

/** Takes the notes from a column's foot. `lowest`: the column stands below all others of its page. */
export function takeNotes(rows: readonly Row[], bodySize: number, lowest: boolean): WithNotes {
  let start = rows.length;
  while (start > 0 && (rows[start - 1]?.size ?? 0) <= bodySize * smallType) start -= 1;
  // A column all in small type is no note unless it stands across the foot of others, and notes begin with their mark.
  if ((start === 0 && !lowest) || start === rows.length) return { rows: [...rows], notes: [] };
  while (start < rows.length && noteMark(rows[start]) === null) start += 1;
  return { rows: rows.slice(0, start), notes: rows.slice(start) };
}

/** The mark a row of small type begins with, where it begins a note: `12`, `*`, a raised letter. */
export function noteMark(row: Row | undefined): string | null {
  const first = row?.segments[0]?.runs[0];
  if (row === undefined || first === undefined) return null;
  const raised = first.baseline < row.baseline - row.size * 0.1 && /^(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})$/u.test(first.text.trim());
  if (raised) return first.text.trim();
  const found = /^\s*(?:(\d{1,3}|[*†‡§¶]{1,3})[.)]?\s|([⁰¹²³⁴-⁹]{1,3}))/u.exec(row.text);
  return found?.[1] ?? found?.[2] ?? null;
}
