import { $isListItemNode, $isListNode, $removeList, INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $createParagraphNode, $getSelection, $isRangeSelection, type ElementNode, type LexicalEditor, type LexicalNode } from 'lexical';

/** What a block of text can be. */
export type BlockType = 'paragraph' | 'h1' | 'h2' | 'h3' | 'quote' | 'bullet' | 'number';

/** What the block at the caret is; null for what the toolbar has no name for. */
export function $blockType(): BlockType | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  for (let above: LexicalNode | null = selection.anchor.getNode(); above !== null; above = above.getParent()) {
    if ($isListNode(above)) return above.getListType() === 'number' ? 'number' : 'bullet';
    if ($isQuoteNode(above)) return 'quote';
    if ($isHeadingNode(above)) {
      const tag = above.getTag();
      return tag === 'h1' || tag === 'h2' || tag === 'h3' ? tag : null;
    }
  }
  return 'paragraph';
}

/** Makes the selected blocks of a type; those that are already become paragraphs again. */
export function setBlockType(editor: LexicalEditor, wanted: BlockType): void {
  const was = editor.read($blockType);
  const type = was === wanted ? 'paragraph' : wanted;
  if (type === 'bullet' || type === 'number') {
    editor.dispatchCommand(type === 'bullet' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND, undefined);
    return;
  }
  editor.update(() => {
    if (was === 'bullet' || was === 'number') $removeList();
    const selection = $getSelection();
    if ($isRangeSelection(selection)) $setBlocksType(selection, () => $makeBlock(type));
  });
}

function $makeBlock(type: 'paragraph' | 'h1' | 'h2' | 'h3' | 'quote'): ElementNode {
  if (type === 'paragraph') return $createParagraphNode();
  return type === 'quote' ? $createQuoteNode() : $createHeadingNode(type);
}

/** Whether the caret is in a list, where Tab indents. */
export function $inList(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  for (let above: LexicalNode | null = selection.anchor.getNode(); above !== null; above = above.getParent())
    if ($isListItemNode(above)) return true;
  return false;
}
