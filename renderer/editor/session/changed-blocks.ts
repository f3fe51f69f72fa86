import { $isMarkNode } from '@lexical/mark';
import { $getRoot, $isElementNode, type LexicalNode, type EditorState as LexicalState, type NodeKey } from 'lexical';
import { ChangedBlocks } from '../../../contract/index.ts';

/**
 * What a state says that an earlier one of the same editor did not: the blocks that changed, in their place between those
 * that did not. Lexical never changes a node of a state that was shown, so a block whose nodes are all the same objects as
 * before says the same. Of a book, that is some milliseconds and one paragraph, not ten megabytes.
 *
 * `leftOut` are marks that were not taken over from the earlier state: blocks with one of them are given again.
 */
export function changedBlocks(before: LexicalState, now: LexicalState, leftOut: ReadonlySet<string> = new Set()): ChangedBlocks {
  const touched = now.read(() => $touchedBlocks(before, now, leftOut));
  const places = new Map(before.read(() => $getRoot().getChildrenKeys()).map((key, index) => [key, index]));
  const kept: { from: number; to: number }[] = [];
  const blocks: unknown[] = [];
  now.read(() => {
    for (const block of $getRoot().getChildren()) {
      const place = touched.has(block.getKey()) ? undefined : places.get(block.getKey());
      const last = kept.at(-1);
      if (place === undefined) blocks.push($json(block));
      else if (last !== undefined && last === blocks.at(-1) && last.to === place) last.to += 1;
      else {
        const range = { from: place, to: place + 1 };
        kept.push(range);
        blocks.push(range);
      }
    }
  });
  return ChangedBlocks.parse(blocks);
}

/** Every block, whole: for a state that is not an earlier one's. */
export function allBlocks(now: LexicalState): ChangedBlocks {
  return ChangedBlocks.parse(now.read(() => $getRoot().getChildren().map($json)));
}

function $touchedBlocks(before: LexicalState, now: LexicalState, leftOut: ReadonlySet<string>): Set<NodeKey> {
  const touched = new Set<NodeKey>();
  for (const [key, node] of now._nodeMap) {
    const isLeftOut = leftOut.size > 0 && $isMarkNode(node) && node.getIDs().some((id) => leftOut.has(id));
    if (before._nodeMap.get(key) === node && !isLeftOut) continue;
    const block = blockOf(now, node);
    if (block !== null) touched.add(block);
  }
  return touched;
}

function blockOf(state: LexicalState, node: LexicalNode): NodeKey | null {
  for (let each: LexicalNode | undefined = node; each?.__parent; each = state._nodeMap.get(each.__parent)) {
    if (each.__parent === 'root') return each.__key;
  }
  return null;
}

function $json(node: LexicalNode): unknown {
  const json = node.exportJSON();
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($json) } : json;
}
