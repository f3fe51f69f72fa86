import { describe, expect, test } from 'vitest';
import { extended, nothingSelected, toggled } from '../../../../renderer/search/concordance/line-selection.ts';

const lines = ['a', 'b', 'c', 'd', 'e'];

describe('lines of a concordance', () => {
  test('the space bar chooses and lets go', () => {
    const one = toggled(nothingSelected, lines, 1);
    expect([...toggled(one, lines, 3).keys]).toEqual(['b', 'd']);
    expect([...toggled(one, lines, 1).keys]).toEqual([]);
  });

  test('Shift and arrows draw a choice out and in again, from where it began', () => {
    const out = extended(extended(nothingSelected, lines, 1, 2), lines, 2, 3);
    expect([...out.keys]).toEqual(['b', 'c', 'd']);
    const back = extended(out, lines, 3, 2);
    expect([...back.keys]).toEqual(['b', 'c']);
    expect([...extended(back, lines, 2, 0).keys].toSorted()).toEqual(['a', 'b']);
  });

  test('what was chosen elsewhere stays', () => {
    const apart = { keys: toggled(nothingSelected, lines, 0).keys, from: null };
    expect([...extended(apart, lines, 3, 4).keys]).toEqual(['a', 'd', 'e']);
  });
});
