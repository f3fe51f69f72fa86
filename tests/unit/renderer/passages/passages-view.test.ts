import { describe, expect, test } from 'vitest';
import { anyGrade, filterOf, filterWords, isFiltered } from '../../../../renderer/passages/passages-view.ts';
import { sphere } from './passages.ts';

const spheres = [sphere('1', 'economic'), sphere('2', 'geopolitical'), sphere('3', 'cultural')];

describe('what the engine is asked for', () => {
  test.each([
    ['this document', { scope: 'document', state: 'all' }, 'd', [], { documentId: 'd' }],
    ['the notebook', { scope: 'notebook', state: 'all' }, 'd', [], {}],
    ['the notebook with no document open', { scope: 'notebook', state: 'all' }, null, [], {}],
    [
      'detached ones in two spheres',
      { scope: 'document', state: 'detached' },
      'd',
      ['1', '2'],
      { documentId: 'd', state: 'detached', sphereIds: ['1', '2'] },
    ],
    [
      'graded ones of a time',
      { scope: 'notebook', state: 'all', grades: { reliabilities: ['A', 'B'], credibilities: [1], from: '2024-05', to: '' } },
      'd',
      [],
      { reliabilities: ['A', 'B'], credibilities: [1], event: { from: '2024-05' } },
    ],
    ['nothing where no document is open', { scope: 'document', state: 'all' }, null, ['1'], null],
  ] as const)('%s', (_name, view, documentId, sphereIds, filter) => {
    expect(filterOf({ grades: anyGrade, ...view }, documentId, sphereIds)).toEqual(filter);
  });
});

describe('the filter in words', () => {
  test.each([
    ['all', { scope: 'document', state: 'all' }, []],
    ['economic', { scope: 'document', state: 'all' }, ['1']],
    ['economic, cultural, detached', { scope: 'document', state: 'detached' }, ['3', '1']],
    ['3 spheres in the notebook', { scope: 'notebook', state: 'all' }, ['1', '2', '3']],
    ['all in the notebook', { scope: 'notebook', state: 'all' }, []],
    ['all', { scope: 'document', state: 'all' }, ['a sphere that was deleted']],
    [
      'sources A, B, credibility 1',
      { scope: 'document', state: 'all', grades: { ...anyGrade, reliabilities: ['A', 'B'], credibilities: [1] } },
      [],
    ],
    ['economic, spring 2024 – 2025', { scope: 'document', state: 'all', grades: { ...anyGrade, from: '2024-21', to: '2025' } }, ['1']],
    ['since 2024', { scope: 'document', state: 'all', grades: { ...anyGrade, from: '2024' } }, []],
    ['until 2024', { scope: 'document', state: 'all', grades: { ...anyGrade, to: '2024' } }, []],
    ['2024 in the notebook', { scope: 'notebook', state: 'all', grades: { ...anyGrade, from: '2024', to: '2024' } }, []],
  ] as const)('%s', (words, view, sphereIds) => {
    expect(filterWords({ grades: anyGrade, ...view }, sphereIds, spheres)).toBe(words);
  });
});

test('a filter that leaves passages out is known as one', () => {
  expect(isFiltered({ state: 'all', grades: anyGrade }, [])).toBe(false);
  expect(isFiltered({ state: 'all', grades: { ...anyGrade, credibilities: [6] } }, [])).toBe(true);
  expect(isFiltered({ state: 'detached', grades: anyGrade }, [])).toBe(true);
  expect(isFiltered({ state: 'all', grades: anyGrade }, ['1'])).toBe(true);
});
