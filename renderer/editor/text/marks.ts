import { $createMarkNode, $isMarkNode, $unwrapMarkNode, MarkNode } from '@lexical/mark';
import {
  $getNodeByKey,
  $getSelection,
  $hasUpdateTag,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  LineBreakNode,
  mergeRegister,
  type NodeKey,
  TextNode,
} from 'lexical';
import { $idsAt, $leavesOf, $neighbourLeaf, type Leaf } from './leaves.ts';

/*
 * Marks in the editor are flat: a leaf stands in one mark at most, which carries the ids of all its passages and stands
 * inside a link where there is one. Whatever nests (imported states, links put on marked text) is flattened on sight.
 */

/** Tag of updates that say themselves which passages what they put belongs to. */
export const placedTag = 'armillary-placed';

/** Puts a leaf into exactly these passages. */
export function $setIds(leaf: Leaf, ids: readonly string[]): void {
  const mark = leaf.getParent();
  if (!$isMarkNode(mark)) {
    if (ids.length > 0) $wrap(leaf, ids);
    return;
  }
  if (sameIds(mark.getIDs(), ids)) return;
  const alone = $isolate(leaf, mark);
  if (ids.length === 0) $unwrapMarkNode(alone);
  else alone.setIDs(ids);
}

function $wrap(leaf: Leaf, ids: readonly string[]): MarkNode {
  const mark = $createMarkNode(ids);
  leaf.insertBefore(mark);
  mark.append(leaf);
  return mark;
}

/** Splits a mark so that one of its leaves has a mark to itself. */
function $isolate(leaf: Leaf, mark: MarkNode): MarkNode {
  const after = leaf.getNextSiblings();
  if (after.length > 0) {
    const rest = $createMarkNode(mark.getIDs());
    mark.insertAfter(rest);
    rest.append(...after);
  }
  if (leaf.getPreviousSibling() === null) return mark;
  const alone = $createMarkNode(mark.getIDs());
  mark.insertAfter(alone);
  alone.append(leaf);
  return alone;
}

/** Makes every mark at or below a node flat. Needed for states that come from elsewhere, which no transform has seen. */
export function $flattenMarks(node: LexicalNode): void {
  if ($isMarkNode(node)) $flattenMark(node);
  else if ($isElementNode(node)) for (const child of node.getChildren()) $flattenMarks(child);
}

function $flattenMark(mark: MarkNode): void {
  if (!mark.getChildren().some($isElementNode)) return;
  const wanted = $leavesOf(mark).map((leaf) => ({ leaf, ids: $idsAt(leaf) }));
  $unwrapAll(mark);
  for (const { leaf, ids } of wanted) $setIds(leaf, ids);
}

function $unwrapAll(node: LexicalNode): void {
  if (!$isElementNode(node)) return;
  for (const child of node.getChildren()) $unwrapAll(child);
  if ($isMarkNode(node)) $unwrapMarkNode(node);
}

/** Neighbouring marks of the same passages are one: heals what a split and join of paragraphs left. */
function $mergeWithNext(mark: MarkNode): void {
  const next = mark.getNextSibling();
  if (!$isMarkNode(next) || !sameIds(mark.getIDs(), next.getIDs())) return;
  $keepCaretBefore(next);
  mark.append(...next.getChildren());
  next.remove();
}

/** A caret between two marks, which counts the nodes before it, would end up behind both when they become one. */
function $keepCaretBefore(mark: MarkNode): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    const between =
      point.type === 'element' && point.key === mark.getParentOrThrow().getKey() && point.offset === mark.getIndexWithinParent();
    const first = between ? mark.getFirstDescendant() : null;
    if ($isTextNode(first)) point.set(first.getKey(), 0, 'text');
  }
}

function $tidyMark(mark: MarkNode): void {
  let outermost = mark;
  for (let above = mark.getParent(); above !== null; above = above.getParent()) if ($isMarkNode(above)) outermost = above;
  $flattenMark(outermost);
  if (!mark.isAttached()) return;
  if (mark.isEmpty() || mark.getIDs().length === 0) {
    $unwrapMarkNode(mark);
    return;
  }
  const previous = mark.getPreviousSibling();
  $mergeWithNext(mark);
  if ($isMarkNode(previous)) $mergeWithNext(previous);
}

