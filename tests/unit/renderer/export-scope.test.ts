import { describe, expect, test } from 'vitest';
import { ExportFormat } from '../../../contract/index.ts';
import { countWords, isBibliography, scopeOf } from '../../../renderer/exports/export-scope.ts';

const parts = { documentId: 'd', documentIds: ['d', 'e'], sphereIds: ['1', '2'], query: { text: 'grain' } };
const nothing = { documentId: null, documentIds: [], sphereIds: [], query: null };

describe('what is exported', () => {
  test.each([
    ['notebook', parts, { kind: 'notebook' }],
    ['document', parts, { kind: 'document', documentId: 'd' }],
    ['documents', parts, { kind: 'documents', documentIds: ['d', 'e'] }],
    ['spheres', parts, { kind: 'spheres', sphereIds: ['1', '2'] }],
    ['search', parts, { kind: 'search', query: { text: 'grain' } }],
    ['notebook', nothing, { kind: 'notebook' }],
    ['document', nothing, null],
    ['documents', nothing, null],
    ['spheres', nothing, null],
    ['search', nothing, null],
  ] as const)('%s of %j', (choice, given, scope) => {
    expect(scopeOf(choice, given)).toEqual(scope);
  });

  test.each([
    [24, 3, '24 passages from 3 documents'],
    [1, 1, '1 passage from 1 document'],
    [12345, 10, '12,345 passages from 10 documents'],
  ])('%i and %i in words', (entries, documents, words) => {
    expect(countWords({ entries, documents }, { locale: 'en' })).toBe(words);
  });
});

test.each([
  [1, '1 reference'],
  [1234, '1,234 references'],
])('a bibliography of %i documents in words', (documents, words) => {
  expect(countWords({ entries: 0, documents }, { isBibliography: true, locale: 'en' })).toBe(words);
});

test('formats for reference managers are told from the others', () => {
  expect(ExportFormat.options.filter(isBibliography)).toEqual(['ris', 'bibtex', 'csl-json']);
});
