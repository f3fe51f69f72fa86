import type { EditorState } from '../../../contract/index.ts';

/** What a document holds before anything is written in it: one empty paragraph, for the caret to stand in. */
export function emptyState(): EditorState {
  const element = { version: 1, direction: null, format: '', indent: 0 };
  return { root: { ...element, type: 'root', children: [{ ...element, type: 'paragraph', textFormat: 0, textStyle: '', children: [] }] } };
}
