import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { arrange, finishGroups, longestRise, roomyGroup } from '../../../renderer/editor/layout/arrange.ts';

const { document } = parseHTML('<html><body></body></html>');

function block(name: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = name;
  return element;
}

/** A text of so many blocks, as it stands when it was opened. */
function text(size: number): { root: HTMLElement; blocks: HTMLElement[] } {
  const root = document.createElement('div');
  const blocks = Array.from({ length: size }, (_, n) => block(String(n)));
  for (const each of blocks) roomyGroup(root).append(each);
  finishGroups(root);
  return { root, blocks };
}

function sizes(root: HTMLElement): number[] {
  return Array.from(root.children, (group) => group.childElementCount);
}

function standing(root: HTMLElement): Element[] {
  return Array.from(root.children).flatMap((group) => Array.from(group.children));
}

describe('the groups of a text', () => {
  test('are filled one after the other', () => {
    expect(sizes(text(70).root)).toEqual([32, 32, 6]);
  });

  test.each<[string, (blocks: HTMLElement[]) => HTMLElement[], number[]]>([
    ['a block put at the end belongs before the second group', (b) => [...b.slice(0, 32), ...b.slice(69), ...b.slice(32, 69)], [33, 32, 5]],
    ['a block is gone', (b) => b.toSpliced(40, 1), [32, 31, 6]],
    ['the first block goes to the end', (b) => [...b.slice(1), ...b.slice(0, 1)], [31, 32, 7]],
    ['a whole group is gone', (b) => b.toSpliced(32, 32), [32, 6]],
    [
      'a hundred are pasted at the edge of a group',
      (b) => b.toSpliced(32, 0, ...Array.from({ length: 100 }, () => block('new'))),
      [32, 32, 32, 32, 4, 32, 6],
    ],
    ['nothing but one new block is left', () => [block('new')], [1]],
  ])('%s', (_, change, expected) => {
    const { root, blocks } = text(70);
    const wanted = change(blocks);
    arrange(root, wanted);
    expect(standing(root)).toEqual(wanted);
    expect(sizes(root)).toEqual(expected);
  });

  test('hold exactly the blocks they are told to, in order, wherever those stood', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        fc.array(fc.array(fc.nat(200), { minLength: 1 }), { maxLength: 4 }),
        (size, changes) => {
          const { root, blocks } = text(size);
          for (const change of changes) {
            const wanted = Array.from(new Set(change), (n) => blocks[n] ?? block('new'));
            // As Lexical leaves a block whose element was made anew.
            if (wanted[0] !== undefined) root.append(wanted[0]);
            arrange(root, wanted);
            expect(standing(root)).toEqual(wanted);
            expect(sizes(root).every((each) => each > 0 && each <= 64)).toBe(true);
          }
        },
      ),
    );
  });
});

test.each<[(number | null)[], boolean[]]>([
  [
    [0, 0, 1, 1, 2],
    [true, true, true, true, true],
  ],
  [
    [0, 2, 1, 1, 2],
    [true, false, true, true, true],
  ],
  [
    [2, 0, null, 1, 1],
    [false, true, false, true, true],
  ],
  [[null], [false]],
  [[], []],
])('the longest rise of %j', (numbers, kept) => {
  expect(longestRise(numbers)).toEqual(kept);
});
