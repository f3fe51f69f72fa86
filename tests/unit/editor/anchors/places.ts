import { $isListItemNode } from '@lexical/list';
import {
  $createRangeSelection,
  $findMatchingParent,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { Segment } from '../../../../contract/index.ts';
import { $segmentOf, type TextMap } from '../../../../renderer/editor/text/text-map.ts';

/** Where a caret can stand, and how many code units of text come before it; ends of blocks are not counted. */
export interface Place {
  key: string;
  offset: number;
  type: 'text' | 'element';
  at: number;
}

/** Every place for a caret in the order of the text; edges between leaves have one on either side, empty blocks one. */
export function $places(): Place[] {
  const places: Place[] = [];
  let at = 0;
  const visit = (node: LexicalNode) => {
    if ($isTextNode(node)) {
      const text = node.getTextContent();
      for (let offset = 0; offset <= text.length; offset += 1) {
        const halves = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
        if (!halves) places.push({ key: node.getKey(), offset, type: 'text', at: at + offset });
      }
      at += text.length;
    } else if ($isLineBreakNode(node)) {
      const parent = node.getParentOrThrow();
      const index = node.getIndexWithinParent();
      places.push({ key: parent.getKey(), offset: index, type: 'element', at });
      at += 1;
      places.push({ key: parent.getKey(), offset: index + 1, type: 'element', at });
    } else if ($isElementNode(node)) {
      if (node.isEmpty()) places.push({ key: node.getKey(), offset: 0, type: 'element', at });
      for (const child of node.getChildren()) visit(child);
    }
  };
  visit($getRoot());
  return places;
}

/** Selects from one place to another, which may come before it, as one who drags to the left does. */
export function $selectPlaces(from: Place, to: Place): RangeSelection {
  const selection = $createRangeSelection();
  selection.anchor.set(from.key, from.offset, from.type);
  selection.focus.set(to.key, to.offset, to.type);
  $setSelection(selection);
  return selection;
}

/** The place at a fraction of them all. */
export function pick(places: readonly Place[], fraction: number): Place {
  const place = places[Math.min(places.length - 1, Math.floor(fraction * places.length))];
  if (place === undefined) throw new Error('no place for a caret');
  return place;
}

/** How many code units of text, without the ends of blocks, come before the beginning and the end of a stretch. */
export function countedIn({ runs }: TextMap, { start, end }: Segment): Segment {
  const before = (offset: number) => runs.reduce((sum, run) => sum + Math.max(0, Math.min(run.end, offset) - run.start), 0);
  return { start: before(start), end: before(end) };
}

export function $range(): RangeSelection {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) throw new Error('nothing is selected');
  return selection;
}

export function $selectedIn(map: TextMap): Segment {
  return $segmentOf(map, $range());
}

export function $inBlankItem(): boolean {
  const node = $range().anchor.getNode();
  return $findMatchingParent(node, $isListItemNode)?.getTextContent().trim() === '';
}

export function $caretText() {
  const { anchor } = $range();
  const node = $getNodeByKey(anchor.key);
  if (!$isTextNode(node)) throw new Error('the caret is not in a text');
  return { node, offset: anchor.offset };
}
