import { $getSelection, $isRangeSelection, COMPOSITION_START_COMMAND, CONTROLLED_TEXT_INSERTION_COMMAND } from 'lexical';
import { describe, expect, test } from 'vitest';
import { $setLink } from '../../../renderer/editor/text/links.ts';
import { registerRules } from '../../../renderer/editor/typing/rules.ts';
import { $select, editorOf, link, mark, paragraph, quotes, shape, text, update } from './helpers.ts';

function opened(...blocks: Parameters<typeof editorOf>) {
  const editor = editorOf(...blocks);
  registerRules(editor, () => true);
  const type = (words: string) => update(editor, () => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, words));
  return { editor, type };
}

/** The caret where an input method begins, at an offset from the passage's text; answers the shape before anything is composed. */
function beginComposing(editor: ReturnType<typeof editorOf>): string {
  const event = { timeStamp: Number.MAX_SAFE_INTEGER } as unknown as CompositionEvent;
  update(editor, () => void editor.dispatchCommand(COMPOSITION_START_COMMAND, event));
  return shape(editor).replaceAll('\u200b', '_');
}

describe('an input method writes', () => {
  test('after a passage at its end', () => {
    const { editor } = opened(paragraph(text('see '), mark(['a'], text('one')), text(' end')));
    update(editor, () => $select(7));
    expect(beginComposing(editor)).toBe('see [a:one]_ end');
  });

  test('before a passage at its beginning, where Lexical would lose it', () => {
    const { editor } = opened(paragraph(mark(['a'], text('one')), text(' end')));
    update(editor, () => $select(0));
    expect(beginComposing(editor)).toBe('_[a:one] end');
  });

  test('into the passage that both sides share, where two overlap', () => {
    const { editor } = opened(paragraph(mark(['a', 'b'], text('one')), mark(['b'], text('two'))));
    update(editor, () => $select(3));
    expect(beginComposing(editor)).toBe('[a,b:one][b:_two]');
  });
});

describe('a link and a passage', () => {
  test('what is typed after a link that ends in a passage stands after both', () => {
    const { editor, type } = opened(
      paragraph(text('see '), link('https://example.org/', text('the '), mark(['a'], text('report'))), text(' end')),
    );
    update(editor, () => $select(14));
    type('s');
    expect(shape(editor)).toBe('see <the [a:report]>s end');
  });

  test('a passage keeps its words when a part of them becomes a link and is one no more', () => {
    const { editor } = opened(paragraph(text('see '), mark(['a'], text('one two')), text(' end')));
    update(editor, () => {
      $select(2, 7);
      $setLink('https://example.org/');
    });
    expect(quotes(editor)).toEqual({ a: 'one two' });
    update(editor, () => {
      $select(2, 7);
      $setLink(null);
    });
    expect(shape(editor)).toBe('see [a:one two] end');
  });
});

test('a word that the spelling checker corrects stays in the passage whose edge it is', () => {
  const { editor } = opened(paragraph(text('see '), mark(['a'], text('teh port')), text(' end')));
  const event = { inputType: 'insertReplacementText', data: 'the', dataTransfer: null } as unknown as InputEvent;
  update(editor, () => {
    $select(4, 7);
    editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, event);
  });
  expect(shape(editor)).toBe('see [a:the port] end');
  const caret = editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) && selection.isCollapsed();
  });
  expect(caret).toBe(true);
});