/** What a leaf was before the update under way, and what stood after it. */
interface Before {
  text: string;
  nextKey: NodeKey | null;
  isMarked: boolean;
}

type BeforeUpdate = (key: NodeKey) => Before | null;

/**
 * What is typed or pasted where two marks of one passage meet belongs to that passage: at an inner edge of overlapping
 * passages, between two paragraphs of one passage, where a mark was split. Lexical puts it outside both. Text that stood
 * between two parts of a passage before is left alone.
 */
function $closeHole(first: Leaf, beforeUpdate: BeforeUpdate): void {
  const left = $idsAt(first).length === 0 ? $neighbourLeaf(first, 'before') : null;
  const leftIds = left === null ? [] : $idsAt(left);
  if (left === null || leftIds.length === 0) return;
  const was = $lastKnown(left, beforeUpdate);
  if (was === null) return;
  const hole: Leaf[] = [];
  for (let leaf: Leaf | null = first; leaf !== null; leaf = $neighbourLeaf(leaf, 'after')) {
    const ids = $idsAt(leaf);
    if (ids.length === 0) {
      hole.push(leaf);
      continue;
    }
    const splitOff = beforeUpdate(leaf.getKey()) === null && was.text.endsWith(leaf.getTextContent());
    const metBefore = splitOff || $metBefore(was, leaf, hole, beforeUpdate);
    const shared = metBefore ? ids.filter((id) => leftIds.includes(id)) : [];
    for (const each of hole) $setIds(each, shared);
    return;
  }
}

/** What the nearest marked leaf was, from this one to the left, that was there before the update: what lies between is new as well. */
function $lastKnown(from: Leaf, beforeUpdate: BeforeUpdate): Before | null {
  for (let leaf: Leaf | null = from; leaf !== null && $idsAt(leaf).length > 0; leaf = $neighbourLeaf(leaf, 'before')) {
    const was = beforeUpdate(leaf.getKey());
    if (was !== null) return was;
  }
  return null;
}

/**
 * Whether two leaves meet but for the hole: they did before, or all between them was deleted in the same update, typed over
 * say. Text that Lexical made one with what was typed is gone as a leaf and still there: it begins or ends the hole.
 */
function $metBefore(was: Before, right: Leaf, hole: readonly Leaf[], beforeUpdate: BeforeUpdate): boolean {
  const said = hole.map((leaf) => leaf.getTextContent()).join('');
  for (let before: Before | null = was; before !== null && before.nextKey !== null; before = beforeUpdate(before.nextKey)) {
    if (before.nextKey === right.getKey()) return true;
    const gone = beforeUpdate(before.nextKey);
    if (gone === null || $getNodeByKey(before.nextKey)?.isAttached()) return false;
    if (!gone.isMarked && (gone.text.at(0) === said.at(0) || gone.text.at(-1) === said.at(-1))) return false;
  }
  return false;
}

/** Keeps marks flat, merged and without holes as the document is edited. Returns how to stop. */
export function registerMarks(editor: LexicalEditor): () => void {
  const beforeUpdate: BeforeUpdate = (key) =>
    editor.getEditorState().read(() => {
      const was = $getNodeByKey(key);
      if (was === null) return null;
      const next = $neighbourLeaf(was, 'after');
      return { text: was.getTextContent(), nextKey: next?.getKey() ?? null, isMarked: $idsAt(was).length > 0 };
    });
  const closeHole = (leaf: Leaf) => {
    // Of a document that is just opening, nothing stood before.
    if (!$hasUpdateTag(placedTag) && !editor.getEditorState().isEmpty()) $closeHole(leaf, beforeUpdate);
  };
  return mergeRegister(
    editor.registerNodeTransform(MarkNode, $tidyMark),
    editor.registerNodeTransform(TextNode, closeHole),
    editor.registerNodeTransform(LineBreakNode, closeHole),
  );
}

export function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
