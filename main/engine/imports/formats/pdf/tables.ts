import { markerOf } from './markers.ts';
import type { Measure } from './measure.ts';
import type { Setting } from './paragraphs.ts';
import { joinLine, piecesOf } from './pieces.ts';
import type { Piece, Row, Run, TableBlock } from './shapes.ts';

/** Cells of a row stand at least so far apart, in ems. */
const cellGap = 1.6;
/** Where a column is known to begin, so far. */
const startGap = 0.3;
/** Lines of a cell are no farther apart than the usual times this. */
const farther = 1.3;

interface Cell extends Extent {
  runs: Run[];
}

/** A row's cells; one where nothing parts it. Where columns are known to begin, a narrower gap parts them too. */
function cellsOf(row: Row, { starts, ends }: Borders = { starts: [], ends: [] }): Cell[] {
  const cells: Cell[] = [];
  for (const run of row.segments.flatMap(({ runs }) => runs)) {
    const last = cells.at(-1);
    const gap = last === undefined ? 0 : Math.max(run.left - last.right, last.left - run.right) / row.size;
    const isNear = (place: number, other: number) => Math.abs(place - other) < row.size / 4;
    const begins =
      gap > startGap && (starts.some((start) => isNear(start, run.left)) || ends.some((end) => isNear(end, last?.right ?? run.left)));
    if (last === undefined || gap > cellGap || begins) cells.push({ runs: [run], left: run.left, right: run.right });
    else {
      last.runs.push(run);
      last.left = Math.min(last.left, run.left);
      last.right = Math.max(last.right, run.right);
    }
  }
  return cells;
}

/** Whether a row may be one of a table: of several cells that are no label and its text, and no line of a table of contents. */
function isTabular(row: Row, setting: Setting): boolean {
  const cells = cellsOf(row);
  if (cells.length < 2 || isStretched(row, setting) || isDotted(row)) return false;
  const label = cells[0]?.runs.map(({ text }) => text).join('') ?? '';
  return cells.length > 2 || !(markerOf(`${label.trim()} x`) !== null || /^[\divxlcA-Z.]{1,6}$/u.test(label.trim()));
}

/** Whether dots lead through a line: it is of a table of contents. */
function isDotted({ text }: Row): boolean {
  return /(?:\s?[.·…]){4,}/u.test(text);
}

/** Whether a line of words was set to its column's full width: its gaps are wide, but all alike. */
function isStretched(row: Row, { start, edge }: Setting): boolean {
  if (Math.abs(row.right - edge) > 2 || row.left - start > 4 * row.size) return false;
  const runs = row.segments.flatMap((segment) => segment.runs);
  const gaps = runs.flatMap((run, index) => {
    const before = runs[index - 1];
    const gap = before === undefined ? 0 : run.left - before.right;
    return gap > 0.15 * row.size ? [gap] : [];
  });
  return Math.max(...gaps) - Math.min(...gaps) < 0.4 * row.size;
}

/** How many rows from `start` on make a table; 0 where none begins there. */
export function tableLength(rows: readonly Row[], start: number, setting: Setting): number {
  const { measure } = setting;
  const first = rows[start];
  if (first === undefined || !isTabular(first, setting)) return 0;
  let end = start + 1;
  let tabular = 1;
  for (let at = start + 1; at < rows.length; at += 1) {
    const row = rows[at];
    const before = rows[at - 1];
    if (row === undefined || before === undefined || isDotted(row)) break;
    const near = row.baseline - before.baseline < measure.leading * farther * row.size;
    if (isTabular(row, setting) && isAligned(rows.slice(start, at), row) && row.baseline - before.baseline < 4 * row.size) {
      tabular += 1;
      end = at + 1;
    } else if (near && isAligned(rows.slice(start, end), row)) continue;
    else break;
  }
  // Lines of cells that go on below the last row of several.
  while (end < rows.length && isContinuation(rows, start, end, measure)) end += 1;
  const widest = Math.max(...rows.slice(start, end).map((row) => cellsOf(row).length));
  return tabular >= 3 || (tabular >= 2 && widest > 2) ? end - start : 0;
}

function isContinuation(rows: readonly Row[], start: number, at: number, measure: Measure): boolean {
  const row = rows[at];
  const before = rows[at - 1];
  const first = rows[start];
  if (row === undefined || before === undefined || first === undefined) return false;
  return (
    row.baseline - before.baseline < measure.leading * farther * row.size &&
    row.left > first.left + 2 * row.size &&
    isAligned(rows.slice(start, at), row)
  );
}

