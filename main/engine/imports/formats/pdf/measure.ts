import type { Row } from './shapes.ts';

/** What a document's text is set like. */
export interface Measure {
  /** The size most letters have, in points. */
  size: number;
  /** From one line to the next, in ems. */
  leading: number;
  /** The same between lines of Han and kana, which beside Latin text are often set wider apart. */
  wideLeading: number;
  /** Whether most text is bold, so that bold says nothing. */
  bold: boolean;
}

/** Type of another script that stands in the text is larger or smaller by no more than this, as a share. */
const nearSize = 0.15;

/** Measures a document over its columns. */
export function measure(columns: readonly (readonly Row[])[]): Measure {
  const sizes = new Map<number, number>();
  let bold = 0;
  let letters = 0;
  for (const rows of columns) {
    for (const row of rows) {
      const weight = row.text.length;
      sizes.set(rounded(row.size), (sizes.get(rounded(row.size)) ?? 0) + weight);
      letters += weight;
      if (isBold(row)) bold += weight;
    }
  }
  const size = mostOf(sizes) ?? 10;
  const leading = leadingOf(columns, (row) => rounded(row.size) === size) ?? 1.2;
  const wideLeading = leadingOf(columns, (row) => isWide(row) && Math.abs(row.size - size) < size * nearSize) ?? leading;
  return { size, leading, wideLeading: Math.max(leading, wideLeading), bold: bold * 2 > letters };
}

/** The usual step between two neighbouring rows of those that count, in ems. */
function leadingOf(columns: readonly (readonly Row[])[], counts: (row: Row) => boolean): number | null {
  const leadings = new Map<number, number>();
  for (const rows of columns) {
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      if (before === undefined || !counts(row) || !counts(before)) return;
      const step = Math.round(((row.baseline - before.baseline) / row.size) * 20) / 20;
      if (step > 0.8 && step < 3) leadings.set(step, (leadings.get(step) ?? 0) + 1);
    });
  }
  return mostOf(leadings);
}

/** Whether a row is mostly of characters that fill a square each. */
export function isWide({ text }: Row): boolean {
  return (text.match(/[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]/gu)?.length ?? 0) * 2 > text.length;
}

/** To half a point. */
export function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

export function isBold(row: Row): boolean {
  return row.segments.every(({ runs }) => runs.every((run) => run.bold || !/[\p{L}\d]/u.test(run.text)));
}

function mostOf(counts: ReadonlyMap<number, number>): number | null {
  let most: [value: number, count: number] | null = null;
  for (const entry of counts) if (most === null || entry[1] > most[1]) most = entry;
  return most?.[0] ?? null;
}
