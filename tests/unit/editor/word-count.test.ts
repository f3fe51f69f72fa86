import { $getRoot, $isElementNode, type LexicalEditor } from 'lexical';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchWords } from '../../../renderer/editor/word-count.ts';
import { editorOf, paragraph, text, update } from './helpers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Types at the end of the last block, with the first one taken away. */
function changeText(editor: LexicalEditor): void {
  update(editor, () => {
    $getRoot().getFirstChild()?.remove();
    const last = $getRoot().getLastChild();
    if ($isElementNode(last)) last.selectEnd().insertText(' four five');
  });
}

describe('the words of an open document', () => {
  test('are those that the notebook counted until it is changed, and then what came and went besides', () => {
    const editor = editorOf(paragraph(text('one two')), paragraph(text('three')));
    const tell = vi.fn();
    // As if the notebook parted a word that the window does not.
    const stop = watchWords(editor, { language: 'en', words: 4 }, tell);
    vi.runAllTimers();
    expect(tell).not.toHaveBeenCalled();
    changeText(editor);
    vi.runAllTimers();
    expect(tell).toHaveBeenLastCalledWith(4);
    stop();
  });

  test('are right where it is changed before they were counted', () => {
    const editor = editorOf(paragraph(text('one two six')), paragraph(text('three')));
    const tell = vi.fn();
    const stop = watchWords(editor, { language: 'en', words: 4 }, tell);
    changeText(editor);
    vi.runAllTimers();
    expect(tell).toHaveBeenLastCalledWith(3);
    stop();
  });
});
