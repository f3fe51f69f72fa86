import { describe, expect, test } from 'vitest';
import { $unmarkAll, nextWordEnd, passagesOn, previousWordEnd, tidySegment } from '../../../renderer/editor/text/stretch.ts';
import { $textMap } from '../../../renderer/editor/text/text-map.ts';
import { editorOf, mark, paragraph, text } from './helpers.ts';

describe('a selection as a passage takes it', () => {
  const family = '👩‍👩‍👧';
  test.each([
    ['spaces at both edges', ' one ', [0, 5], 'one'],
    ['the line break a triple click takes along', 'one\ntwo', [0, 4], 'one'],
    ['an ideographic space', '\u3000经济', [0, 3], '经济'],
    ['half a surrogate pair', 'a👍b', [0, 2], 'a👍'],
    ['part of a family', `x${family}y`, [3, 5], family],
    ['a letter without its accent', 'cafe\u0301 au lait', [0, 4], 'cafe\u0301'],
  ])('%s', (_name, words, [start, end], expected) => {
    const segment = tidySegment(words, { start: start ?? 0, end: end ?? 0 });
    expect(segment && words.slice(segment.start, segment.end)).toBe(expected);
  });

  test('nothing but space is no passage', () => {
    expect(tidySegment('a  \n b', { start: 1, end: 5 })).toBeNull();
  });
});

describe('growing and shrinking by a word', () => {
  test.each([
    ['a space before the word', 'one two three', 3, 7],
    ['the rest of a word', 'one two', 5, 7],
    ['punctuation between', 'one, “two” three', 3, 9],
    ['the end of the line', 'one.\ntwo', 3, 4],
    ['Russian', 'новый договор', 5, 13],
  ])('grows over %s', (_name, words, from, to) => expect(nextWordEnd(words, from)).toBe(to));

  test.each([
    ['the last word', 'one two three', 'one two'],
    ['punctuation at the end first', 'one two.', 'one two'],
    ['nothing of a single word', 'one', 'one'],
  ])('shrinks by %s', (_name, words, left) => expect(words.slice(0, previousWordEnd(words, { start: 0, end: words.length }))).toBe(left));
});

test('a passage is found by the stretch it stands on', () => {
  const map = editorOf(paragraph(text('one '), mark(['a'], text('two')), mark(['a', 'b'], text(' three')))).read($textMap);
  expect(passagesOn(map, { start: 4, end: 13 })).toEqual(['a']);
  expect(passagesOn(map, { start: 7, end: 13 })).toEqual(['b']);
  expect(passagesOn(map, { start: 4, end: 7 })).toEqual([]);
});

test('several passages are taken out of the text at once, those they cross stay', () => {
  const editor = editorOf(paragraph(mark(['a'], text('one ')), mark(['a', 'b'], text('two')), mark(['b', 'c'], text(' three'))));
  editor.update(() => $unmarkAll($textMap(), new Set(['a', 'c', 'gone'])), { discrete: true });
  const map = editor.read($textMap);
  expect(map.text).toBe('one two three');
  expect(passagesOn(map, { start: 4, end: 13 })).toEqual(['b']);
  expect(new Set(map.runs.flatMap(({ markIds }) => markIds))).toEqual(new Set(['b']));
});
