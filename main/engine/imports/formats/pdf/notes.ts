import type { Row } from './shapes.ts';

/** Notes at a page's foot are set in type this much smaller than the text, or smaller still. */
const smallType = 0.93;

/** A column with the notes at its foot taken out. */
export interface WithNotes {
  rows: Row[];
  notes: Row[];
}

/** Takes the notes from a column. `lowest`: the column stands below all others of its page. */
export function takeNotes(rows: readonly Row[], bodySize: number, lowest: boolean): WithNotes {
  const isSmall = (row: Row | undefined) => row !== undefined && row.size <= bodySize * smallType;
  let foot = rows.length;
  while (isSmall(rows[foot - 1])) foot -= 1;
  const kept: Row[] = [];
  const notes: Row[] = [];
  let inNote = false;
  rows.forEach((row, index) => {
    // At the foot any mark begins a note; above it, where a picture may stand below, a raised one.
    if (!isSmall(row)) inNote = false;
    else inNote ||= index >= foot ? noteMark(row) !== null : isRaised(row);
    // A column all in small type is no note unless it stands across the foot of others.
    (inNote && (foot > 0 || lowest) ? notes : kept).push(row);
  });
  return { rows: kept, notes };
}

/** The mark a row of small type begins with, where it begins a note: `12`, `*`, a raised letter. */
export function noteMark(row: Row | undefined): string | null {
  const first = row?.segments[0]?.runs[0];
  if (row === undefined || first === undefined) return null;
  if (isRaised(row)) return first.text.trim();
  const found = /^\s*(?:(\d{1,3}|[*†‡§¶]{1,3})[.)]?\s|([⁰¹²³⁴-⁹]{1,3}))/u.exec(row.text);
  return found?.[1] ?? found?.[2] ?? null;
}

/** Whether a row begins with a raised mark. */
function isRaised(row: Row): boolean {
  const first = row.segments[0]?.runs[0];
  if (first === undefined || first.baseline > row.baseline - row.size * 0.1) return false;
  return /^(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})$/u.test(first.text.trim());
}
