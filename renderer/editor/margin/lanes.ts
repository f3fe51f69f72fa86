/** A passage beside the text: from where to where, in pixels down the page. */
export interface Bar {
  id: string;
  top: number;
  bottom: number;
}

/** Pixels between bars of one lane, so that two passages never look like one. */
const gap = 2;

/** Puts bars that stand beside one another into lanes: from the top down, each into the first that is free. */
export function lanesOf(bars: readonly Bar[]): Map<string, number> {
  const lanes = new Map<string, number>();
  const lowest: number[] = [];
  for (const { id, top, bottom } of bars.toSorted((a, b) => a.top - b.top || b.bottom - a.bottom)) {
    const free = lowest.findIndex((end) => end + gap <= top);
    const lane = free === -1 ? lowest.length : free;
    lanes.set(id, lane);
    lowest[lane] = bottom;
  }
  return lanes;
}
