import { $getRoot, HISTORY_MERGE_TAG, type LexicalEditor, type EditorState as LexicalState, type SerializedEditorState } from 'lexical';
import { EditorState } from '../../../contract/index.ts';
import { $flattenMarks } from '../text/marks.ts';

/** Tag of updates that bring in what is on disk already: they are not saved and not undone. */
export const adoptedTag = 'armillary-adopted';

/** Has the editor show what is on disk already. */
export function adopt(editor: LexicalEditor, change: () => void): void {
  editor.update(change, { discrete: true, tag: [adoptedTag, HISTORY_MERGE_TAG] });
}

/** A stored document as the editor takes it: marks flat, whatever program wrote it. */
export function parseDocument(editor: LexicalEditor, { root }: EditorState): LexicalState {
  // Lexical wants a paragraph to put the caret in, and its own type names each class of node where ours names the known ones.
  const filled = root.children.length > 0 ? root : { ...root, children: [emptyParagraph] };
  return editor.parseEditorState({ root: filled } as unknown as SerializedEditorState, () => $flattenMarks($getRoot()));
}

const emptyParagraph = {
  type: 'paragraph',
  version: 1,
  children: [],
  direction: null,
  format: '',
  indent: 0,
  textFormat: 0,
  textStyle: '',
};

/** What the editor holds now, as the contract takes it. */
export function snapshot(editor: LexicalEditor): EditorState {
  return EditorState.parse(editor.getEditorState().toJSON());
}
