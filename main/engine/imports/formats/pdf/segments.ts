import type { Row, Run, Segment } from './shapes.ts';

/** Wider than this, a gap parts columns or cells rather than words. In ems; justified lines stay below it. */
const wideGap = 1;
/** Closer than this, a run goes on with the word before it, in ems. */
export const wordGap = 0.1;

/** Puts runs that are drawn one after the other on a line together. */
export function segmentsOf(runs: readonly Run[]): Segment[] {
  const segments: Segment[] = [];
  const recent: Run[] = [];
  for (const run of runs) {
    // Some programs draw bold by drawing twice, a little aside.
    if (recent.some((other) => isTwin(run, other))) continue;
    recent.push(run);
    if (recent.length > 4) recent.shift();
    const last = segments.at(-1);
    const before = last?.runs.at(-1);
    if (last !== undefined && before !== undefined && isSameLine(last, run) && isNear(before, run)) extend(last, run);
    else segments.push({ runs: [run], left: run.left, right: run.right, baseline: run.baseline, size: run.size, order: run.order });
  }
  return segments;
}

function isTwin(run: Run, other: Run): boolean {
  const aside = run.size * 0.15;
  return run.text === other.text && Math.abs(run.left - other.left) < aside && Math.abs(run.baseline - other.baseline) < aside;
}

function isNear(before: Run, run: Run): boolean {
  const em = Math.max(before.size, run.size);
  const gap = run.left - before.right;
  // Right-to-left text is drawn either way.
  const gapBack = before.left - run.right;
  return (gap > -0.5 * em && gap < wideGap * em) || (isRightToLeft(run.text) && gapBack > -0.5 * em && gapBack < wideGap * em);
}

function extend(segment: Segment, run: Run): void {
  segment.runs.push(run);
  segment.left = Math.min(segment.left, run.left);
  segment.right = Math.max(segment.right, run.right);
  const main = mainRun(segment.runs);
  segment.size = main.size;
  segment.baseline = main.baseline;
}

/** The run of the size that most letters have. */
function mainRun(runs: readonly Run[]): Run {
  const letters = new Map<number, { count: number; run: Run }>();
  for (const run of runs) {
    const size = Math.round(run.size * 2);
    const known = letters.get(size) ?? { count: 0, run };
    known.count += run.text.trim().length;
    letters.set(size, known);
  }
  const [first, ...rest] = letters.values();
  if (first === undefined) throw new Error('a segment has at least one run');
  return rest.reduce((most, entry) => (entry.count > most.count ? entry : most), first).run;
}

/** The height of a line over which letters reach, from its top to below the baseline. */
function band({ baseline, size }: { baseline: number; size: number }): { top: number; bottom: number } {
  return { top: baseline - 0.75 * size, bottom: baseline + 0.2 * size };
}

/** Whether two pieces of text share a line: raised and lowered ones do with the text they belong to. */
export function isSameLine(one: { baseline: number; size: number }, other: { baseline: number; size: number }): boolean {
  const alike = Math.min(one.size, other.size) > 0.85 * Math.max(one.size, other.size);
  if (alike) return Math.abs(one.baseline - other.baseline) < 0.25 * one.size;
  const a = band(one);
  const b = band(other);
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** The lines that segments make, from the top down. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  const lines: Segment[][] = [];
  for (const segment of [...segments].sort((one, other) => one.baseline - other.baseline || one.left - other.left)) {
    const line = lines.slice(-3).find((candidate) => isSameLine(largest(candidate), segment));
    if (line === undefined) lines.push([segment]);
    else line.push(segment);
  }
  return lines.map(toRow).sort((one, other) => one.baseline - other.baseline);
}

function largest(segments: readonly Segment[]): Segment {
  return segments.reduce((most, segment) => (segment.size > most.size ? segment : most));
}

function toRow(segments: readonly Segment[]): Row {
  const rightToLeft = isRightToLeft(segments.map(({ runs }) => runs.map(({ text }) => text).join('')).join(''));
  const ordered = [...segments].sort((one, other) => (rightToLeft ? other.right - one.right : one.left - other.left));
  const { size, baseline } = mainRun(ordered.flatMap(({ runs }) => runs));
  return {
    segments: ordered,
    left: Math.min(...ordered.map(({ left }) => left)),
    right: Math.max(...ordered.map(({ right }) => right)),
    baseline,
    size,
    text: ordered.map(segmentText).join(' ').trim(),
    rightToLeft,
  };
}

export function segmentText({ runs }: Segment): string {
  return runs.map((run, index) => (isSpaced(runs[index - 1], run) ? ` ${run.text}` : run.text)).join('');
}

/** Whether a space stands between two neighbours of a line. */
export function isSpaced(before: Run | undefined, run: Run): boolean {
  if (before === undefined || /\s$/.test(before.text) || /^\s/.test(run.text)) return false;
  if (/^[\d.]+\d$/.test(before.text) && /^\p{Lu}/u.test(run.text)) return true;
  const gap = Math.max(run.left - before.right, before.left - run.right);
  // What is drawn over the end of a cell that is too narrow for it.
  if (gap < -0.5 * Math.max(before.size, run.size)) return true;
  return run.spaced || gap > wordGap * Math.max(before.size, run.size);
}

export function isRightToLeft(text: string): boolean {
  const backward = text.match(/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu)?.length ?? 0;
  return backward > 0 && backward * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}
