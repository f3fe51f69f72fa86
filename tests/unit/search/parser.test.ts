import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clause, parseQuery } from '../../../main/engine/search/parser.ts';

const word = (text: string): Clause => ({ kind: 'word', text, open: false });
const open = (text: string): Clause => ({ kind: 'word', text, open: true });
const phrase = (text: string): Clause => ({ kind: 'phrase', text });

describe('queries', () => {
  test.each<[string, Clause[]]>([
    ['', []],
    ['   ', []],
    ['multipolar', [open('multipolar')]],
    ['multipolar ', [word('multipolar')]],
    ['joint ventures', [word('joint'), open('ventures')]],
    ['"joint ventures"', [phrase('joint ventures')]],
    ['“joint ventures” oil', [phrase('joint ventures'), open('oil')]],
    ['«мягкая сила» ', [phrase('мягкая сила')]],
    ['"joint vent', [phrase('joint vent')]],
    ['oil "', [word('oil'), phrase('')]],
    ['a AND b', [word('a'), word('AND'), open('b')]],
    ['NEAR(x) -y title:z*', [word('NEAR(x)'), word('-y'), open('title:z*')]],
    ['well-known', [open('well-known')]],
    ['war"peace', [word('war'), phrase('peace')]],
  ])('%s', (typed, expected) => {
    expect(parseQuery(typed)).toEqual(expected);
  });

  test('no text is an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        parseQuery(typed);
      }),
    );
  });
});
