import type { Progress } from './events.ts';

/** How fast an import goes. */
export interface Pace {
  filesPerSecond: number;
  bytesPerSecond: number;
  /** Null while too little is done to say. */
  secondsLeft: number | null;
}

/** Seconds before which nothing is said of the time left. */
const tooEarly = 1.5;

/** The pace of an import that has run for so many seconds, pauses left out. */
export function paceOf({ done, bytes }: Progress, seconds: number): Pace {
  const filesPerSecond = seconds === 0 ? 0 : done / seconds;
  const bytesPerSecond = seconds === 0 || bytes === undefined ? 0 : bytes.done / seconds;
  const left = bytes === undefined ? 0 : bytes.total - bytes.done;
  return { filesPerSecond, bytesPerSecond, secondsLeft: seconds < tooEarly || bytesPerSecond === 0 ? null : left / bytesPerSecond };
}
