import { createHeadlessEditor } from '@lexical/headless';
import { $createLinkNode } from '@lexical/link';
import { $createParagraphNode, $createTextNode, $getRoot, $isTextNode, RootNode } from 'lexical';
import { describe, expect, test, vi } from 'vitest';
import { documentEditorConfig } from '../../../renderer/editor/text/nodes.ts';
import { registerRootRule } from '../../../renderer/editor/typing/root-rule.ts';

/** A text of three paragraphs, and how often Lexical's own rule for the root was asked since. */
function opened() {
  const editor = createHeadlessEditor(documentEditorConfig());
  const rule = vi.fn();
  editor._nodes.get(RootNode.getType())?.transforms.add(rule);
  registerRootRule(editor);
  const edit = (change: () => void) => editor.update(change, { discrete: true });
  edit(() => {
    for (const text of ['Wheat.', 'Rye.', 'Oats.']) $getRoot().append($createParagraphNode().append($createTextNode(text)));
  });
  rule.mockClear();
  return { editor, edit, rule };
}

describe('the rule for the root of a document', () => {
  test('puts a link that comes to stand among the blocks into one', () => {
    const { editor, edit } = opened();
    edit(() => void $getRoot().append($createLinkNode('https://example.org').append($createTextNode('Barley.'))));
    expect(editor.read(() => $getRoot().getLastChild()?.getType())).toBe('paragraph');
    expect(editor.read(() => $getRoot().getTextContent())).toBe('Wheat.\n\nRye.\n\nOats.\n\nBarley.');
  });

  test.each<[string, () => void, number]>([
    ['typing within a block', () => $type('Grain'), 0],
    ['a block less', () => $getRoot().getFirstChild()?.remove(), 1],
    ['a block more', () => void $getRoot().getFirstChild()?.insertAfter($createParagraphNode()), 1],
    ['a block in place of another', () => void $getRoot().getFirstChild()?.replace($createParagraphNode()), 1],
  ])('%s', (_, change, asked) => {
    const { edit, rule } = opened();
    edit(change);
    expect(rule).toHaveBeenCalledTimes(asked);
  });
});

function $type(text: string): void {
  const leaf = $getRoot().getFirstDescendant();
  if ($isTextNode(leaf)) leaf.setTextContent(text);
}
