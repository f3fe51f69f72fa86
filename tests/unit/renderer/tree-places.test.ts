import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sphere } from '../../../contract/index.ts';
import { dropPlace, isWithin, type Place, stepPlace, treeOf } from '../../../renderer/ui/tree/places.ts';

function sphere(id: string, parentId: string | null, position: number): Sphere {
  return { id, parentId, name: id, description: '', color: '#0072B2', underline: 'solid', key: null, position, passages: 0 };
}

/** economic (trade, energy (gas)), geopolitical, cultural. */
const codebook = [
  sphere('economic', null, 0),
  sphere('trade', 'economic', 0),
  sphere('energy', 'economic', 1),
  sphere('gas', 'energy', 0),
  sphere('geopolitical', null, 1),
  sphere('cultural', null, 2),
];

test('the list of spheres is a tree', () => {
  const names = (nodes: ReturnType<typeof treeOf>): unknown[] =>
    nodes.map(({ id, children }) => (children.length === 0 ? id : [id, ...names(children)]));
  expect(names(treeOf(codebook))).toEqual([['economic', 'trade', ['energy', 'gas']], 'geopolitical', 'cultural']);
});

describe('a sphere that is dragged goes', () => {
  test.each<[string, string, 'on' | 'before' | 'after', Place | null]>([
    ['cultural', 'geopolitical', 'before', { parentId: null, position: 1 }],
    ['cultural', 'economic', 'on', { parentId: 'economic', position: 2 }],
    ['economic', 'cultural', 'after', { parentId: null, position: 2 }],
    ['gas', 'trade', 'after', { parentId: 'economic', position: 1 }],
    ['trade', 'energy', 'after', { parentId: 'economic', position: 1 }],
    ['economic', 'gas', 'on', null],
    ['economic', 'economic', 'before', null],
  ])('%s to %s, %s it', (id, target, where, place) => expect(dropPlace(codebook, id, { id: target, where })).toEqual(place));
});

describe('Alt and an arrow move a sphere', () => {
  test.each<[string, 'up' | 'down' | 'in' | 'out', Place | null]>([
    ['geopolitical', 'up', { parentId: null, position: 0 }],
    ['economic', 'up', null],
    ['cultural', 'down', null],
    ['trade', 'down', { parentId: 'economic', position: 1 }],
    ['geopolitical', 'in', { parentId: 'economic', position: 2 }],
    ['economic', 'in', null],
    ['gas', 'out', { parentId: 'economic', position: 2 }],
    ['energy', 'out', { parentId: null, position: 1 }],
    ['cultural', 'out', null],
  ])('%s %s', (id, step, place) => expect(stepPlace(codebook, id, step)).toEqual(place));
});

test('no drop puts a sphere below itself', () => {
  const ids = fc.constantFrom(...codebook.map(({ id }) => id));
  fc.assert(
    fc.property(ids, ids, fc.constantFrom('on' as const, 'before' as const, 'after' as const), (id, target, where) => {
      const place = dropPlace(codebook, id, { id: target, where });
      return place === null || !isWithin(codebook, place.parentId, id);
    }),
  );
});
