import { describe, expect, test } from 'vitest';
import type { Collection } from '../../../../contract/index.ts';
import { pathOf, placesOf } from '../../../../renderer/library/collections/collection-tree.ts';
import { purgeWords } from '../../../../renderer/library/purge-words.ts';
import { atFirst, moved, narrowest, orderedBy, resized, toggled, widest } from '../../../../renderer/library/table/columns.ts';

const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id);

describe('columns', () => {
  test('one that is chosen stands in its usual place', () => {
    expect(ids(toggled(atFirst, 'language'))).toEqual([
      'title',
      'author',
      'publisher',
      'published',
      'language',
      'grade',
      'passages',
      'copies',
      'added',
    ]);
  });
  test('and is away again', () => expect(ids(toggled(toggled(atFirst, 'language'), 'language'))).toEqual(ids(atFirst)));
  test.each([
    ['grade', 'author', ['title', 'grade', 'author', 'publisher', 'published', 'passages', 'copies', 'added']],
    ['author', 'published', ['title', 'publisher', 'published', 'author', 'grade', 'passages', 'copies', 'added']],
    ['author', 'title', ids(atFirst)],
    ['title', 'added', ids(atFirst)],
  ] as const)('%s goes to where %s stands', (id, to, expected) => expect(ids(moved(atFirst, id, to))).toEqual(expected));
  test('those that were moved stay where they are when one more is chosen', () => {
    const added = ids(toggled(moved(atFirst, 'added', 'author'), 'words'));
    expect(added).toEqual(['title', 'added', 'author', 'publisher', 'published', 'grade', 'words', 'passages', 'copies']);
  });
  test('the title stays', () => expect(ids(toggled(atFirst, 'title'))).toEqual(ids(atFirst)));
  test.each([
    [200, 200],
    [1, narrowest],
    [99_999, widest],
  ])('a width of %i becomes %i', (asked, width) => {
    expect(resized(atFirst, 'author', asked).find(({ id }) => id === 'author')?.width).toBe(width);
  });
  test('a press orders, another one the other way round', () => {
    const once = orderedBy({ by: 'added', reversed: false }, 'title');
    expect(once).toEqual({ by: 'title', reversed: false });
    expect(orderedBy(once, 'title')).toEqual({ by: 'title', reversed: true });
    expect(orderedBy(once, 'collections')).toEqual(once);
  });
});

function collection(id: string, parentId: string | null): Collection {
  return { id, parentId, name: id, position: 0, documents: 1 };
}

test('what can be listed is all, the collections as a tree, and the bin', () => {
  const collections = [collection('energy', null), collection('gas', 'energy'), collection('trade', null)];
  const places = placesOf(collections, { documents: 9, bin: 2, showsBin: true });
  expect(places.map(({ id, documents, children }) => [id, documents, ids(children)])).toEqual([
    ['all', 9, []],
    ['energy', 1, ['gas']],
    ['trade', 1, []],
    ['bin', 2, []],
  ]);
  expect(placesOf([], { documents: 0, bin: 0, showsBin: false }).map(({ id }) => id)).toEqual(['all']);
  expect(pathOf(collections, collection('gas', 'energy'))).toEqual(['energy']);
});

describe('what is deleted for good is said', () => {
  const document = (passages: number) => ({ title: 'Harbour dues', passages });
  test.each([
    [[], 'Nothing lies in the bin any more.'],
    [[document(0)], '“Harbour dues”, its notes, versions and original are deleted for good. This cannot be undone.'],
    [[document(1)], '“Harbour dues”, its passage, its notes, versions and original are deleted for good. This cannot be undone.'],
    [
      [document(30), document(4)],
      '2 documents, their 34 passages, their notes, versions and originals are deleted for good. This cannot be undone.',
    ],
  ])('%j', (documents, words) => expect(purgeWords(documents, 'en')).toBe(words));
});
