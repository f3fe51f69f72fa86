import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode, HISTORIC_TAG } from 'lexical';
import { expect, test } from 'vitest';
import { applyBlocks } from '../../../anchoring/index.ts';
import { EditorState, isKept } from '../../../contract/index.ts';
import { changedBlocks } from '../../../renderer/editor/session/changed-blocks.ts';
import { documentEditorConfig } from '../../../renderer/editor/text/nodes.ts';

type Edit = { kind: 'write' | 'insert' | 'remove' | 'move' | 'back'; at: number };

const edits = fc.array(fc.record<Edit>({ kind: fc.constantFrom('write', 'insert', 'remove', 'move', 'back'), at: fc.nat({ max: 40 }) }), {
  maxLength: 12,
});

function book() {
  const editor = createHeadlessEditor(documentEditorConfig());
  editor.update(
    () => {
      for (let n = 0; n < 30; n += 1) $getRoot().append($createParagraphNode().append($createTextNode(`Paragraph ${n}.`)));
    },
    { discrete: true },
  );
  return editor;
}

test('what changed, put on what was there, is what is there: after any edits, undone ones included', () => {
  fc.assert(
    fc.property(edits, (made) => {
      const editor = book();
      const before = editor.getEditorState();
      for (const { kind, at } of made) {
        if (kind === 'back') {
          editor.setEditorState(before, { tag: HISTORIC_TAG });
          continue;
        }
        editor.update(
          () => {
            const root = $getRoot();
            const block = root.getChildAtIndex(at % Math.max(1, root.getChildrenSize()));
            if (block === null || kind === 'insert') root.splice(0, 0, [$createParagraphNode().append($createTextNode('New.'))]);
            else if (kind === 'remove') block.remove();
            else if (kind === 'move') root.append(block);
            else if ($isElementNode(block)) block.append($createTextNode(' More.'));
          },
          { discrete: true },
        );
      }
      const now = editor.getEditorState();
      const blocks = changedBlocks(before, now);
      expect(applyBlocks(EditorState.parse(before.toJSON()), blocks)).toEqual(now.toJSON());
    }),
  );
});

test('of a word in the middle, one block is told', () => {
  const editor = book();
  const before = editor.getEditorState();
  editor.update(
    () => {
      const block = $getRoot().getChildAtIndex(12);
      if ($isElementNode(block)) block.append($createTextNode(' More.'));
    },
    { discrete: true },
  );
  const blocks = changedBlocks(before, editor.getEditorState());
  expect(blocks.filter((block) => !isKept(block))).toHaveLength(1);
  expect(blocks.filter(isKept)).toEqual([
    { from: 0, to: 12 },
    { from: 13, to: 30 },
  ]);
});
