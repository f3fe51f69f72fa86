import { $getNodeByKey, $isTextNode } from 'lexical';
import { projectPassages } from '../../../anchoring/index.ts';
import type { Segment } from '../../../contract/index.ts';
import { $isLeaf, type Leaf } from './leaves.ts';
import { $setIds } from './marks.ts';
import { runsIn, type TextMap } from './text-map.ts';

/** Code units looked at on either side of an edge for the character it may cut: longer than any family of emoji. */
const characterReach = 64;

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** A selection as a passage takes it: no white space at its edges, no character cut in two. Null where nothing is left. */
export function tidySegment(text: string, { start, end }: Segment): Segment | null {
  const selected = text.slice(start, end);
  const from = start + (selected.length - selected.trimStart().length);
  const to = end - (selected.length - selected.trimEnd().length);
  if (from >= to) return null;
  return { start: characterAt(text, from).start, end: characterAt(text, to - 1).end };
}

/** The character, as a reader sees it, that the code unit at `offset` belongs to. */
function characterAt(text: string, offset: number): Segment {
  const base = Math.max(0, offset - characterReach);
  const found = characters.segment(text.slice(base, offset + characterReach)).containing(offset - base);
  if (found === undefined) return { start: offset, end: offset + 1 };
  return { start: base + found.index, end: base + found.index + found.segment.length };
}

/** Where the word after `offset` ends, over spaces and punctuation but not beyond the line; `offset` itself at the line's end. */
export function nextWordEnd(text: string, offset: number): number {
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(offset, lineEnd === -1 ? text.length : lineEnd);
  for (const { index, segment, isWordLike } of words.segment(line)) if (isWordLike) return offset + index + segment.length;
  return offset + line.trimEnd().length;
}

/** Where the words before the last word of `[start, end)` end; `end` itself where there is only one word. */
export function previousWordEnd(text: string, { start, end }: Segment): number {
  const ends = Array.from(words.segment(text.slice(start, end)))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => start + index + segment.length);
  const last = ends.at(-1);
  if (last === undefined) return end;
  // Punctuation after the last word goes first.
  if (last < end) return last;
  return ends.at(-2) ?? end;
}

/** Puts a stretch of the text into a passage as well, splitting leaves at its edges. The map is stale afterwards. */
export function $mark(map: TextMap, id: string, segment: Segment): void {
  for (const run of runsIn(map, segment)) {
    const leaf = $leafPart(run.key, Math.max(0, segment.start - run.start), Math.min(run.end, segment.end) - run.start);
    if (leaf !== null && !run.markIds.includes(id)) $setIds(leaf, [...run.markIds, id]);
  }
}

/** A stretch of a leaf as a leaf of its own; null where the leaf is gone. What stands before it keeps its key. */
export function $leafPart(key: string, from: number, to: number): Leaf | null {
  const node = $getNodeByKey(key);
  if (!$isTextNode(node) || (from === 0 && to === node.getTextContentSize())) return $isLeaf(node) ? node : null;
  const parts = from === 0 ? node.splitText(to) : node.splitText(from, to);
  return (from === 0 ? parts[0] : parts[1]) ?? null;
}

/** Takes the text out of a passage, or only a stretch of it. The map is stale afterwards. */
export function $unmark(map: TextMap, id: string, segment: Segment = { start: 0, end: map.text.length }): void {
  for (const { key, start, end, markIds } of runsIn(map, segment)) {
    const leaf = markIds.includes(id) ? $leafPart(key, Math.max(0, segment.start - start), Math.min(end, segment.end) - start) : null;
    const others = markIds.filter((other) => other !== id);
    if (leaf !== null) $setIds(leaf, others);
  }
}

/** Takes the whole text out of several passages. The map is stale afterwards. */
export function $unmarkAll({ runs }: TextMap, ids: ReadonlySet<string>): void {
  for (const { key, markIds } of runs) {
    const others = markIds.filter((id) => !ids.has(id));
    const leaf = others.length < markIds.length ? $getNodeByKey(key) : null;
    if ($isLeaf(leaf)) $setIds(leaf, others);
  }
}

/** The passages that stand exactly on a stretch. */
export function passagesOn(map: TextMap, { start, end }: Segment): string[] {
  return Array.from(projectPassages(map))
    .filter(([, { segments }]) => segments.length === 1 && segments[0]?.start === start && segments[0]?.end === end)
    .map(([id]) => id);
}
