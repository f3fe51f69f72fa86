import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createMarkNode } from '@lexical/mark';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COPY_COMMAND,
  CUT_COMMAND,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import { registerLinks } from '../../../renderer/editor/text/links.ts';
import { registerClipboard } from '../../../renderer/editor/typing/clipboard.ts';
import { $select, editorOf, mark, paragraph, quotes, shape, stateOf, text, update, wordsOf } from './helpers.ts';

function opened() {
  const editor = editorOf(paragraph(text('see '), mark(['a'], text('one two')), text(' end')));
  registerClipboard(editor, (id) => id === 'a' || id === 'b');
  registerLinks(editor);
  return editor;
}

function paste(editor: LexicalEditor, at: number, make: () => LexicalNode[]): void {
  update(editor, () => {
    $select(at);
    const selection = $getSelection();
    if (selection !== null) editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes: make(), selection });
  });
}

const $passage = (id: string, words: string) => $createMarkNode([id]).append($createTextNode(words));

describe('pasting', () => {
  test('a copy of a passage is plain text', () => {
    const editor = opened();
    paste(editor, 2, () => [$passage('a', 'one two')]);
    expect(wordsOf(editor)).toBe('seone twoe one two end');
    expect(quotes(editor)).toEqual({ a: 'one two' });
  });

  test('a passage that was cut moves', () => {
    const editor = opened();
    update(editor, () => {
      $select(4, 11);
      $getSelection()?.insertText('');
    });
    paste(editor, 2, () => [$passage('a', 'one two')]);
    expect(shape(editor)).toBe('se[a:one two]e  end');
  });

  test('a part of a passage that was cut stays with it', () => {
    const editor = opened();
    update(editor, () => {
      $select(8, 11);
      editor.dispatchCommand(CUT_COMMAND, null);
      $getSelection()?.insertText('');
    });
    paste(editor, 2, () => [$passage('a', 'two')]);
    expect(quotes(editor)).toEqual({ a: 'two … one ' });
  });

  test.each([COPY_COMMAND, CUT_COMMAND])('with nothing selected, $type leaves on the clipboard what was cut', (command) => {
    const editor = opened();
    update(editor, () => {
      $select(8, 11);
      editor.dispatchCommand(CUT_COMMAND, null);
      $getSelection()?.insertText('');
      $select(2);
      editor.dispatchCommand(command, null);
    });
    paste(editor, 2, () => [$passage('a', 'two')]);
    expect(shape(editor)).toBe('se[a:two]e [a:one ] end');
  });

  test('a passage whose cut was undone is not doubled', () => {
    const editor = opened();
    update(editor, () => {
      $select(8, 11);
      editor.dispatchCommand(CUT_COMMAND, null);
    });
    editor.update(() => $getRoot().getFirstChild()?.markDirty(), { discrete: true, tag: HISTORIC_TAG });
    paste(editor, 2, () => [$passage('a', 'two')]);
    expect(quotes(editor)).toEqual({ a: 'one two' });
  });

  test('a copy put over its own passage is that passage', () => {
    const editor = opened();
    update(editor, () => {
      $select(4, 11);
      const selection = $getSelection();
      if (selection !== null) {
        editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes: [$passage('a', 'one two')], selection });
      }
    });
    expect(shape(editor)).toBe('see [a:one two] end');
  });

  test('inside a passage belongs to it, also over several paragraphs', () => {
    const editor = opened();
    update(editor, () => {
      $select(7);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertRawText('x\ny');
    });
    expect(quotes(editor)).toEqual({ a: 'onex\ny two' });
  });

  test('a passage of another document is plain text', () => {
    const editor = opened();
    paste(editor, 2, () => [$passage('elsewhere', 'x')]);
    expect(quotes(editor)).toEqual({ a: 'one two' });
  });

  test('keeps the formats a document knows and drops the others', () => {
    const editor = editorOf(paragraph(text('x')));
    registerClipboard(editor, () => false);
    const every = 2047;
    paste(editor, 1, () => [$createTextNode('y').setFormat(every).setStyle('color: red')]);
    expect(JSON.stringify(stateOf(editor))).toContain('"format":11');
    expect(JSON.stringify(stateOf(editor))).not.toContain('red');
  });

  test('keeps safe links alone, and no alignment or check boxes', () => {
    const editor = opened();
    paste(editor, 2, () => [
      $createParagraphNode()
        .setFormat('center')
        .append(
          $createLinkNode('javascript:alert(1)').append($createTextNode('bad ')),
          $createLinkNode('https://example.org/', { target: '_blank' }).append($createTextNode('good')),
        ),
      $createListNode('check').append($createListItemNode().append($createTextNode('item'))),
    ]);
    expect(shape(editor)).toContain('bad <good>');
    const stored = JSON.stringify(stateOf(editor));
    for (const unwanted of ['javascript', '_blank', 'center', '"check"']) expect(stored).not.toContain(unwanted);
  });
});
