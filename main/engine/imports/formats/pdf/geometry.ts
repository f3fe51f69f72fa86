/** A PDF's transformation: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export function matrixOf(numbers: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = Array.from({ length: 6 }, (_, index) => {
    const value = numbers[index];
    return typeof value === 'number' && Number.isFinite(value) ? value : 0;
  });
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0];
}

export function applyTo([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** First the inner transformation, then the outer. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** How far a direction is from pointing right, in quarter turns clockwise on the page: 0 to 3. */
export function quarterTurns(x: number, y: number): number {
  return (Math.round((Math.atan2(y, x) * 2) / Math.PI) + 4) % 4;
}

/** A point of the page, as seen when the page is turned so that text of that many quarter turns stands upright. */
export function uprightPoint(turns: number, x: number, y: number): { x: number; y: number } {
  if (turns === 1) return { x: y, y: -x };
  if (turns === 2) return { x: -x, y: -y };
  return turns === 3 ? { x: -y, y: x } : { x, y };
}
