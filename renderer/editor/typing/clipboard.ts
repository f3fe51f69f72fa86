import { $isLinkNode } from '@lexical/link';
import { $isListNode } from '@lexical/list';
import { $isMarkNode } from '@lexical/mark';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  DROP_COMMAND,
  HISTORIC_TAG,
  IS_BOLD,
  IS_ITALIC,
  IS_UNDERLINE,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';
import { $idsAt, $leavesOf } from '../text/leaves.ts';
import { $flattenMarks, $setIds } from '../text/marks.ts';
import { $textMap } from '../text/text-map.ts';

const kept = IS_BOLD | IS_ITALIC | IS_UNDERLINE;

/**
 * What comes in by pasting or dropping: the text and the formats our documents know, nothing else. A passage that was cut
 * moves to where it is pasted; a copy is plain text, because one passage stands in one place.
 *
 * `isPassage` says whether an id is a passage of this document.
 */
export function registerClipboard(editor: LexicalEditor, isPassage: (id: string) => boolean): () => void {
  /** The passages that the last cut took, wholly or in part, until they are pasted or the cut is undone. */
  let cut: ReadonlySet<string> = new Set();
  const forget = () => {
    cut = new Set();
    return false;
  };
  return mergeRegister(
    editor.registerCommand(
      CUT_COMMAND,
      () => {
        if ($isSomethingSelected()) cut = $selectedIds();
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // What is dragged within the text is put down in the same turn, or came from elsewhere.
    editor.registerCommand(
      DROP_COMMAND,
      () => {
        cut = $selectedIds();
        queueMicrotask(forget);
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // What a cut took away is back: pasting it would have the passage twice.
    editor.registerUpdateListener(({ tags }) => {
      if (tags.has(HISTORIC_TAG)) forget();
    }),
    editor.registerCommand(COPY_COMMAND, () => $isSomethingSelected() && forget(), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes, selection }) => {
        // First: a passage whose text is all replaced is gone from the text, and may come back with what is pasted.
        if ($isRangeSelection(selection) && !selection.isCollapsed()) selection.removeText();
        const present = new Set($textMap().runs.flatMap(({ markIds }) => markIds));
        const moves = (id: string) => isPassage(id) && (cut.has(id) || !present.has(id));
        // Marks and links that go give their text to a parent, and what comes from a clipboard has none yet.
        const tray = $createParagraphNode().append(...nodes);
        $clean(tray, moves);
        selection.insertNodes(tray.getChildren());
        forget();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** With nothing selected, to cut or to copy leaves the clipboard as it is. */
function $isSomethingSelected(): boolean {
  return $getSelection()?.isCollapsed() === false;
}

function $selectedIds(): Set<string> {
  const selection = $getSelection();
  return new Set($isRangeSelection(selection) ? selection.getNodes().flatMap($idsAt) : []);
}

function $clean(node: LexicalNode, keeps: (id: string) => boolean): void {
  $flattenMarks(node);
  for (const leaf of $leavesOf(node)) {
    if ($isMarkNode(leaf.getParent())) $setIds(leaf, $idsAt(leaf).filter(keeps));
    if ($isTextNode(leaf)) leaf.setFormat(leaf.getFormat() & kept).setStyle('');
  }
  $plain(node);
}

function $plain(node: LexicalNode): void {
  if (!$isElementNode(node)) return;
  node.setFormat('').setStyle('').setDirection(null);
  if ($isLinkNode(node)) node.setTarget(null).setRel(null).setTitle(null);
  if ($isListNode(node) && node.getListType() === 'check') node.setListType('bullet');
  for (const child of node.getChildren()) $plain(child);
}
