import { describe, expect, test } from 'vitest';
import { beginningIn, columnsOf, endIn } from '../../../main/cli/columns.ts';

describe('columns of a terminal', () => {
  test.each([
    ['port', 4],
    ['порт', 4],
    ['港口', 4],
    ['港口 port', 9],
    ['،הנמל', 5],
    ['الاِقْتِصاد', 8],
    ['cafe\u0301', 4],
    ['🚢', 2],
    ['「港」', 6],
    ['', 0],
  ])('%s', (text, expected) => {
    expect(columnsOf(text)).toBe(expected);
  });
});

test('what comes before is cut at its beginning and filled up there', () => {
  expect(endIn('the old port', 8)).toBe('old port');
  expect(endIn('port', 8)).toBe('    port');
  expect(endIn('星期三的会谈', 6)).toBe('的会谈');
  expect(endIn('星期三的会谈', 7), 'half a character has no room').toBe(' 的会谈');
});

test('what follows is cut at its end and filled up there', () => {
  expect(beginningIn('the old port', 7)).toBe('the old');
  expect(beginningIn('港口', 6)).toBe('港口  ');
  expect(beginningIn('cafe\u0301s', 4), 'a letter keeps its accent').toBe('cafe\u0301');
});
