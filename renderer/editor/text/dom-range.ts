import type { LexicalEditor } from 'lexical';
import type { Segment } from '../../../contract/index.ts';
import { type LeafPoint, pointsOf, type TextMap } from './text-map.ts';

/** The stretch of the page where a stretch of the text stands; null where it is not on the page. */
export function domRange(editor: LexicalEditor, map: TextMap, segment: Segment): Range | null {
  const points = pointsOf(map, segment);
  if (points === null) return null;
  const range = document.createRange();
  const placed = place(editor, points.start, (node, offset) => range.setStart(node, offset));
  return placed && place(editor, points.end, (node, offset) => range.setEnd(node, offset)) ? range : null;
}

function place(editor: LexicalEditor, { key, offset }: LeafPoint, put: (node: Node, offset: number) => void): boolean {
  const element = editor.getElementByKey(key);
  if (element === null) return false;
  const text = textIn(element);
  if (text !== null) {
    put(text, Math.min(offset, text.length));
  } else {
    const parent = element.parentNode;
    if (parent === null) return false;
    put(parent, Array.prototype.indexOf.call(parent.childNodes, element) + offset);
  }
  return true;
}

/** Lexical wraps a text in one element a format; the characters are in the innermost. */
function textIn(node: Node): Text | null {
  let inner: Node | null = node;
  while (inner !== null && !(inner instanceof Text)) inner = inner.firstChild;
  return inner;
}

/** Paints stretches of the page without touching it. No ranges: paints none. */
export function highlight(name: string, ranges: readonly Range[]): void {
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** Frames in which a page that lays itself out as it scrolls may still move. */
const settlingFrames = 6;

/** Scrolls a stretch into the window's upper third, unless it is well in view; blocks far away get their true height only as they come near. */
export function reveal(scroller: HTMLElement, range: Range, frames = settlingFrames): void {
  const view = scroller.getBoundingClientRect();
  const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
  const margin = Math.min(120, view.height / 5);
  const inView = box.top >= view.top + margin && box.bottom <= view.bottom - margin;
  if (inView && frames === settlingFrames) return;
  const wanted = scroller.scrollTop + box.top - view.top - view.height / 3;
  if (Math.abs(wanted - scroller.scrollTop) > 1) scroller.scrollTop = wanted;
  if (frames > 0) requestAnimationFrame(() => reveal(scroller, range, frames - 1));
}
