import {
  $createRangeSelection,
  $createRangeSelectionFromDom,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  type PointType,
} from 'lexical';
import type { Segment } from '../../../contract/index.ts';
import { tidySegment } from './stretch.ts';
import { $segmentOf, $textMap, type LeafPoint, pointsOf, type TextMap } from './text-map.ts';

/**
 * Makes the browser's selection in the text the editor's. The browser tells of it only after it made it, on a busy machine
 * much later than the keys and presses that follow: who acts on what is selected looks first.
 */
export function $followBrowser(editor: LexicalEditor): void {
  const native = window.getSelection();
  if (native === null || editor.isComposing() || !editor.getRootElement()?.contains(native.anchorNode)) return;
  const selection = $createRangeSelectionFromDom(native, editor);
  const known = $getSelection();
  if (selection === null) return;
  if ($isRangeSelection(known) && known.anchor.is(selection.anchor) && known.focus.is(selection.focus)) return;
  const first = selection.anchor.getNode();
  // What is typed next looks like what stands there.
  if ($isTextNode(first)) {
    selection.format = first.getFormat();
    selection.style = first.getStyle();
  }
  $setSelection(selection);
}

/** What is selected in the document, as a passage would take it; null for a caret or nothing but space. */
export function $selected(): { map: TextMap; segment: Segment } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const map = $textMap();
  const segment = tidySegment(map.text, $segmentOf(map, selection));
  return segment === null ? null : { map, segment };
}

/** Selects a stretch of the text, or puts the caret at its start where it is empty. */
export function $restoreOffsets({ start, end }: Segment): void {
  const map = $textMap();
  const points = pointsOf(map, { start, end: Math.max(end, start + 1) });
  if (points === null) {
    $getRoot().selectEnd();
    return;
  }
  const selection = $createRangeSelection();
  $setPoint(selection.anchor, points.start);
  $setPoint(selection.focus, start === end ? points.start : points.end);
  $setSelection(selection);
}

function $setPoint(point: PointType, { key, offset }: LeafPoint): void {
  const leaf = $getNodeByKey(key);
  if (leaf === null) return;
  if ($isTextNode(leaf)) point.set(key, offset, 'text');
  else point.set(leaf.getParentOrThrow().getKey(), leaf.getIndexWithinParent() + offset, 'element');
}
