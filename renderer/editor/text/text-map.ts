import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { blockSeparator, type DerivedText, type TextRun } from '../../../anchoring/index.ts';
import type { Segment } from '../../../contract/index.ts';
import { $idsAt, $isLeaf, $leavesOf, $neighbourLeaf, type Leaf } from './leaves.ts';

/** A stretch of the document's text that is one leaf of the editor. */
export interface LeafRun extends TextRun {
  key: NodeKey;
}

/** The document's text as the editor holds it now, and which leaf every offset falls in. */
export interface TextMap extends DerivedText {
  runs: LeafRun[];
}

/** As anchoring's `deriveText`, of the editor's own nodes: same text, same runs, with their keys. Walks the whole document. */
export function $textMap(): TextMap {
  const parts: string[] = [];
  const runs: LeafRun[] = [];
  let length = 0;
  let anyLine = false;

  const beginLine = () => {
    if (anyLine) {
      parts.push(blockSeparator);
      length += blockSeparator.length;
    }
    anyLine = true;
  };
  const visitInline = (node: LexicalNode) => {
    if ($isElementNode(node)) {
      for (const child of node.getChildren()) visitInline(child);
      return;
    }
    const text = $isTextNode(node) ? node.getTextContent() : '\n';
    if (text === '') return;
    parts.push(text);
    runs.push({ key: node.getKey(), start: length, end: length + text.length, markIds: $idsAt(node) });
    length += text.length;
  };
  const visitBlock = (block: ElementNode) => {
    let inLine = false;
    for (const child of block.getChildren()) {
      if (!$isElementNode(child) || child.isInline()) {
        if (!inLine) beginLine();
        inLine = true;
        visitInline(child);
      } else {
        inLine = false;
        if (child.isEmpty()) beginLine();
        else visitBlock(child);
      }
    }
  };
  visitBlock($getRoot());
  // Where in the original a passage stands is the engine's to tell, at the next save.
  return { text: parts.join(''), runs, locators: [] };
}

/** The runs that a stretch of the text touches. */
export function runsIn({ runs }: TextMap, { start, end }: Segment): LeafRun[] {
  const touched: LeafRun[] = [];
  for (let at = firstRunAfter(runs, start); at < runs.length; at += 1) {
    const run = runs[at];
    if (run === undefined || run.start >= end) break;
    touched.push(run);
  }
  return touched;
}

/** A place in a leaf. */
export interface LeafPoint {
  key: NodeKey;
  offset: number;
}

/** The leaves where a stretch begins and ends; null where it touches no text. */
export function pointsOf(map: TextMap, segment: Segment): { start: LeafPoint; end: LeafPoint } | null {
  const runs = runsIn(map, segment);
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    start: { key: first.key, offset: Math.max(0, segment.start - first.start) },
    end: { key: last.key, offset: Math.min(last.end, segment.end) - last.start },
  };
}

/** The stretch of the text that a selection covers, as it is: neither trimmed nor ordered by the map's leaves. */
export function $segmentOf(map: TextMap, selection: RangeSelection): Segment {
  const anchor = $offsetOf(map, selection.anchor);
  const focus = $offsetOf(map, selection.focus);
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** Where a point of a selection stands in the text. */
export function $offsetOf(map: TextMap, point: PointType): number {
  const node = $getNodeByKey(point.key);
  if (node === null) return 0;
  if (point.type === 'text' || !$isElementNode(node)) return startOf(map, node.getKey()) + point.offset;
  const child = node.getChildAtIndex(point.offset);
  const next =
    child === null ? $neighbourLeaf(node.getLastChild() ?? node, 'after') : ($firstLeaf(child) ?? $neighbourLeaf(child, 'after'));
  const inBlock = $leavesOf(node).at(-1);
  if (child === null && inBlock !== undefined) return endOf(map, inBlock.getKey());
  return next === null ? map.text.length : startOf(map, next.getKey());
}

function $firstLeaf(node: LexicalNode): Leaf | null {
  if ($isLeaf(node)) return node;
  return $leavesOf(node)[0] ?? null;
}

function startOf({ runs }: TextMap, key: NodeKey): number {
  return runs.find((run) => run.key === key)?.start ?? 0;
}

function endOf({ runs }: TextMap, key: NodeKey): number {
  return runs.find((run) => run.key === key)?.end ?? 0;
}

/** Index of the first run that ends after an offset. */
function firstRunAfter(runs: readonly LeafRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
