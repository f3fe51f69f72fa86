import { type ChangedBlocks, type EditorNode, type EditorState, isKept } from '../contract/index.ts';

/** The state that `blocks` make of another. Null where they ask for blocks that it does not have. */
export function applyBlocks(stored: EditorState, blocks: ChangedBlocks): EditorState | null {
  const { children } = stored.root;
  if (blocks.some((block) => isKept(block) && (block.from > block.to || block.to > children.length))) return null;
  const made = blocks.flatMap((block): EditorNode[] => (isKept(block) ? children.slice(block.from, block.to) : [block]));
  return { ...stored, root: { ...stored.root, children: made } };
}
