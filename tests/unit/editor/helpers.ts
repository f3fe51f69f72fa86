import { createHeadlessEditor } from '@lexical/headless';
import { $createRangeSelection, $getNodeByKey, $getRoot, $isTextNode, $setSelection, type LexicalEditor } from 'lexical';
import { deriveText, projectPassages } from '../../../anchoring/index.ts';
import { EditorState, type Segment } from '../../../contract/index.ts';
import { $flattenMarks, registerMarks } from '../../../renderer/editor/text/marks.ts';
import { documentEditorConfig } from '../../../renderer/editor/text/nodes.ts';
import { $mark } from '../../../renderer/editor/text/stretch.ts';
import { $textMap, pointsOf } from '../../../renderer/editor/text/text-map.ts';

type Json = Record<string, unknown>;

const element = (type: string, children: Json[], more: Json = {}): Json => ({
  type,
  children,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  ...more,
});
export const text = (words: string, format = 0): Json => ({
  type: 'text',
  text: words,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
});
export const lineBreak = (): Json => ({ type: 'linebreak', version: 1 });
export const mark = (ids: string[], ...children: Json[]): Json => element('mark', children, { ids });
export const link = (url: string, ...children: Json[]): Json => element('link', children, { url, rel: null, target: null, title: null });
export const paragraph = (...children: Json[]): Json => element('paragraph', children, { textFormat: 0, textStyle: '' });
export const heading = (tag: string, ...children: Json[]): Json => element('heading', children, { tag });
export const item = (...children: Json[]): Json => element('listitem', children, { value: 1 });
export const list = (...children: Json[]): Json => element('list', children, { listType: 'bullet', start: 1, tag: 'ul' });
export const state = (...blocks: Json[]): EditorState => EditorState.parse({ root: element('root', blocks) });

/** An editor without a window that holds these blocks and keeps its marks in order. */
export function editorOf(...blocks: Json[]): LexicalEditor {
  const editor = createHeadlessEditor(documentEditorConfig());
  editor.setEditorState(editor.parseEditorState(JSON.stringify(state(...blocks)), () => $flattenMarks($getRoot())));
  registerMarks(editor);
  return editor;
}

export function update(editor: LexicalEditor, change: () => void): void {
  editor.update(change, { discrete: true });
}

export function stateOf(editor: LexicalEditor): EditorState {
  return EditorState.parse(editor.getEditorState().toJSON());
}

/** Puts the caret, or a selection, at offsets of the text; a caret on an edge between leaves goes into the earlier one. */
export function $select(start: number, end = start): void {
  const map = $textMap();
  const before = start === end && start > 0 ? pointsOf(map, { start: start - 1, end: start }) : null;
  const points = before === null ? pointsOf(map, { start, end: Math.max(end, start + 1) }) : { start: before.end, end: before.end };
  if (points === null) throw new Error(`no text at ${start}`);
  const to = start === end ? points.start : points.end;
  const selection = $createRangeSelection();
  selection.anchor.set(points.start.key, points.start.offset, $isTextNode($getNodeByKey(points.start.key)) ? 'text' : 'element');
  selection.focus.set(to.key, to.offset, $isTextNode($getNodeByKey(to.key)) ? 'text' : 'element');
  $setSelection(selection);
}

export function tag(editor: LexicalEditor, id: string, segment: Segment): void {
  update(editor, () => $mark($textMap(), id, segment));
}

/** What each passage says, by id. */
export function quotes(editor: LexicalEditor): Record<string, string> {
  return Object.fromEntries(Array.from(projectPassages(deriveText(stateOf(editor))), ([id, { quote }]) => [id, quote]));
}

export function wordsOf(editor: LexicalEditor): string {
  return deriveText(stateOf(editor)).text;
}

/** The shape of the marks, for tests that care: `[a:words]` for a mark, `<words>` for a link, `¶` between blocks. */
export function shape(editor: LexicalEditor): string {
  const draw = (node: Json): string => {
    const children = Array.isArray(node.children) ? node.children.map(draw).join('') : '';
    if (node.type === 'mark' && Array.isArray(node.ids)) return `[${node.ids.join(',')}:${children}]`;
    if (node.type === 'link') return `<${children}>`;
    return typeof node.text === 'string' ? node.text : node.type === 'linebreak' ? '⏎' : children;
  };
  return stateOf(editor).root.children.map(draw).join('¶');
}
