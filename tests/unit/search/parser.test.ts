import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../main/engine/search/query/parser.ts';
import type { Part } from '../../../main/engine/search/query/query.ts';

/** A query's parts in brackets, so that a table of them can be read. */
function shown(part: Part | null): string {
  if (part === null) return '';
  switch (part.kind) {
    case 'word':
      return part.open ? `${part.text}…` : part.text;
    case 'phrase':
      return `"${part.text}"`;
    case 'beginning':
      return `${part.text}*`;
    case 'field':
      return `${part.name}=${part.value}`;
    case 'untagged':
      return 'UNTAGGED';
    case 'near':
      return `near${part.distance}(${part.parts.map(shown).join(' ')})`;
    case 'relation':
      return `${shown(part.left)} ${part.relation} ${shown(part.right)}`;
    case 'not':
      return `not ${shown(part.part)}`;
    default:
      return `${part.kind}(${part.parts.map(shown).join(', ')})`;
  }
}

describe('queries', () => {
  test.each([
    ['', ''],
    ['   ', ''],
    ['multipolar', 'multipolar…'],
    ['multipolar ', 'multipolar'],
    ['joint ventures', 'all(joint, ventures…)'],
    ['joint AND ventures ', 'all(joint, ventures)'],
    ['"joint ventures"', '"joint ventures"'],
    ['“joint ventures” oil', 'all("joint ventures", oil…)'],
    ['«мягкая сила» ', '"мягкая сила"'],
    ['"joint vent', '"joint vent"'],
    ['well-known ', 'well-known'],
    ['war"peace', 'all(war, "peace")'],
    ['oil OR gas ', 'any(oil, gas)'],
    ['oil gas OR coal ', 'any(all(oil, gas), coal)'],
    ['oil (gas OR coal)', 'all(oil, any(gas, coal))'],
    ['oil or gas ', 'all(oil, or, gas)'],
    ['-oil gas ', 'all(not oil, gas)'],
    ['gas -"crude oil"', 'all(gas, not "crude oil")'],
    ['gas -(oil OR coal)', 'all(gas, not any(oil, coal))'],
    ['gas - oil ', 'all(gas, -, oil)'],
    ['gas NOT oil ', 'all(gas, not oil)'],
    ['NOT (oil OR coal) gas ', 'all(not any(oil, coal), gas)'],
    ['gas NOT', 'all(gas, NOT…)'],
    ['（天然气 OR 石油） 价格 ', 'all(any(天然气, 石油), 价格)'],
    ['「天然气价格」', '"天然气价格"'],
    ['sphere：economic 标题：内容 ', 'all(sphere=economic, 标题：内容)'],
    ['tarif* ', 'tarif*'],
    ['* ', '*'],
    ['NEAR(grain port, 4)', 'near4(grain port)'],
    ['NEAR(grain "black sea" tarif*)', 'near10(grain "black sea" tarif*)'],
    ['NEAR (grain port)', 'all(NEAR, all(grain, port))'],
    ['near(grain)', 'all(near, grain)'],
    ['sphere:economic ', 'sphere=economic'],
    ['Sphere:"soft power" oil ', 'all(sphere="soft power", oil)'.replaceAll('="soft power"', '=soft power')],
    ['-lang:ru', 'not lang=ru'],
    ['published:2024..2025-06', 'published=2024..2025-06'],
    ['untagged ', 'UNTAGGED'],
    ['sphere:a OVERLAPS sphere:b', 'sphere=a OVERLAPS sphere=b'],
    ['sphere:a INSIDE sphere:"b c" oil ', 'all(sphere=a INSIDE sphere=b c, oil)'],
    ['sphere:a NEAR sphere:b', 'sphere=a NEAR sphere=b'],
    ['sphere:a NEAR oil ', 'all(sphere=a, NEAR, oil)'],
    ['https://port.example/a?b=1 ', 'https://port.example/a?b=1'],
  ])('%s', (typed, expected) => {
    const { part, problems } = parseQuery(typed);
    expect(shown(part)).toBe(expected);
    expect(problems).toEqual([]);
  });

  test.each([
    ['shpere:economic ', 'shpere:economic', ['shpere:']],
    ['sphere: oil ', 'oil', ['sphere:']],
    ['(oil gas', 'all(oil, gas…)', ['(']],
    ['oil) gas ', 'all(oil, gas)', [')']],
    ['NEAR(oil)', 'oil', ['NEAR(oil)']],
    ['NEAR(oil gas', 'near10(oil gas…)', ['(']],
  ])('%s is searched for as far as it is understood', (typed, expected, underlined) => {
    const { part, problems } = parseQuery(typed);
    expect(shown(part)).toBe(expected);
    expect(problems.map(({ start, end }) => typed.slice(start, end))).toEqual(underlined);
  });

  test('no text is an error, and every problem lies in it', { timeout: 60_000 }, () => {
    const signs = fc.constantFrom('(', ')', '"', '-', ' ', 'OR', 'NEAR(', 'sphere:', 'a', 'б', '中', '*', ',', '10', '..', ':');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(signs).map((some) => some.join('')),
        ),
        (typed) => {
          for (const { start, end } of parseQuery(typed).problems) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(typed.length);
          }
        },
      ),
    );
  });
});
