import { describe, expect, test } from 'vitest';
import { credibilityOfKey, draftOf, eventOf, gradeChanges, sharedBy } from '../../../../renderer/passages/grading/grade-draft.ts';

const was = { credibility: 2 as const, event: '2024-05-12/2024-07' };
const draft = draftOf(was);

test('a date is shown as it will be understood again', () => {
  expect(draft).toEqual({ credibility: 2, event: '12 May 2024 – July 2024' });
  expect(eventOf(draft)).toBe(was.event);
});

test.each([
  ['1', 1],
  ['6', 6],
  ['0', 'source'],
  ['7', null],
  ['a', null],
  ['Enter', null],
  ['', null],
])('the key %s sets %s', (key, credibility) => expect(credibilityOfKey(key)).toBe(credibility));

describe('only what was changed is kept', () => {
  test.each([
    ['nothing', {}, null],
    ['another digit', { credibility: 3 as const }, { credibility: 3 }],
    ['its own taken away', { credibility: 'source' as const }, { credibility: null }],
    ['another date', { event: 'spring 2024' }, { event: '2024-21' }],
    ['no date', { event: ' ' }, { event: null }],
    ['a date that is not understood', { event: 'soon', credibility: 1 as const }, { credibility: 1 }],
  ])('%s', (_name, changed, changes) => expect(gradeChanges({ ...draft, ...changed }, was)).toEqual(changes));
});

describe('of several passages', () => {
  const passages = [was, { credibility: 4 as const, event: '2024-05-12/2024-07' }];

  test('what they share is shown, what they differ in is various', () => {
    expect(draftOf(sharedBy(passages))).toEqual({ credibility: 'various', event: '12 May 2024 – July 2024' });
    expect(draftOf(sharedBy([was, { credibility: 2, event: null }]))).toEqual({ credibility: 2, event: null });
  });

  test.each([
    ['nothing', {}, null],
    ['a digit for all', { credibility: 2 as const }, { credibility: 2 }],
    ['the source’s for all', { credibility: 'source' as const }, { credibility: null }],
    ['a date for all', { event: 'May 2023' }, { event: '2023-05' }],
    ['no date for all', { event: '' }, { event: null }],
  ])('%s', (_name, changed, changes) => {
    const shared = sharedBy([...passages, { credibility: 2, event: '2020' }]);
    expect(gradeChanges({ ...draftOf(shared), ...changed }, shared)).toEqual(changes);
  });
});
