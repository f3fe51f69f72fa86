import { type LexicalEditor, RootNode } from 'lexical';

/**
 * Has Lexical's own rule for the root (what is no block is put into one) look at the root's children only when there are
 * others than before: left to itself it goes over every block of a book twice at each key. Returns how to stop.
 */
export function registerRootRule(editor: LexicalEditor): () => void {
  const root = editor._nodes.get(RootNode.getType());
  if (root === undefined) return () => undefined;
  const rules = Array.from(root.transforms);
  root.transforms.clear();
  return editor.registerNodeTransform(RootNode, (node) => {
    // A list of children is written in a copy of its node, one for each update.
    if (!editor._cloneNotNeeded.has(node.getKey())) return;
    for (const rule of rules) rule(node);
  });
}
