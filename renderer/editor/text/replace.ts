import { $addUpdateTag, $createTextNode, $isTextNode, type TextNode } from 'lexical';
import type { Segment } from '../../../contract/index.ts';
import type { Leaf } from './leaves.ts';
import { $setIds, placedTag } from './marks.ts';
import { $leafPart } from './stretch.ts';
import { runsIn, type TextMap } from './text-map.ts';

/** The places whose words can be replaced: one that runs over a line's end would join the lines. */
export function replaceable(text: string, places: readonly Segment[]): Segment[] {
  return places.filter(({ start, end }) => !text.slice(start, end).includes('\n'));
}

/**
 * Puts words in the place of stretches of the text. They take the format of what they replace, and belong to the passages
 * that all of it belonged to, so that a passage keeps to its words also at its edges. `places` must be in order, apart, and
 * each within a line. The map is stale afterwards.
 */
export function $replace(map: TextMap, places: readonly Segment[], words: string): void {
  $addUpdateTag(placedTag);
  // From the last: what stands before a place keeps its leaves and offsets.
  for (const place of places.toReversed()) {
    const runs = runsIn(map, place);
    const parts = runs.flatMap((run): Leaf[] => {
      const part = $leafPart(run.key, Math.max(0, place.start - run.start), Math.min(run.end, place.end) - run.start);
      return part === null ? [] : [part];
    });
    const [first, ...rest] = parts;
    if (first === undefined) continue;
    for (const part of rest) part.remove();
    const put = $putText(first, words);
    const shared = (runs[0]?.markIds ?? []).filter((id) => runs.every(({ markIds }) => markIds.includes(id)));
    if (put !== null) $setIds(put, shared);
  }
}

/** Has a leaf say something else, in its format. */
function $putText(leaf: Leaf, words: string): TextNode | null {
  if (words === '') {
    leaf.remove();
    return null;
  }
  if ($isTextNode(leaf) && leaf.isSimpleText()) return leaf.setTextContent(words);
  return leaf.replace($createTextNode(words));
}
