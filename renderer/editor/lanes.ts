/** A passage beside the text: from where to where, in pixels down the page. */
export interface Bar {
  id: string;
  top: number;
  bottom: number;
}

/** Pixels between bars of one lane, so that two passages never look like one. */
const gap = 2;

/**
 * Puts bars that stand beside one another into lanes: each into the first that is free, the lane it had before if that is,
 * so that bars keep their places while the page scrolls.
 */
export function laneOf(bars: readonly Bar[], before: ReadonlyMap<string, number>): Map<string, number> {
  const lanes = new Map<string, number>();
  const taken: Bar[][] = [];
  const isFree = (lane: number, bar: Bar) =>
    !(taken[lane] ?? []).some((other) => other.top < bar.bottom + gap && bar.top < other.bottom + gap);
  for (const bar of bars.toSorted((a, b) => a.top - b.top || b.bottom - a.bottom)) {
    const had = before.get(bar.id);
    let lane = had !== undefined && isFree(had, bar) ? had : 0;
    while (!isFree(lane, bar)) lane += 1;
    lanes.set(bar.id, lane);
    taken[lane] = [...(taken[lane] ?? []), bar];
  }
  return lanes;
}
