import { $getRoot, $isElementNode } from 'lexical';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchWords } from '../../../renderer/editor/word-count.ts';
import { editorOf, paragraph, text, update } from './helpers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the words of an open document', () => {
  test('are told when it is opened and when it changes', () => {
    const editor = editorOf(paragraph(text('one two')), paragraph(text('three')));
    const tell = vi.fn();
    const stop = watchWords(editor, 'en', tell);
    vi.runAllTimers();
    expect(tell).toHaveBeenLastCalledWith(3);
    update(editor, () => {
      $getRoot().getFirstChild()?.remove();
      const last = $getRoot().getLastChild();
      if ($isElementNode(last)) last.selectEnd().insertText(' four five');
    });
    vi.runAllTimers();
    expect(tell).toHaveBeenLastCalledWith(3);
    stop();
  });
});
