import { describe, expect, test } from 'vitest';
import { filterOf, filterWords } from '../../../renderer/passages/passages-view.ts';
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
    ['nothing where no document is open', { scope: 'document', state: 'all' }, null, ['1'], null],
  ] as const)('%s', (_name, view, documentId, sphereIds, filter) => {
    expect(filterOf(view, documentId, sphereIds)).toEqual(filter);
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
  ] as const)('%s', (words, view, sphereIds) => {
    expect(filterWords(view, sphereIds, spheres)).toBe(words);
  });
});
