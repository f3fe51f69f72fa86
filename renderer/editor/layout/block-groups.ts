import {
  $isElementDOMSlot,
  $isRootNode,
  DEFAULT_EDITOR_DOM_CONFIG,
  type EditorDOMRenderConfig,
  type ElementDOMSlot,
  type LexicalEditor,
  type RootNode,
} from 'lexical';
import { arrange, finishGroups, isGroup, roomyGroup } from './arrange.ts';

/**
 * Has the blocks of a document stand in groups of some dozens, elements that are on the page and nowhere else: no state
 * and no export knows them. What a browser does at each frame for every child of the text (is it in view, where does it
 * stand) takes longer than a frame for ten thousand blocks, and next to nothing for three hundred groups.
 *
 * Lexical writes the text's children through a slot, which is told here where they stand. Where it counts on neighbours
 * being siblings, which they are not at a group's edge, it leaves a block behind or puts one elsewhere: once it has
 * written, and before anybody can see it, the groups are put right.
 */
export function groupedBlocks(): Partial<EditorDOMRenderConfig> {
  const untidy = new WeakSet<HTMLElement>();
  return {
    $getDOMSlot(node, dom, editor) {
      const slot = DEFAULT_EDITOR_DOM_CONFIG.$getDOMSlot(node, dom, editor);
      if ($isRootNode(node) && $isElementDOMSlot(slot)) reachIntoGroups(slot, () => untidy.add(dom));
      return slot;
    },
    $updateDOM(next, previous, dom, editor) {
      const isReplaced = DEFAULT_EDITOR_DOM_CONFIG.$updateDOM(next, previous, dom, editor);
      const root = editor.getRootElement();
      if (isReplaced && root !== null && dom.parentElement !== null && isGroup(dom.parentElement)) {
        // Lexical puts the new element in the place of the old one among the root's own children.
        root.append(dom);
        untidy.add(root);
      }
      return isReplaced;
    },
    $decorateDOM(next, previous, dom, editor) {
      if (!$isRootNode(next) || !$isRootNode(previous)) return;
      // As it was then: its methods would speak of what it is now.
      const was = previous.__size;
      if (was === next.getChildrenSize() && !untidy.has(dom)) return;
      untidy.delete(dom);
      // What is put into an empty text comes in order.
      if (was === 0) finishGroups(dom);
      else arrange(dom, blocksOf(next, editor));
    },
  };
}

function blocksOf(root: RootNode, editor: LexicalEditor): HTMLElement[] {
  return root.getChildrenKeys().flatMap((key) => editor.getElementByKey(key) ?? []);
}

function reachIntoGroups(slot: ElementDOMSlot, onChange: () => void): void {
  const { element: root, before } = slot;
  const withBefore = slot.withBefore.bind(slot);
  slot.withBefore = (other) => {
    const bounded = withBefore(other);
    reachIntoGroups(bounded, onChange);
    return bounded;
  };
  slot.insertChild = (block) => {
    if (before === null) roomyGroup(root).append(block);
    else before.parentNode?.insertBefore(block, before);
    onChange();
    return slot;
  };
  slot.replaceChild = (block, old) => {
    old.parentNode?.replaceChild(block, old);
    onChange();
    return slot;
  };
  slot.getFirstChild = () => root.firstChild?.firstChild ?? null;
  slot.getFirstChildOffset = () => 0;
  slot.resolveChildIndex = (node, _dom, container, offset) => {
    const groups: Node[] = Array.from(root.childNodes);
    const at = container === root ? offset : groups.indexOf(container);
    const index = groups.slice(0, at).reduce((sum, group) => sum + group.childNodes.length, 0);
    // The end of a group is the end of its last block rather than the beginning of the next group's first.
    return [node, container === root ? index : index + Math.min(offset, container.childNodes.length - 1)];
  };
}
