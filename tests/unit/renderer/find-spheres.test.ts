import { describe, expect, test } from 'vitest';
import { findSpheres, isNameTaken } from '../../../renderer/codebook/find-spheres.ts';
import { sphere } from './passages/passages.ts';

const spheres = [
  sphere('1', 'economic'),
  sphere('2', 'trade', { parentId: '1' }),
  sphere('3', 'joint ventures', { parentId: '2' }),
  sphere('4', 'geopolitical'),
  sphere('5', 'Économie verte'),
];

describe('finding a sphere', () => {
  test.each([
    ['everything for nothing typed', '', ['1', '2', '3', '4', '5']],
    ['by the beginning of its name, accents aside', 'econ', ['1', '5', '2', '3']],
    ['by a word inside its name', 'vent', ['3']],
    ['by a sphere above it', 'trade', ['2', '3']],
    ['whatever the case', 'GEO', ['4']],
    ['not at all', 'climate', []],
  ])('%s', (_name, typed, ids) => {
    expect(findSpheres(spheres, typed).map(({ sphere: { id } }) => id)).toEqual(ids);
  });

  test('says where in the codebook it stands', () => {
    expect(findSpheres(spheres, 'joint')[0]?.path).toEqual(['economic', 'trade']);
  });
});

test.each([
  ['Economic', true],
  [' economie verte ', true],
  ['economics', false],
])('whether the name %j is taken', (name, taken) => {
  expect(isNameTaken(spheres, name)).toBe(taken);
});
