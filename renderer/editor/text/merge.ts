import {
  type AnchoredText,
  anchoredText,
  type DerivedText,
  dropMarks,
  findQuote,
  markIdsOf,
  projectPassages,
} from '../../../anchoring/index.ts';
import { type EditorNode, type EditorState, isElement, isText, type Segment } from '../../../contract/index.ts';

/**
 * Everything a state says but its marks, as one string: two states of the same skeleton differ in passages alone.
 * A mark splits the text it begins or ends in, so neighbouring texts that differ in nothing else count as one.
 */
export function skeletonOf(state: EditorState): string {
  const join = (nodes: readonly EditorNode[]): EditorNode[] => {
    const joined: EditorNode[] = [];
    for (const node of nodes) {
      const last = joined.at(-1);
      if (last !== undefined && isText(last) && isText(node) && node.type === 'text' && sameButText(last, node)) {
        joined[joined.length - 1] = { ...last, text: last.text + node.text };
      } else {
        joined.push(isElement(node) ? { ...node, children: join(node.children) } : node);
      }
    }
    return joined;
  };
  return JSON.stringify(join(dropMarks(state, markIdsOf(state)).root.children));
}

function sameButText(a: EditorNode, b: EditorNode): boolean {
  return JSON.stringify({ ...a, text: '' }) === JSON.stringify({ ...b, text: '' });
}

/** What became of a document's passages elsewhere. */
export interface PassageChanges {
  /** Made or moved, with the stretches they now stand on. */
  put: Map<string, Segment[]>;
  /** Their marks are gone. */
  drop: Set<string>;
}

export function passageChanges(before: DerivedText, after: DerivedText): PassageChanges {
  const was = projectPassages(before);
  const is = projectPassages(after);
  const put = Array.from(is, ([id, { segments }]): [string, Segment[]] => [id, segments]).filter(
    ([id, segments]) => JSON.stringify(was.get(id)?.segments) !== JSON.stringify(segments),
  );
  return { put: new Map(put), drop: new Set(Array.from(was.keys()).filter((id) => !is.has(id))) };
}

/**
 * Where a stretch of one version of a text stands in another: the same place where only other parts changed, else the one
 * place its words stand at. Null where that is not certain: a wrong anchor is worse than a lost one.
 */
export function carryOver(from: string, to: string, { start, end }: Segment): Segment | null {
  if (from === to) return { start, end };
  const { same, sameEnd } = commonEdges(from, to);
  if (end <= same) return { start, end };
  const shift = to.length - from.length;
  if (start >= from.length - sameEnd) return { start: start + shift, end: end + shift };
  return placeOf(to, anchoredText(from, [{ start, end }]));
}

/** The one place where a quote stands in a text: that in its context, else the only one; null where there is none or a choice. */
export function placeOf(text: string, { quote: exact, prefix, suffix }: Pick<AnchoredText, 'quote' | 'prefix' | 'suffix'>): Segment | null {
  const inContext = findQuote(text, { exact, prefix, suffix });
  const places = inContext.length > 0 ? inContext : findQuote(text, { exact });
  return places.length === 1 ? (places[0] ?? null) : null;
}

/** Code units that two texts have in common at their beginnings and, beyond those, at their ends. */
function commonEdges(a: string, b: string): { same: number; sameEnd: number } {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same += 1;
  let sameEnd = 0;
  while (sameEnd < shorter - same && a[a.length - 1 - sameEnd] === b[b.length - 1 - sameEnd]) sameEnd += 1;
  return { same, sameEnd };
}
