import { describe, expect, test } from 'vitest';
import { findAll } from '../../../renderer/editor/find/find.ts';
import { $replace, replaceable } from '../../../renderer/editor/text/replace.ts';
import { $textMap } from '../../../renderer/editor/text/text-map.ts';
import { editorOf, link, mark, paragraph, quotes, shape, text, update, wordsOf } from './helpers.ts';

const replaceAll = (editor: ReturnType<typeof editorOf>, find: string, words: string) =>
  update(editor, () => {
    const map = $textMap();
    $replace(map, replaceable(map.text, findAll(map.text, find, false)), words);
  });

describe('replacing words', () => {
  test('keeps the passages that stand on them, also where they are a passage’s edge or the whole of it', () => {
    const editor = editorOf(paragraph(text('the '), mark(['a'], text('north sea')), text(', the '), mark(['b'], text('north')), text('.')));
    replaceAll(editor, 'north', 'southern');
    expect(wordsOf(editor)).toBe('the southern sea, the southern.');
    expect(quotes(editor)).toEqual({ a: 'southern sea', b: 'southern' });
  });

  test('of which a passage held only a part takes them out of it', () => {
    const editor = editorOf(paragraph(text('the nor'), mark(['a'], text('th sea'))));
    replaceAll(editor, 'north', 'south');
    expect(shape(editor)).toBe('the south[a: sea]');
  });

  test('between two parts of a passage takes in nothing', () => {
    const editor = editorOf(paragraph(mark(['a'], text('one')), text('gap'), mark(['a'], text('two'))));
    replaceAll(editor, 'gap', 'hole');
    expect(quotes(editor)).toEqual({ a: 'one … two' });
  });

  test('may run over formats and links', () => {
    const editor = editorOf(paragraph(text('a '), text('bold', 1), link('https://example.org/', text(' link')), text(' end')));
    replaceAll(editor, 'bold link', 'word');
    expect(wordsOf(editor)).toBe('a word end');
  });

  test('with nothing takes them away, and a passage of nothing else is detached', () => {
    const editor = editorOf(paragraph(text('see '), mark(['a'], text('this')), text(' and '), mark(['b'], text('this too'))));
    replaceAll(editor, 'this', '');
    expect(wordsOf(editor)).toBe('see  and  too');
    expect(quotes(editor)).toEqual({ b: ' too' });
  });

  test('leaves those that run over a line’s end', () => {
    const editor = editorOf(paragraph(text('one')), paragraph(text('two one two')));
    replaceAll(editor, 'one two', 'X');
    expect(wordsOf(editor)).toBe('one\ntwo X');
  });
});
