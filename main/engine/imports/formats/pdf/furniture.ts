import { rowsOf } from './segments.ts';
import type { Page, Row, Segment } from './shapes.ts';

/** How much of a page's height, above and below, running heads and feet stand in. */
const edge = 0.16;
/** A figure alone stands there still a little farther in: TeX's articles have their numbers so on A4. */
const figureEdge = 0.2;
/** Lines from the top and from the bottom that may be furniture. */
const deepest = 3;
/** The same line at the same height on so many pages is furniture. */
const repeats = 3;
/** Of the pages from its first to its last, furniture stands on so many: the head of a box or a table comes by chance. */
const dense = 0.2;
/** Heights that differ by less, in points, are the same. */
const sameHeight = 3;

/** Type larger than the text's, by this. */
const largeType = 1.15;

interface EdgeRow {
  row: Row;
  page: Page;
  side: 'top' | 'bottom';
  /** How many lines stand between it and the page's edge. */
  depth: number;
  /** The distance to the next line towards the middle, in ems. */
  gap: number;
  furniture: boolean;
}

/** Drops running heads and feet and page numbers: lines at a page's edge that come again with other numbers. */
export function dropFurniture(pages: readonly Page[]): void {
  const size = bodySize(pages);
  // Large type is a heading's, though it may come again at the top of every chapter.
  const rows = pages.flatMap(edgeRows).filter(({ row }) => row.size < size * largeType);
  markArtifacts(rows);
  markRepeated(rows, pages.length);
  markNumbered(rows, pages.length);
  markAligned(rows, pages.length);
  for (const page of pages) {
    const gone = new Set<Segment>();
    for (const each of rows) if (each.page === page && each.furniture) for (const segment of each.row.segments) gone.add(segment);
    const [sheet] = page.sheets;
    if (sheet !== undefined && gone.size > 0) sheet.segments = sheet.segments.filter((segment) => !gone.has(segment));
  }
}

/** The size that most letters have. */
function bodySize(pages: readonly Page[]): number {
  const letters = new Map<number, number>();
  for (const { sheets } of pages) {
    for (const { runs } of sheets[0]?.segments ?? []) {
      for (const { size, text } of runs) letters.set(size, (letters.get(size) ?? 0) + text.length);
    }
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [Number.POSITIVE_INFINITY, 0])[0];
}

function edgeRows(page: Page): EdgeRow[] {
  const [sheet] = page.sheets;
  if (sheet === undefined) return [];
  const rows = rowsOf(sheet.segments);
  const height = sheet.bottom - sheet.top;
  const take = (ordered: readonly Row[], side: 'top' | 'bottom'): EdgeRow[] =>
    ordered.slice(0, deepest).flatMap((row, depth) => {
      const away = side === 'top' ? row.baseline - sheet.top : sheet.bottom - row.baseline;
      if (away > (/^\d{1,4}$/.test(row.text) ? figureEdge : edge) * height) return [];
      const next = ordered[depth + 1];
      const gap = next === undefined ? Number.POSITIVE_INFINITY : Math.abs(next.baseline - row.baseline) / row.size;
      return [{ row, page, side, depth, gap, furniture: false }];
    });
  return [...take(rows, 'top'), ...take(rows.toReversed(), 'bottom')];
}

/** Tagged files say themselves what is furniture. */
function markArtifacts(rows: readonly EdgeRow[]): void {
  for (const each of rows) each.furniture ||= each.row.segments.every(({ runs }) => runs.every(({ artifact }) => artifact));
}

/** A line without its numbers, in figures or Roman: what comes again on other pages. */
function patternOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/^[ivxlc]+$|^[ivxlc]+(?=\s)|(?<=\s)[ivxlc]+$/g, '#')
    .replace(/\s+/g, '');
}

function markRepeated(rows: readonly EdgeRow[], pages: number): void {
  const groups = Map.groupBy(rows, ({ row, side }) => `${side} ${patternOf(row.text)}`);
  for (const [pattern, group] of groups) {
    // Without a letter, only the page's own number is furniture: rows of figures at the edge of a long table are alike too.
    if (!/\p{L}/u.test(pattern.slice(pattern.indexOf(' ')))) {
      for (const each of group) each.furniture ||= each.depth === 0 && isFolio(each);
      continue;
    }
    for (const each of group) {
      const same = new Set(
        group.filter(({ row }) => Math.abs(row.baseline - each.row.baseline) < sameHeight).map(({ page }) => page.index),
      );
      const reach = Math.max(...same) - Math.min(...same) + 1;
      each.furniture ||= same.size >= Math.min(repeats, Math.max(2, pages)) && same.size >= reach * dense;
    }
  }
}

/** A number alone that is the page's own. */
function isFolio({ row, page }: EdgeRow): boolean {
  const number = row.text.replace(/^[\s–—\-[(]+|[\s–—\-\])]+$/g, '').toLowerCase();
  return number === page.label.toLowerCase() || number === String(page.index + 1);
}

/** Lines that begin or end with the page's own number, where most pages have one. */
function markNumbered(rows: readonly EdgeRow[], pages: number): void {
  const offsets = new Map<number, Set<number>>();
  const outermost = rows.filter(({ depth, row }) => depth === 0 && numbersAtEnds(row.text).length > 0);
  for (const { row, page } of outermost) {
    for (const number of numbersAtEnds(row.text)) {
      const offset = number - page.index;
      offsets.set(offset, (offsets.get(offset) ?? new Set()).add(page.index));
    }
  }
  const usual = [...offsets].filter(([, on]) => on.size >= Math.max(2, Math.min(pages * 0.1, 8))).map(([offset]) => offset);
  for (const each of outermost) {
    const own = numbersAtEnds(each.row.text).some((number) => usual.includes(number - each.page.index));
    each.furniture ||= (own || isFolio(each)) && each.gap > 1.5;
  }
}

function numbersAtEnds(text: string): number[] {
  const found = [/^[\s–—-]*(\d{1,4})(?=$|[\s|–—-])/.exec(text)?.[1], /(?<=^|[\s|–—-])(\d{1,4})[\s–—-]*$/.exec(text)?.[1]];
  return found.filter((number) => number !== undefined).map(Number);
}

/** Lines at the height where most pages have furniture, apart from the text: the head of a chapter of one page. */
function markAligned(rows: readonly EdgeRow[], pages: number): void {
  const heights = new Map<string, Set<number>>();
  const keysOf = ({ row, side }: EdgeRow) => [0, 1].map((shift) => `${side} ${Math.floor(row.baseline / 2 + shift / 2)}`);
  for (const each of rows) {
    if (!each.furniture) continue;
    for (const key of keysOf(each)) heights.set(key, (heights.get(key) ?? new Set()).add(each.page.index));
  }
  for (const each of rows) {
    const usual = keysOf(each).some((key) => (heights.get(key)?.size ?? 0) >= Math.max(4, pages * 0.25));
    each.furniture ||= usual && each.gap > 1.5 && each.depth === 0;
  }
}
