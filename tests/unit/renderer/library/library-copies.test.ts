import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentSummary } from '../../../../contract/index.ts';
import {
  chosenIn,
  copiesIn,
  copiesTold,
  foldOf,
  gathered,
  isFoldedAway,
  wholeStories,
} from '../../../../renderer/library/copies/copies.ts';
import { ordered } from '../../../../renderer/library/order.ts';

function document(title: string): DocumentSummary {
  const day = '2026-01-01T00:00:00.000Z';
  const source = { author: '', publisher: '', url: '', published: null, accessed: null, reliability: null, credibility: null };
  const counts = { words: 1, passages: 0, detached: 0, hasNote: false, revision: 1 };
  return { id: title, title, language: 'en', ...counts, createdAt: day, updatedAt: day, deletedAt: null, source };
}

const library = ['Agency', 'Bridge', 'Courier', 'Dams', 'Evening', 'Ferry'].map(document);
/** Three papers have the agency's story; two have another. */
const copies = copiesIn([
  ['Agency', 'Courier', 'Evening'],
  ['Dams', 'Ferry'],
]);
const rowsOf = (unfolded: readonly string[], documents: readonly DocumentSummary[] = library) =>
  gathered(documents, copies, new Set(unfolded));
const titlesOf = ({ rows }: ReturnType<typeof rowsOf>) => rows.map(({ title }) => title);

describe('copies under one row', () => {
  test.each<[string, string[], string[]]>([
    ['all folded away', [], ['Agency', 'Bridge', 'Dams']],
    ['one story unfolded by any of its copies', ['Evening'], ['Agency', 'Courier', 'Evening', 'Bridge', 'Dams']],
    ['both unfolded', ['Agency', 'Ferry'], ['Agency', 'Courier', 'Evening', 'Bridge', 'Dams', 'Ferry']],
  ])('%s', (_, unfolded, titles) => expect(titlesOf(rowsOf(unfolded))).toEqual(titles));

  test('a story stands where its first copy stands in the order', () => {
    expect(titlesOf(rowsOf(['Agency'], library.toReversed()))).toEqual(['Ferry', 'Evening', 'Courier', 'Agency', 'Bridge']);
  });

  test('of which the filter or a collection leaves one, is a row as any other', () => {
    const { rows, folds } = rowsOf([], [document('Bridge'), document('Ferry')]);
    expect(rows.map(({ title }) => title)).toEqual(['Bridge', 'Ferry']);
    expect(foldOf(folds, 'Ferry')).toEqual({ kind: 'alone' });
  });

  test('rows know whether they are the first, a copy below it, or neither', () => {
    const { folds } = rowsOf(['Dams']);
    expect(['Agency', 'Bridge', 'Dams', 'Ferry'].map((id) => foldOf(folds, id))).toEqual([
      { kind: 'first', isOpen: false },
      { kind: 'alone' },
      { kind: 'first', isOpen: true },
      { kind: 'copy', firstId: 'Dams' },
    ]);
    expect(foldOf(null, 'Agency')).toBeNull();
  });

  test('a folded row stands for all copies under it, an open one for its own document', () => {
    const { rows, folds } = rowsOf(['Dams']);
    const chosen = (...ids: string[]) => chosenIn(rows, folds, wholeStories(ids, folds)).map(({ title }) => title);
    expect(chosen('Agency')).toEqual(['Agency', 'Courier', 'Evening']);
    expect(chosen('Agency', 'Bridge')).toEqual(['Agency', 'Courier', 'Evening', 'Bridge']);
    expect(chosen('Dams')).toEqual(['Dams']);
    expect(chosen('Ferry')).toEqual(['Ferry']);
    expect(['Agency', 'Courier', 'Dams', 'Ferry', 'Bridge'].filter((id) => isFoldedAway(folds, id))).toEqual(['Courier']);
  });

  test('a screen reader is told the place of a row among those of its level', () => {
    const { rows, places } = rowsOf(['Agency']);
    expect(rows.map(({ title }, at) => `${title} ${(places[at]?.index ?? -1) + 1} of ${places[at]?.count}`)).toEqual([
      'Agency 1 of 3',
      'Courier 1 of 2',
      'Evening 2 of 2',
      'Bridge 2 of 3',
      'Dams 3 of 3',
    ]);
  });

  test('a row tells of the copies in the library, and how many of them are listed', () => {
    const { folds } = rowsOf(
      [],
      library.filter(({ id }) => id !== 'Courier'),
    );
    expect(copiesTold(copies, folds, 'Agency')).toEqual({ all: 3, here: 2 });
    expect(copiesTold(copies, folds, 'Evening')).toBeNull();
    expect(copiesTold(copies, null, 'Evening')).toEqual({ all: 3, here: 3 });
    expect(copiesTold(copies, folds, 'Bridge')).toBeNull();
  });

  test('with all unfolded, each document is a row once', () => {
    const groups = fc.uniqueArray(fc.constantFrom(...library.map(({ id }) => id)), { minLength: 2 });
    fc.assert(
      fc.property(groups, (ids) => {
        const { rows } = gathered(library, copiesIn([ids]), new Set(ids));
        expect(rows.map(({ id }) => id).toSorted()).toEqual(library.map(({ id }) => id));
      }),
    );
  });
});

test('by number of copies: the most first, each story together, those without any last whichever way', () => {
  const by = (reversed: boolean) => ordered(library, { by: 'copies', reversed }, copies).map(({ title }) => title);
  expect(by(false)).toEqual(['Agency', 'Courier', 'Evening', 'Dams', 'Ferry', 'Bridge']);
  expect(by(true)).toEqual(['Dams', 'Ferry', 'Agency', 'Courier', 'Evening', 'Bridge']);
});
