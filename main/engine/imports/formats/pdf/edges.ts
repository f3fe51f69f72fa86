import type { Row } from './shapes.ts';

/** Lines that end within so many points of each other end at one edge. */
const near = 2;
/** So many lines of a document end at an edge of its columns, as a share. */
const usual = 0.03;

/** Where the lines of a document's columns end. */
export interface Edges {
  /** The edge at which a column's lines are broken. */
  of(rows: readonly Row[]): number;
}

/** Learns from all columns where their edges are: what overhangs one, or a column of short lines, does not move it. */
export function createEdges(columns: readonly (readonly Row[])[]): Edges {
  const counts = new Map<number, number>();
  let all = 0;
  for (const rows of columns) {
    for (const { right } of rows) {
      all += 1;
      for (const place of [Math.floor(right / near), Math.floor(right / near) + 1]) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  const edges = [...counts]
    .filter(([, count]) => count >= Math.max(4, all * usual))
    .map(([place]) => place * near)
    .sort((one, other) => other - one);
  return {
    of(rows) {
      const furthest = Math.max(...rows.map(({ right }) => right));
      const left = Math.min(...rows.map((row) => row.left));
      const own = edges.find((edge) => edge <= furthest + near && rows.some(({ right }) => Math.abs(right - edge) <= near));
      if (own === undefined) return furthest;
      // Ragged lines seldom reach the edge that the longest of them shows.
      const overhanging = rows.filter(({ right }) => right > own + near).length;
      return overhanging * 5 > rows.length || own - left < (furthest - left) / 2 ? furthest : own;
    },
  };
}
