import { describe, expect, test } from 'vitest';
import { movedTo } from '../../../renderer/ui/moves.ts';

describe('a key goes along a list', () => {
  test.each<[string, number, number | null]>([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 7],
    ['PageDown', 8, 9],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 3, 9],
    ['Enter', 3, null],
    ['a', 3, null],
  ])('%s on row %i', (key, at, to) => expect(movedTo(key, { at, count: 10, page: 4 })).toBe(to));

  test('of no rows nowhere', () => expect(movedTo('End', { at: 0, count: 0, page: 4 })).toBe(0));
});