/** Whether each cell begins, ends or has its middle where a cell above has. */
function isAligned(above: readonly Row[], row: Row): boolean {
  const cells = above.slice(-12).flatMap((other) => cellsOf(other));
  const aside = 0.6 * row.size;
  const aligned = cellsOf(row).filter((cell) =>
    cells.some(
      ({ left, right }) =>
        Math.abs(left - cell.left) < aside ||
        Math.abs(right - cell.right) < aside ||
        Math.abs(left + right - cell.left - cell.right) < aside,
    ),
  );
  return aligned.length * 2 > cellsOf(row).length;
}

/** A cell with its lines, from the top down. */
interface WholeCell extends Extent {
  column: number;
  lines: { row: Row; runs: Run[] }[];
}

/** Puts the cells of rows under each other. */
export function toTable(rows: readonly Row[], { page, measure, hyphens }: Setting): TableBlock {
  const borders = bordersOf(rows);
  const split = rows.map((row) => ({ row, cells: cellsOf(row, borders) }));
  const columns = columnsOf(split.map(({ cells }) => cells));
  const table: Piece[][][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const cell of wholeCells(split, columns, measure).sort((one, other) => topOf(one) - topOf(other))) {
    let cells = table.at(-1);
    if (cells === undefined || topOf(cell) >= bottom) {
      cells = columns.map(() => []);
      table.push(cells);
    }
    bottom = Math.max(bottom, ...cell.lines.map(({ row }) => row.baseline));
    const pieces = cells[Math.max(0, cell.column)];
    for (const { row, runs } of cell.lines) if (pieces !== undefined) joinLine(pieces, piecesOf(row, runs), hyphens);
  }
  return { kind: 'table', rows: table, first: page, last: page };
}

function topOf({ lines }: WholeCell): number {
  return Math.min(...lines.map(({ row }) => row.baseline - 0.7 * row.size));
}

/** Joins the lines of each cell: programs draw them one after the other, cell by cell, or else line by line. */
function wholeCells(rows: readonly { row: Row; cells: Cell[] }[], columns: readonly Extent[], measure: Measure): WholeCell[] {
  const columnOf = (cell: Extent) => columns.findIndex((column) => overlaps(column, cell));
  const lines = rows.flatMap(({ row, cells }) => {
    const placed = cells.map((cell) => ({ row, cell, column: columnOf(cell) }));
    return placed.map((each) => ({ ...each, isRest: placed.every(({ column }) => column > 0) }));
  });
  const drawn = lines.toSorted((one, other) => orderOf(one.cell) - orderOf(other.cell));
  const changes = drawn.filter(({ column }, index) => index > 0 && column !== drawn[index - 1]?.column).length;
  // Drawn column by column, the cells of a column cannot be told from each other by that.
  const byCell = changes >= columns.length * 2;
  const whole: WholeCell[] = [];
  for (const { row, cell, column, isRest } of byCell ? drawn : lines) {
    const last = byCell ? whole.at(-1) : whole.findLast((candidate) => candidate.column === column);
    const step = row.baseline - (last?.lines.at(-1)?.row.baseline ?? row.baseline);
    const goesOn = step > 0 && step < measure.leading * farther * row.size && (byCell || isRest);
    if (last?.column === column && goesOn) {
      last.lines.push({ row, runs: cell.runs });
      last.left = Math.min(last.left, cell.left);
      last.right = Math.max(last.right, cell.right);
    } else whole.push({ left: cell.left, right: cell.right, column, lines: [{ row, runs: cell.runs }] });
  }
  return whole;
}

function orderOf({ runs }: Cell): number {
  return Math.min(...runs.map(({ order }) => order));
}

interface Extent {
  left: number;
  right: number;
}

/** Where cells begin and end in several rows. */
interface Borders {
  starts: number[];
  ends: number[];
}

function bordersOf(rows: readonly Row[]): Borders {
  const cells = rows.flatMap((row) => cellsOf(row));
  const shared = (places: readonly number[]) => places.filter((place) => places.filter((other) => Math.abs(place - other) < 1).length > 1);
  return { starts: shared(cells.map(({ left }) => left)), ends: shared(cells.map(({ right }) => right)) };
}

/** Where the columns stand: cells above each other, together. Cells across several columns do not count. */
function columnsOf(rows: readonly (readonly Cell[])[]): Extent[] {
  const most = Math.max(...rows.map((cells) => cells.length));
  const full = rows.filter((cells) => cells.length === most).flat();
  const others = rows.flat().filter((cell) => !full.some((other) => overlaps(other, cell)));
  const columns: Extent[] = [];
  for (const { left, right } of [...full, ...others].sort((one, other) => one.left - other.left)) {
    const last = columns.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

function overlaps(one: Extent, other: Extent): boolean {
  return one.left < other.right && other.left < one.right;
}
