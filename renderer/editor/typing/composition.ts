import { $isMarkNode } from '@lexical/mark';
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setCompositionKey,
  COMMAND_PRIORITY_HIGH,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  IS_FIREFOX,
  type LexicalEditor,
  type TextNode,
} from 'lexical';
import { $idsAt, $neighbourLeaf, type Leaf } from '../text/leaves.ts';
import { $setIds } from '../text/marks.ts';

/** What Lexical puts where an input method is to write, and takes away when it is done: a zero width space (Firefox: no-break space). */
const placeholder = IS_FIREFOX ? '\u00a0' : '\u200b';

/**
 * What an input method composes at the edge of a mark goes where typing there goes: into a text of its own beside the mark.
 * Left to itself the browser writes it into the mark, and at a mark's beginning Lexical throws it away.
 */
export function registerComposition(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    COMPOSITION_START_COMMAND,
    () => {
      // After Lexical has begun the composition.
      editor.update(() => {
        if ($atEdgeOfMark()) editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, placeholder);
        const text = $caretText();
        if (text?.getTextContent() !== placeholder) return;
        $setCompositionKey(text.getKey());
        // No transform sees a text that is being composed.
        if ($idsAt(text).length === 0) $setIds(text, $idsOnBothSides(text));
      });
      return false;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

function $caretText(): TextNode | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
  return $isTextNode(node) ? node : null;
}

/** The passages that both neighbours of a leaf belong to. */
function $idsOnBothSides(leaf: Leaf): string[] {
  const before = $neighbourLeaf(leaf, 'before');
  const after = $neighbourLeaf(leaf, 'after');
  return before === null || after === null ? [] : $idsAt(before).filter((id) => $idsAt(after).includes(id));
}

function $atEdgeOfMark(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node) || !$isMarkNode(node.getParent())) return false;
  const atStart = anchor.offset === 0 && node.getPreviousSibling() === null;
  return atStart || (anchor.offset === node.getTextContentSize() && node.getNextSibling() === null);
}
