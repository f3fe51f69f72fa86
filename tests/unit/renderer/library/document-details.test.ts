import { describe, expect, test } from 'vitest';
import type { DocumentSummary } from '../../../../contract/index.ts';
import { changesIn, detailsOf, problemsIn } from '../../../../renderer/library/details/details.ts';
import { changesInMany, sharedBy } from '../../../../renderer/library/details/many-details.ts';
import { sourceLine, sourceWords } from '../../../../renderer/library/source-line.ts';
import { sizeText } from '../../../../renderer/ui/size-text.ts';

const document: DocumentSummary = {
  id: '01890000-0000-7000-8000-000000000001',
  title: 'A port in the ice',
  language: 'en',
  words: 3,
  passages: 0,
  detached: 0,
  hasNote: false,
  revision: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  deletedAt: null,
  source: { author: 'A. Writer', publisher: '', url: '', published: '2025-06', accessed: null, reliability: 'C', credibility: null },
};
const details = detailsOf(document);

describe('only what was changed is kept', () => {
  test('nothing', () => expect(changesIn(details, document)).toBeNull());
  test('spaces around do not count', () => expect(changesIn({ ...details, author: ' A. Writer ' }, document)).toBeNull());
  test.each([
    [{ title: 'A port' }, { title: 'A port' }],
    [{ published: '' }, { source: { published: null } }],
    [{ reliability: 'none' as const, accessed: '2026-01-02' }, { source: { accessed: '2026-01-02', reliability: null } }],
    [{ credibility: '2' as const }, { source: { credibility: 2 } }],
    [{ language: 'ru' }, { language: 'ru' }],
  ])('%j', (changed, kept) => expect(changesIn({ ...details, ...changed }, document)).toEqual(kept));
});

describe('what cannot be kept is said', () => {
  test.each([
    [{}, []],
    [{ title: ' ' }, ['title']],
    [{ published: '12 May' }, ['published']],
    [{ published: '2024-13', accessed: '2024-02-31x' }, ['published', 'accessed']],
    [{ published: '' }, []],
  ])('%j', (changed, wrong) => expect(Object.keys(problemsIn({ ...details, ...changed }))).toEqual(wrong));
});

test('sizes are in the units of file managers', () => {
  expect(sizeText(1)).toBe('1 byte');
  expect(sizeText(5300)).toBe('5.3 kB');
  expect(sizeText(2_000_000)).toBe('2 MB');
});

describe('several documents at once', () => {
  const other: DocumentSummary = {
    ...document,
    id: '2',
    title: 'Another',
    language: 'ru',
    source: { ...document.source, author: 'B. Osei' },
  };
  const shared = sharedBy([document, other]);

  test('a field in which they differ is none they share', () => {
    expect(shared).toEqual({ publisher: '', url: '', published: '2025-06', accessed: '', reliability: 'C', credibility: 'none' });
    expect(sharedBy([document])).toMatchObject({ language: 'en', author: 'A. Writer' });
    expect(sharedBy([])).toEqual({});
  });
  test.each([
    ['nothing touched', {}, null],
    ['what they have already', { published: ' 2025-06 ' }, null],
    ['what they differ in', { author: ' C. Third ' }, { source: { author: 'C. Third' } }],
    ['emptied in all', { author: '', published: '' }, { source: { author: '', published: null } }],
    [
      'language and grade',
      { language: 'en', reliability: 'A' as const, credibility: '1' as const },
      { language: 'en', source: { reliability: 'A', credibility: 1 } },
    ],
  ])('%s', (_name, touched, changes) => expect(changesInMany(touched, shared)).toEqual(changes));
});

test('a source’s grade stands in its line, and its meaning is told when it is pointed at', () => {
  const source = { ...document.source, credibility: 2 as const };
  expect(sourceLine(source)).toMatch(/^A\. Writer · .*2025 · C2$/);
  expect(sourceWords(source)).toMatch(/ · C2: source fairly reliable, probably true$/);
});
