const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Up to which age (milliseconds) one automatic version is kept for each stretch of time. */
const grades = [
  { upTo: hour, every: 5 * minute },
  { upTo: day, every: hour },
  { upTo: 30 * day, every: day },
  { upTo: Number.POSITIVE_INFINITY, every: 7 * day },
];

/** The least time between two automatic versions of a document, in milliseconds. */
export const closest = 5 * minute;

/**
 * Which of a document's automatic versions may go: of those in the same five minutes, hour, day or week, by their age, all
 * but the last. The first one stays: it is the document as it came. Times are milliseconds since 1970, in ascending order.
 */
export function thinned<T extends { time: number }>(versions: readonly T[], now: number): T[] {
  return versions.filter((version, index) => {
    const next = versions[index + 1];
    return index > 0 && next !== undefined && stretchOf(version.time, now) === stretchOf(next.time, now);
  });
}

function stretchOf(time: number, now: number): string {
  const every = grades.find(({ upTo }) => now - time < upTo)?.every ?? 7 * day;
  return `${every} ${Math.floor(time / every)}`;
}
