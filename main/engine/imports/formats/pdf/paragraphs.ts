import type { Hyphens } from './hyphens.ts';
import { type Marker, markerOf } from './markers.ts';
import { isBold, isWide, type Measure } from './measure.ts';
import { dropStart, joinLine, leaders, piecesOf, plainText } from './pieces.ts';
import type { Piece, Row, TextBlock } from './shapes.ts';

/** Type that differs by more is another block's. */
const otherSize = 1.07;
/** Lines farther apart than the usual, times this, are parted. */
const farther = 1.22;
/** Type this much larger than the text's is a heading's. */
const largeType = 1.15;
/** An indent is at least so wide, in ems. */
const indent = 0.7;

/** Where lines stand. */
export interface Setting {
  page: number;
  /** The left and right edges of their column. */
  start: number;
  edge: number;
  measure: Measure;
  hyphens: Hyphens;
}

/** Joins the lines of a column to paragraphs, headings and items of lists. */
export function paragraphsOf(rows: readonly Row[], setting: Setting): TextBlock[] {
  return stacksOf(rows, setting.measure).flatMap((stack) => {
    const edge = edgeOf(stack, setting);
    const groups: { rows: Row[]; marker: Marker | null }[] = [];
    stack.forEach((row, index) => {
      const group = groups.at(-1);
      const marker = isEntry(row) ? null : markerOf(row.text);
      if (group === undefined || partsFrom(group.rows, group.marker, row, marker, stack[index + 1], edge, setting.measure)) {
        groups.push({ rows: [row], marker });
      } else group.rows.push(row);
    });
    return groups.map((group) => toBlock(group.rows, group.marker, { ...setting, edge }));
  });
}

/** Lines of one size that follow each other without a gap that parts them for certain. */
function stacksOf(rows: readonly Row[], measure: Measure): Row[][] {
  const stacks: Row[][] = [];
  for (const row of rows) {
    const stack = stacks.at(-1);
    const before = stack?.at(-1);
    const largest = Math.max(row.size, before?.size ?? 0);
    const leading = isWide(row) ? measure.wideLeading : measure.leading;
    const reach = largest * (largest > measure.size * largeType ? Math.max(leading, 1.4) * 1.6 : leading * farther);
    const parted = before === undefined || isOtherSize(before, row) || row.baseline - before.baseline > reach;
    if (stack === undefined || parted) stacks.push([row]);
    else stack.push(row);
  }
  return stacks;
}

function isOtherSize(before: Row, row: Row): boolean {
  const ratio = row.size / before.size;
  return ratio > otherSize || ratio < 1 / otherSize;
}

/** Where lines are broken: at the column's edge, or at that of a narrower block that most of its lines reach. */
function edgeOf(stack: readonly Row[], { start, edge }: Setting): number {
  const furthest = Math.max(...stack.map(({ right }) => right));
  const reaching = stack.filter(({ right, size }) => right > furthest - 1.2 * size).length;
  const isBlock = stack.length > 2 && reaching > 1 && reaching * 2 >= stack.length - 1;
  return isBlock && furthest - start > (edge - start) / 2 ? furthest : edge;
}

/** Whether a line begins a new block. */
function partsFrom(
  group: readonly Row[],
  marker: Marker | null,
  row: Row,
  own: Marker | null,
  next: Row | undefined,
  edge: number,
  measure: Measure,
): boolean {
  const before = group.at(-1);
  if (before === undefined) return true;
  const em = Math.max(row.size, before.size);
  const ended = hasEnded(before, row, edge);
  if (own?.sure || isEntry(before)) return true;
  if (own !== null && (ended || /[.;:!?。；：]\s*$/u.test(before.text) || Math.abs(row.left - before.left) > indent * em)) return true;
  const isLarge = row.size > measure.size * largeType;
  if (isLarge) return isBold(row) !== isBold(before);
  if (isBold(before) && !isBold(row) && ended) return true;
  if (isCentred(before, row)) return false;
  if (ended) return true;
  if (row.rightToLeft) return before.right - row.right > indent * em && group.length > 1;
  const inwards = row.left - before.left;
  // A paragraph's first line is drawn in; of an entry that hangs, all others are.
  if (inwards > indent * em && marker === null) return endsSentence(before) && (next === undefined || next.left < row.left - 0.3 * em);
  return inwards < -indent * em && group.length > 1 && endsSentence(before);
}

/** A line of a table of contents: it ends with a page's number, after dots or a wide gap. */
export function isEntry(row: Row): boolean {
  const end = /(?:\d+|[ivxlc]+)$/u.test(row.text);
  if (end && leaders.test(row.text)) return true;
  const runs = row.segments.flatMap((segment) => segment.runs);
  const last = runs.at(-1);
  const before = runs.at(-2);
  return (
    end &&
    last !== undefined &&
    before !== undefined &&
    /^\s*(?:\d{1,4}|[ivxlc]+)$/u.test(last.text) &&
    last.left - before.right > 3 * row.size
  );
}

function endsSentence({ text }: Row): boolean {
  return /[.!?:;。！？：…][\s"'”’»)\]\d]*$/u.test(text);
}

/** Lines around one middle: the parts of a title. */
function isCentred(before: Row, row: Row): boolean {
  const aside = Math.abs(before.left + before.right - row.left - row.right) / 2;
  return aside < 0.3 * row.size && Math.abs(before.left - row.left) > 2 * row.size;
}

/** Whether the next line's first word would have fitted where a line ends, and no word is broken there. */
function hasEnded(before: Row, row: Row, edge: number): boolean {
  if (/\p{Ll}[-\u00ad‐]$/u.test(before.text) && /^\s*\p{Ll}/u.test(row.text)) return false;
  const word = /^\s*(\S+)/u.exec(row.text)?.[1] ?? '';
  const first = /^[\u2e80-\u30ff\u3400-\u9fff\uff00-\uff60]/u.test(word) ? 1.5 : word.length + 1;
  const advance = (row.right - row.left) / Math.max(1, row.text.length);
  const room = row.rightToLeft ? before.left - row.left : edge - before.right;
  return room > first * advance + row.size * 0.6;
}

function toBlock(rows: readonly Row[], marker: Marker | null, { page, start, edge, hyphens }: Setting): TextBlock {
  const pieces: Piece[] = [];
  for (const row of rows) joinLine(pieces, piecesOf(row), hyphens);
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) throw new Error('a block has at least one line');
  const isItem = marker !== null && marker.marker !== null;
  if (isItem) dropStart(pieces, marker.length);
  return {
    kind: 'text',
    pieces,
    size: Math.max(...rows.map(({ size }) => size)),
    bold: rows.every(isBold),
    left: first.left - start,
    lines: rows.length,
    marker: isItem ? marker.marker : null,
    level: 0,
    entry: isEntry(last),
    open: last.rightToLeft
      ? last.left - start < last.size * 2
      : edge - last.right < last.size * 2 || /[-\u00ad‐]$/u.test(plainText(pieces)),
    note: null,
    first: page,
    last: page,
  };
}
