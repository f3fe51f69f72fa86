import { describe, expect, test } from 'vitest';
import { queryOf, type SearchSession } from '../../../../renderer/search/search-session.ts';

describe('what a search asks', () => {
  const session: SearchSession = {
    text: 'grain ',
    view: 'results',
    kind: 'all',
    inDocument: false,
    sort: 'relevance',
    concordanceSort: 'document',
    narrowing: null,
    without: [],
  };
  /** The blank at the end says that the word is a whole one. */
  const plain = { text: 'grain ', sort: 'relevance' };

  test.each([
    ['everything', session, plain],
    ['nothing for blanks', { ...session, text: '  ' }, null],
    ['one kind', { ...session, kind: 'note' as const }, { ...plain, kinds: ['note'] }],
    ['in another order', { ...session, sort: 'date' as const }, { ...plain, sort: 'date' }],
    ['without a group of names', { ...session, without: ['1'] }, { ...plain, without: ['1'] }],
    ['the open document', { ...session, inDocument: true }, { ...plain, documentId: 'd' }],
  ])('%s', (_name, given, query) => {
    expect(queryOf(given, 'd')).toEqual(query);
  });

  test('everything where no document is open', () => {
    expect(queryOf({ ...session, inDocument: true }, null)).toEqual(plain);
  });
});
