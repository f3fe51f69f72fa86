import { expect, test } from 'vitest';
import { namesIn } from '../../../renderer/aliases/alias-actions.ts';

test.each([
  ['Xi Jinping, Си Цзиньпин,习近平', ['Xi Jinping', 'Си Цзиньпин', '习近平']],
  ['俄罗斯、俄国，Russia', ['俄罗斯', '俄国', 'Russia']],
  [' one ;; two\nthree ', ['one', 'two', 'three']],
  ['  ', []],
])('%s', (typed, names) => {
  expect(namesIn(typed)).toEqual(names);
});
