import { describe, expect, test } from 'vitest';
import { sentencesIn } from '../../../anchoring/sentences.ts';
import { isSign, tokenise } from '../../../anchoring/tokens.ts';

describe('the sentences of a text', () => {
  test.each([
    ['end with full stops', 'Prices rose. Nobody asked why.', ['Prices rose.', 'Nobody asked why.']],
    ['end after a quotation', '“Sign here.” He did not.', ['“Sign here.”', 'He did not.']],
    ['go on after a number with a point', 'It grew by 3.5 per cent.', ['It grew by 3.5 per cent.']],
    ['end with a line', 'A heading\nIts text', ['A heading', 'Its text']],
    ['end in Chinese without a space', '价格上涨。没有人问为什么。', ['价格上涨。', '没有人问为什么。']],
    ['end with questions and calls', 'Кто это? Никто!', ['Кто это?', 'Никто!']],
  ])('%s', (_, text, sentences) => {
    const tokens = tokenise(text, new Map());
    const spans = sentencesIn(tokens, { from: 0, to: tokens.ids.length });
    expect(spans.map(({ from, to }) => text.slice(tokens.starts[from], tokens.ends[to - 1]))).toEqual(sentences);
  });
});

test.each([
  ['.', true],
  ['—', true],
  ['”', true],
  ['。', true],
  ['7', false],
  ['é', false],
  ['月', false],
  ['👩‍🚒', false],
  ['🇩🇪', false],
])('%s is a sign: %s', (word, expected) => {
  expect(isSign(word)).toBe(expected);
});
