import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, CONTROLLED_TEXT_INSERTION_COMMAND, type LexicalEditor } from 'lexical';
import { $replace, replaceable } from '../text/replace.ts';
import { $restoreOffsets } from '../text/selection.ts';
import { $segmentOf, $textMap } from '../text/text-map.ts';

/** A word that the spelling checker corrects keeps its passages, also at their edges. */
export function registerCorrection(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    CONTROLLED_TEXT_INSERTION_COMMAND,
    (event) => {
      if (typeof event === 'string' || event.inputType !== 'insertReplacementText') return false;
      const words = event.dataTransfer?.getData('text/plain') ?? event.data;
      const selection = $getSelection();
      if (words === null || words.includes('\n') || !$isRangeSelection(selection) || selection.isCollapsed()) return false;
      const map = $textMap();
      const place = $segmentOf(map, selection);
      if (replaceable(map.text, [place]).length === 0) return false;
      $replace(map, [place], words);
      const end = place.start + words.length;
      $restoreOffsets({ start: end, end });
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
