import { expect, test } from 'vitest';
import { lanesOf } from '../../../renderer/editor/margin/lanes.ts';

test('passages beside one another stand in lanes, the others in the first', () => {
  const bars = [
    { id: 'long', top: 0, bottom: 100 },
    { id: 'inside', top: 20, bottom: 60 },
    { id: 'across', top: 50, bottom: 120 },
    { id: 'after', top: 102, bottom: 140 },
    { id: 'apart', top: 300, bottom: 320 },
  ];
  expect(Object.fromEntries(lanesOf(bars))).toEqual({ long: 0, inside: 1, across: 2, after: 0, apart: 0 });
});

test('of two that begin together the longer one stands nearer the text', () => {
  const bars = [
    { id: 'short', top: 0, bottom: 20 },
    { id: 'long', top: 0, bottom: 80 },
  ];
  expect(Object.fromEntries(lanesOf(bars))).toEqual({ long: 0, short: 1 });
});
