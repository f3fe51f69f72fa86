import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, type Selection, type Way, wayOfArrow, wayOfPress } from '../../../renderer/ui/selection.ts';

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const nothing: Selection = { ids: [], active: null, anchor: null };

/** What is chosen after going to rows, one after another. */
function after(...deeds: [row: string, way: Way][]): string {
  const end = deeds.reduce((was, [row, way]) => choose(was, rows, 'abcde'.indexOf(row), way), nothing);
  return end.ids.toSorted().join('');
}

describe('rows are chosen', () => {
  test.each<[string, [string, Way][], string]>([
    ['a press chooses one', [['b', 'only']], 'b'],
    [
      'another press chooses another',
      [
        ['b', 'only'],
        ['d', 'only'],
      ],
      'd',
    ],
    [
      'Shift chooses a stretch',
      [
        ['b', 'only'],
        ['d', 'range'],
      ],
      'bcd',
    ],
    [
      'Shift the other way keeps where it began',
      [
        ['c', 'only'],
        ['e', 'range'],
        ['a', 'range'],
      ],
      'abc',
    ],
    [
      'Ctrl adds one',
      [
        ['a', 'only'],
        ['d', 'toggle'],
      ],
      'ad',
    ],
    [
      'Ctrl takes one away',
      [
        ['a', 'only'],
        ['d', 'toggle'],
        ['a', 'toggle'],
      ],
      'd',
    ],
    [
      'Shift after Ctrl begins where Ctrl was',
      [
        ['a', 'only'],
        ['c', 'toggle'],
        ['d', 'range'],
      ],
      'cd',
    ],
    [
      'the keyboard alone moves and chooses nothing',
      [
        ['a', 'only'],
        ['b', 'move'],
        ['c', 'move'],
      ],
      'a',
    ],
    ['Shift with nothing chosen chooses the row', [['c', 'range']], 'c'],
  ])('%s', (_, deeds, chosen) => expect(after(...deeds)).toBe(chosen));

  test('a row that is not there changes nothing', () => expect(choose(nothing, rows, 9, 'only')).toBe(nothing));

  test('a stretch begins at the row gone to where its beginning is no longer listed', () => {
    const was: Selection = { ids: ['x'], active: 'x', anchor: 'x' };
    expect(choose(was, rows, 2, 'range')).toEqual({ ids: ['c'], active: 'c', anchor: 'c' });
  });
});

test('a stretch is whole and has both its ends, however one came there', () => {
  fc.assert(
    fc.property(fc.nat(4), fc.array(fc.nat(4), { minLength: 1 }), (from, tos) => {
      const end = tos.reduce((was, to) => choose(was, rows, to, 'range'), choose(nothing, rows, from, 'only'));
      const to = tos.at(-1) ?? from;
      expect(end.ids).toEqual(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id));
    }),
  );
});

test.each([
  [{}, 'only', 'only'],
  [{ shiftKey: true }, 'range', 'range'],
  [{ ctrlKey: true }, 'toggle', 'move'],
  [{ metaKey: true }, 'toggle', 'move'],
] as const)('%j', (keys, press, arrow) => {
  const held = { shiftKey: false, ctrlKey: false, metaKey: false, ...keys };
  expect([wayOfPress(held), wayOfArrow(held)]).toEqual([press, arrow]);
});
