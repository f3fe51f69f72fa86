import { rowsOf } from './segments.ts';
import type { Row, Segment } from './shapes.ts';

/** A gutter narrower than this is a gap between words; in points. */
const narrowestGutter = 8;
/** Columns have at least so many lines. */
const fewestLines = 3;
/** A column's lines hold at least so many characters; labels and numbers in front of lines hold fewer. */
const fewestCharacters = 12;
/** How full a column's lines are of its width. Cells of a table are mostly not. */
const prose = 0.6;

/** The parts of a page that are read one after the other, each from the top down: columns, and what stands across them. */
export function columnsOf(segments: readonly Segment[]): Row[][] {
  return split(segments, 0).map(rowsOf);
}

function split(segments: readonly Segment[], depth: number): Segment[][] {
  if (segments.length < 2 * fewestLines || depth > 6) return [[...segments]];
  let best: { bands: Band[]; lines: number } | null = null;
  for (const gutter of guttersOf(segments)) {
    const bands = bandsAt(segments, gutter);
    const lines = bands.reduce((sum, band) => sum + (band.columns ? band.left.length + band.right.length : 0), 0);
    if (lines > (best?.lines ?? 0)) best = { bands, lines };
  }
  if (best === null) return [[...segments]];
  return mergeWhole(best.bands).flatMap((band) =>
    band.columns ? [...split(band.left, depth + 1), ...split(band.right, depth + 1)] : [[...band.left, ...band.across, ...band.right]],
  );
}

/** Middles of the stretches that few lines cross. */
function guttersOf(segments: readonly Segment[]): number[] {
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  const width = Math.ceil(right - left);
  if (width < 4 * narrowestGutter || width > 20_000) return [];
  const crossings = new Uint32Array(width + 1);
  for (const segment of segments) {
    const end = Math.min(width, Math.ceil(segment.right - left));
    for (let at = Math.max(0, Math.floor(segment.left - left)); at < end; at += 1) crossings[at] = (crossings[at] ?? 0) + 1;
  }
  const most = Math.max(...crossings);
  // Ragged lines and titles cross a gutter; a column of few lines is no gutter.
  const places = [most * 0.4, 2 + most * 0.05].flatMap((few) => clearings(crossings, few));
  return [...new Set(places)].map((place) => left + place);
}

/** Middles of the stretches that no more than `few` lines cross, but for those at the sides. */
function clearings(crossings: Uint32Array, few: number): number[] {
  const middles: number[] = [];
  let start = 0;
  crossings.forEach((count, at) => {
    if (count <= few && at < crossings.length - 1) return;
    if (at - start >= narrowestGutter && start > 0 && at < crossings.length - 1) middles.push(clearest(crossings, start, at));
    start = at + 1;
  });
  return middles;
}

/** Within such a stretch, where the fewest lines cross, give or take a page number. */
function clearest(crossings: Uint32Array, start: number, end: number): number {
  const least = Math.min(...crossings.subarray(start, end)) + Math.max(...crossings) * 0.05;
  let best = { from: start, length: 0 };
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && (crossings[at] ?? 0) <= least) continue;
    if (at - from > best.length) best = { from, length: at - from };
    from = at + 1;
  }
  return best.from + best.length / 2;
}

/** A stretch of the page from the top down, of columns or of what stands across them. */
interface Band {
  columns: boolean;
  left: Segment[];
  right: Segment[];
  across: Segment[];
}

function bandsAt(segments: readonly Segment[], gutter: number): Band[] {
  const bands: Band[] = [];
  let band: Band = { columns: false, left: [], right: [], across: [] };
  const end = () => {
    if (band.left.length + band.right.length + band.across.length > 0) bands.push(band);
    band = { columns: false, left: [], right: [], across: [] };
  };
  const crossing = segments.filter(({ left, right }) => left < gutter && gutter < right);
  for (const segment of [...segments].sort((one, other) => one.baseline - other.baseline)) {
    // What shares a line with what stands across belongs to it: a note's number, say.
    const crosses = crossing.some((other) => Math.abs(other.baseline - segment.baseline) < segment.size / 4);
    if (crosses !== band.across.length > 0) end();
    if (crosses) band.across.push(segment);
    else (segment.right <= gutter ? band.left : band.right).push(segment);
  }
  end();
  for (const each of bands) each.columns = areColumns(each, gutter);
  return bands;
}

function areColumns({ left, right }: Band, gutter: number): boolean {
  const sides = [rowsOf(left), rowsOf(right)];
  if (sides.some((rows) => rows.length < fewestLines)) return false;
  const gap = Math.min(...right.map((segment) => segment.left)) - Math.max(...left.map((segment) => segment.right));
  if (gap < narrowestGutter || gutter <= 0) return false;
  if (sides.some((rows) => average(rows.map(({ text }) => text.length)) < fewestCharacters)) return false;
  const filled = sides.map((rows) => {
    const width = Math.max(...rows.map((row) => row.right)) - Math.min(...rows.map((row) => row.left));
    return average(rows.map((row) => (row.right - row.left) / width));
  });
  const lines = Math.min(...sides.map((rows) => rows.length));
  const sideOf = new Map([...left.map((segment) => [segment, 0] as const), ...right.map((segment) => [segment, 1] as const)]);
  const drawn = [...sideOf].sort(([one], [other]) => one.order - other.order).map(([, side]) => side);
  const changes = drawn.filter((side, index) => index > 0 && side !== drawn[index - 1]).length;
  // A program draws one column after the other, but a table row by row.
  if (changes <= Math.max(1, lines / 4)) return filled.every((share) => share > prose / 2);
  // Recognised pages are drawn line by line across both columns.
  return lines >= 6 && changes > 1.5 * lines && filled.every((share) => share > prose + 0.2);
}

/** Neighbouring bands that are not columns, in one. */
function mergeWhole(bands: readonly Band[]): Band[] {
  const merged: Band[] = [];
  for (const band of bands) {
    const last = merged.at(-1);
    if (last === undefined || last.columns || band.columns) merged.push({ ...band });
    else {
      last.left = [...last.left, ...band.left];
      last.right = [...last.right, ...band.right];
      last.across = [...last.across, ...band.across];
    }
  }
  return merged;
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
