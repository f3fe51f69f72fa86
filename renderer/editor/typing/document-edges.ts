import { $getRoot, $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';
import { onMac } from '../../ui/index.ts';

/**
 * The keys that go to the beginning or the end of the text, or select as far as there. The browser's own go no further
 * than the groups of blocks that it has laid out.
 */
export function registerDocumentEdges(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      const edge = edgeOf(event);
      const selection = $getSelection();
      if (edge === null || !$isRangeSelection(selection)) return false;
      const { key, offset, type } = selection.anchor;
      const at = edge === 'start' ? $getRoot().selectStart() : $getRoot().selectEnd();
      if (event.shiftKey) at.anchor.set(key, offset, type);
      event.preventDefault();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

function edgeOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): 'start' | 'end' | null {
  if (altKey || ctrlKey === metaKey || metaKey !== onMac) return null;
  if (key === (onMac ? 'ArrowUp' : 'Home')) return 'start';
  return key === (onMac ? 'ArrowDown' : 'End') ? 'end' : null;
}
