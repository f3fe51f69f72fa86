import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchList } from '../../../renderer/engine/patch-list.ts';

test('items asked for again are replaced, added or gone', () => {
  const list = [
    { id: 'a', words: 1 },
    { id: 'b', words: 2 },
    { id: 'c', words: 3 },
  ];
  expect(
    patchList(
      list,
      ['b', 'c', 'd'],
      [
        { id: 'b', words: 20 },
        { id: 'd', words: 4 },
      ],
    ),
  ).toEqual([
    { id: 'a', words: 1 },
    { id: 'b', words: 20 },
    { id: 'd', words: 4 },
  ]);
});

test('asking for everything again gives what came', () => {
  const items = fc.uniqueArray(fc.record({ id: fc.string(), words: fc.nat() }), { selector: ({ id }) => id });
  fc.assert(
    fc.property(items, items, (before, after) => {
      const asked = [...before, ...after].map(({ id }) => id);
      const patched = patchList(before, asked, after);
      expect(new Set(patched)).toEqual(new Set(after));
    }),
  );
});
