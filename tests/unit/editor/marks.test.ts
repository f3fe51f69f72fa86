import { $createParagraphNode, $createTextNode, $getSelection, $isRangeSelection, type RangeSelection } from 'lexical';
import { describe, expect, test } from 'vitest';
import { $mark, $unmark } from '../../../renderer/editor/text/stretch.ts';
import { $textMap } from '../../../renderer/editor/text/text-map.ts';
import { $select, editorOf, link, mark, paragraph, quotes, shape, tag, text, update, wordsOf } from './helpers.ts';

function $caret(): RangeSelection {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) throw new Error('no caret');
  return selection;
}

const type = (at: number, words: string) => () => {
  $select(at);
  $caret().insertText(words);
};

describe('marking a stretch', () => {
  test('keeps overlapping passages apart and flat', () => {
    const editor = editorOf(paragraph(text('one two three four')));
    tag(editor, 'a', { start: 0, end: 13 });
    tag(editor, 'b', { start: 4, end: 18 });
    tag(editor, 'c', { start: 4, end: 7 });
    expect(quotes(editor)).toEqual({ a: 'one two three', b: 'two three four', c: 'two' });
    expect(shape(editor)).toBe('[a:one ][a,b,c:two][a,b: three][b: four]');
  });

  test('runs over blocks, formats and links', () => {
    const editor = editorOf(
      paragraph(text('see '), link('https://example.org/', text('the report'))),
      paragraph(text('bold', 1), text(' end')),
    );
    tag(editor, 'a', { start: 8, end: 20 });
    expect(quotes(editor)).toEqual({ a: 'report\nbold ' });
    expect(shape(editor)).toBe('see <the [a:report]>¶[a:bold ]end');
  });

  test('is taken back by unmarking', () => {
    const editor = editorOf(paragraph(text('one '), mark(['a', 'b'], text('two')), text(' three')));
    update(editor, () => $unmark($textMap(), 'a'));
    expect(shape(editor)).toBe('one [b:two] three');
    update(editor, () => $unmark($textMap(), 'b'));
    expect(shape(editor)).toBe('one two three');
  });

  test('flattens what comes nested, also through links', () => {
    const editor = editorOf(
      paragraph(mark(['a'], text('x '), mark(['b'], text('y')), link('https://example.org/', text('z ', 1), mark(['c'], text('w'))))),
    );
    expect(shape(editor)).toBe('[a:x ][a,b:y]<[a:z ][a,c:w]>');
  });
});

describe('typing', () => {
  const overlapping = () =>
    editorOf(paragraph(text('see '), mark(['a'], text('one')), mark(['a', 'b'], text('two')), mark(['b'], text('three')), text(' end')));

  test('inside a passage belongs to it', () => {
    const editor = overlapping();
    update(editor, type(5, '-'));
    expect(quotes(editor).a).toBe('o-netwo');
  });

  test('at a passage’s outer edges stays outside', () => {
    const editor = overlapping();
    update(editor, type(15, '!'));
    update(editor, type(4, 'just '));
    expect(quotes(editor)).toEqual({ a: 'onetwo', b: 'twothree' });
    expect(wordsOf(editor)).toBe('see just onetwothree! end');
  });

  test('at an inner edge of overlapping passages leaves no hole in the passage they share', () => {
    const editor = overlapping();
    update(editor, type(7, '-'));
    expect(quotes(editor)).toEqual({ a: 'one-two', b: 'twothree' });
    update(editor, type(11, '+'));
    expect(quotes(editor)).toEqual({ a: 'one-two', b: 'two+three' });
  });

  test('at the end of a paragraph in the middle of a passage belongs to it', () => {
    const editor = editorOf(paragraph(mark(['a'], text('one'))), paragraph(mark(['a'], text('two')), text(' rest')));
    update(editor, type(3, ' more'));
    expect(quotes(editor)).toEqual({ a: 'one more\ntwo' });
  });

  test('over a selection across an inner edge belongs to the passage they share', () => {
    const editor = overlapping();
    update(editor, () => {
      $select(6, 8);
      $caret().insertText('X');
    });
    expect(quotes(editor).a).toBe('onXwo');
  });

  test('over all that stands between two parts of a passage belongs to it', () => {
    const editor = editorOf(
      paragraph(mark(['a'], text('far north'))),
      paragraph(text('see '), mark(['a'], text('one')), mark(['a', 'b'], text('two'))),
    );
    update(editor, () => {
      $select(4, 17);
      $caret().insertText('X');
    });
    expect(quotes(editor)).toEqual({ a: 'far Xtwo', b: 'two' });
  });

  test('between two parts of a passage that stand apart takes in nothing', () => {
    const editor = editorOf(paragraph(mark(['a'], text('one')), text(' gap '), mark(['a'], text('two'))));
    update(editor, type(3, '!'));
    update(editor, type(6, '?'));
    expect(quotes(editor)).toEqual({ a: 'one … two' });
  });
});

describe('editing around passages', () => {
  test('splitting and joining a paragraph heals the mark', () => {
    const editor = editorOf(paragraph(mark(['a'], text('one two')), text(' rest')));
    update(editor, () => {
      $select(3);
      $caret().insertParagraph();
    });
    expect(quotes(editor).a).toBe('one\n two');
    update(editor, () => $caret().deleteCharacter(true));
    expect(shape(editor)).toBe('[a:one two] rest');
  });

  test('deleting all of a passage’s text takes its id from the tree', () => {
    const editor = editorOf(paragraph(text('keep '), mark(['a'], text('gone')), text(' keep')));
    update(editor, () => {
      $select(5, 9);
      $caret().removeText();
    });
    expect(quotes(editor)).toEqual({});
    expect(wordsOf(editor)).toBe('keep  keep');
  });

  test('deleting all of a passage inside another leaves the caret where it stood', () => {
    const editor = editorOf(paragraph(mark(['a'], text('one ')), mark(['a', 'b'], text('two')), mark(['a'], text(' three'))));
    update(editor, () => {
      $select(4, 7);
      $caret().removeText();
    });
    update(editor, () => $caret().insertText('x'));
    expect(shape(editor)).toBe('[a:one x three]');
  });

  test('paragraphs put inside a passage belong to it', () => {
    const editor = editorOf(paragraph(text('see '), mark(['a'], text('one two')), text(' rest')));
    update(editor, () => {
      $select(7);
      $caret().insertNodes(['x', 'y'].map((words) => $createParagraphNode().append($createTextNode(words))));
    });
    expect(wordsOf(editor)).toBe('see onex\ny two rest');
    expect(quotes(editor)).toEqual({ a: 'onex\ny two' });
  });

  test('Enter after a passage begins a paragraph outside it', () => {
    const editor = editorOf(paragraph(mark(['a'], text('passage'))));
    update(editor, () => {
      $select(7);
      $caret().insertParagraph();
      $caret().insertText('next');
    });
    expect(quotes(editor)).toEqual({ a: 'passage' });
    expect(wordsOf(editor)).toBe('passage\nnext');
  });

  test('marking keeps the selection on its words', () => {
    const editor = editorOf(paragraph(text('one two three')));
    update(editor, () => $select(4, 7));
    update(editor, () => $mark($textMap(), 'a', { start: 4, end: 7 }));
    expect(editor.read(() => $caret().getTextContent())).toBe('two');
  });
});
