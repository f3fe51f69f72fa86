import { createHeadlessEditor } from '@lexical/headless';
import { $createParagraphNode, $createTextNode, $getRoot, type LexicalEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import { HistoryWeight } from '../../../renderer/undo/history-weight.ts';

/** An editor whose updates are weighed, one entry each. */
function weighed() {
  const editor = createHeadlessEditor();
  const weight = new HistoryWeight();
  const entries: object[] = [];
  editor.registerUpdateListener(({ dirtyLeaves, dirtyElements, editorState }) => {
    weight.touch(dirtyLeaves);
    weight.touch(dirtyElements.keys());
    const entry = {};
    entries.push(entry);
    weight.weigh(entry, editorState);
  });
  return { editor, weight, entries };
}

function write(editor: LexicalEditor, text: string): void {
  editor.update(
    () => {
      $getRoot().append($createParagraphNode().append($createTextNode(text)));
    },
    { discrete: true },
  );
}

const kB = 1024;

describe('an undo history', () => {
  test.each([
    { what: 'short entries all stay', texts: 20, length: 10, most: 1024 * kB, kept: 20 },
    { what: 'of heavy ones, those that fit stay', texts: 20, length: 50 * kB, most: 1024 * kB, kept: 9 },
    { what: 'one that is too heavy by itself stays', texts: 3, length: 1024 * kB, most: 1024 * kB, kept: 1 },
  ])('$what', ({ texts, length, most, kept }) => {
    const { editor, weight, entries } = weighed();
    for (let n = 0; n < texts; n += 1) write(editor, 'x'.repeat(length));
    const newest = entries.slice(-kept);
    weight.lighten(entries, most);
    expect(entries).toEqual(newest);
    expect(entries.at(-1)).toBe(newest.at(-1));
  });

  test('of a book holds the whole text with each of its states', () => {
    const { editor, weight, entries } = weighed();
    editor.update(() => $getRoot().append(...Array.from({ length: 10_000 }, () => $createParagraphNode())), { discrete: true });
    for (let n = 0; n < 20; n += 1) write(editor, 'A word more.');
    weight.lighten(entries, 8 * 400 * kB);
    expect(entries.length).toBe(5);
  });

  test('that went on after it was lightened weighs only what is left', () => {
    const { editor, weight, entries } = weighed();
    for (let n = 0; n < 60; n += 1) {
      write(editor, 'x'.repeat(50 * kB));
      weight.lighten(entries, 1024 * kB);
      expect(entries.length).toBe(Math.min(n + 1, 9));
    }
  });
});
