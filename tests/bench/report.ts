/** One measured thing: how long it took, each time. */
export interface Measured {
  [what: string]: string | number | readonly number[];
  medianMs: number;
  ms: readonly number[];
}

/** The middle of an odd number of times, in whole milliseconds. */
export function summarise(ms: readonly number[]): { medianMs: number; ms: readonly number[] } {
  const whole = ms.map(Math.round);
  return { medianMs: whole.toSorted((a, b) => a - b)[Math.floor(whole.length / 2)] ?? 0, ms: whole };
}

/** Prints a bench's results: a table, or with `--json` one JSON document and nothing else on stdout. */
export function report(bench: string, results: readonly Measured[]): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify({ bench, node: process.version, platform: process.platform, results }));
  else console.table(results.map(({ ms, ...rest }) => ({ ...rest, each: ms.join(' ') })));
}
