/** Runs that are not counted, in which code and caches become warm. */
const warming = 10;

export interface Times {
  p50Ms: number;
  p95Ms: number;
}

/** Times several ways to do a thing, by turns, so that what else the machine does falls on all alike. */
export async function measure<Ways extends (() => unknown)[]>(runs: number, ...ways: Ways): Promise<{ [Way in keyof Ways]: Times }> {
  const times = ways.map((): number[] => []);
  for (let run = -warming; run < runs; run += 1) {
    for (const [index, work] of ways.entries()) {
      const began = performance.now();
      await work();
      if (run >= 0) times[index]?.push(performance.now() - began);
    }
  }
  // As many as there are ways, which `map` forgets.
  return times.map(timesOf) as { [Way in keyof Ways]: Times };
}

function timesOf(ms: readonly number[]): Times {
  const sorted = ms.toSorted((one, other) => one - other);
  const at = (share: number) => rounded(sorted[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

export function rounded(value: number): number {
  return Number(value.toFixed(2));
}
