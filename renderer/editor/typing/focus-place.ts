import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  type LexicalEditor,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';

/**
 * Keeps what was selected while a dialog or a list had the focus: a text that is given the focus back has its caret put at its
 * beginning by the browser, unless it was pressed.
 */
export function registerFocusPlace(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    FOCUS_COMMAND,
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || editor.getRootElement()?.matches(':active')) return false;
      // Set anew, it is written to the page.
      $setSelection(selection.clone());
      $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
}
