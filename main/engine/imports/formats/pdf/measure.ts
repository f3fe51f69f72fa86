import type { Row } from './shapes.ts';

/** What a document's text is set like. */
export interface Measure {
  /** The size most letters have, in points. */
  size: number;
  /** From one line to the next, in ems. */
  leading: number;
  /** Whether most text is bold, so that bold says nothing. */
  bold: boolean;
}

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
  const leadings = new Map<number, number>();
  for (const rows of columns) {
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      if (before === undefined || rounded(row.size) !== size || rounded(before.size) !== size) return;
      const step = Math.round(((row.baseline - before.baseline) / row.size) * 20) / 20;
      if (step > 0.8 && step < 3) leadings.set(step, (leadings.get(step) ?? 0) + 1);
    });
  }
  return { size, leading: mostOf(leadings) ?? 1.2, bold: bold * 2 > letters };
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
