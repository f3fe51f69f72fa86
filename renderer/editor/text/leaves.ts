import { $isMarkNode } from '@lexical/mark';
import {
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type LineBreakNode,
  type TextNode,
} from 'lexical';

/** What text is made of: a run of characters or a line break. */
export type Leaf = TextNode | LineBreakNode;

export function $isLeaf(node: LexicalNode | null | undefined): node is Leaf {
  return $isTextNode(node) || $isLineBreakNode(node);
}

/** The ids of every mark above a node (itself included), outermost first, each once. */
export function $idsAt(node: LexicalNode): string[] {
  const ids: string[] = [];
  for (let above: LexicalNode | null = node; above !== null; above = above.getParent()) {
    if ($isMarkNode(above)) ids.unshift(...above.getIDs());
  }
  return Array.from(new Set(ids));
}

/** Every leaf below a node, in the order of the text. */
export function $leavesOf(node: LexicalNode): Leaf[] {
  if ($isLeaf(node)) return [node];
  return $isElementNode(node) ? node.getChildren().flatMap($leavesOf) : [];
}

/** The leaf right before or after a node in the text, across blocks; null at the document's edge. */
export function $neighbourLeaf(node: LexicalNode, side: 'before' | 'after'): Leaf | null {
  for (let from: LexicalNode | null = node; from !== null; from = from.getParent()) {
    for (let sibling = $sibling(from, side); sibling !== null; sibling = $sibling(sibling, side)) {
      const leaf = $edgeLeaf(sibling, side);
      if (leaf !== null) return leaf;
    }
  }
  return null;
}

function $sibling(node: LexicalNode, side: 'before' | 'after'): LexicalNode | null {
  return side === 'before' ? node.getPreviousSibling() : node.getNextSibling();
}

/** The leaf of a subtree that one meets first when coming from the other side. */
function $edgeLeaf(node: LexicalNode, side: 'before' | 'after'): Leaf | null {
  if ($isLeaf(node)) return node;
  if (!$isElementNode(node)) return null;
  const near = (element: ElementNode) => (side === 'before' ? element.getLastChild() : element.getFirstChild());
  for (let child = near(node); child !== null; child = $sibling(child, side)) {
    const leaf = $edgeLeaf(child, side);
    if (leaf !== null) return leaf;
  }
  return null;
}
