import { createHeadlessEditor } from '@lexical/headless';
import { AutoLinkNode, LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { MarkNode } from '@lexical/mark';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import fc from 'fast-check';
import { $nodesOfType, TextNode } from 'lexical';
import { expect, test } from 'vitest';
import { deriveText, markRange, projectPassages } from '../../../anchoring/index.ts';
import { EditorState } from '../../../contract/index.ts';
import { block, charactersOf, paragraph, stateOf, states } from './states.ts';

/** What Lexical makes of a state: opened as it is, and after every text in it was touched as if it had been edited. */
function throughLexical(state: EditorState): { opened: EditorState; touched: EditorState } {
  const editor = createHeadlessEditor({
    nodes: [MarkNode, HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, AutoLinkNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.setEditorState(editor.parseEditorState(JSON.stringify(state)));
  const opened = exported(editor.getEditorState().toJSON());
  editor.update(
    () => {
      for (const node of $nodesOfType(TextNode)) node.markDirty();
    },
    { discrete: true },
  );
  return { opened, touched: exported(editor.getEditorState().toJSON()) };
}

function exported(json: unknown): EditorState {
  return EditorState.parse(JSON.parse(JSON.stringify(json)));
}

test('a mark made by markRange is serialised as Lexical itself would', () => {
  const marked = markRange(stateOf(paragraph('see ', block('link', 'the report'), ' now')), 'new', { start: 6, end: 14 });
  expect(throughLexical(marked)).toEqual({ opened: marked, touched: marked });
});

test('Lexical opens what markRange makes, and gives the same text and passages back', () => {
  fc.assert(
    fc.property(states, fc.nat(), fc.nat(), (state, one, other) => {
      const { length } = deriveText(state).text;
      const [from, to] = [one % (length + 1), other % (length + 1)];
      const marked = markRange(state, 'new', { start: Math.min(from, to), end: Math.max(from, to) });
      const derived = deriveText(marked);
      for (const seen of Object.values(throughLexical(marked))) {
        // Neighbouring texts of one format may have become one node; no character, format, link or mark may differ.
        expect(charactersOf(seen)).toEqual(charactersOf(marked));
        expect(deriveText(seen).text).toBe(derived.text);
        expect(projectPassages(deriveText(seen))).toEqual(projectPassages(derived));
      }
    }),
  );
});
