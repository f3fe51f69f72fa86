import { describe, expect, test } from 'vitest';
import { credibilityOfKey, draftOf, eventOf, gradeChanges } from '../../../renderer/passages/grade-draft.ts';

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
