import { describe, expect, test } from 'vitest';
import type { Document } from '../../../contract/index.ts';
import { changesIn, detailsOf, problemsIn } from '../../../renderer/library/details.ts';
import { sizeText } from '../../../renderer/library/Original.tsx';

const document: Document = {
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
  state: { root: { type: 'root', children: [] } },
  original: null,
};
const details = detailsOf(document);

describe('only what was changed is kept', () => {
  test('nothing', () => expect(changesIn(details, document)).toBeNull());
  test('spaces around do not count', () => expect(changesIn({ ...details, author: ' A. Writer ' }, document)).toBeNull());
  test.each([
    [{ title: 'A port' }, { title: 'A port' }],
    [{ published: '' }, { source: { published: null } }],
    [{ reliability: 'none' as const, accessed: '2026-01-02' }, { source: { accessed: '2026-01-02', reliability: null } }],
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
