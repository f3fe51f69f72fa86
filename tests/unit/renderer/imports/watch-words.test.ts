import { describe, expect, test } from 'vitest';
import type { WatchedFolder } from '../../../../contract/index.ts';
import { watchLine, watchSentences } from '../../../../renderer/imports/watch-words.ts';

const failure = { name: 'a.docx', error: { kind: 'invalid', message: 'It is damaged.' } } as const;
const quiet: WatchedFolder = {
  folder: '~/Reports/Inbox',
  state: 'watching',
  reason: '',
  coming: 0,
  today: 0,
  report: { imported: [], skipped: [], failed: [], cancelled: [] },
};

describe('the line at the foot of the window', () => {
  test.each<[Partial<WatchedFolder>, string]>([
    [{}, 'Watching Inbox'],
    [{ folder: 'C:\\Users\\Ada\\Reports\\' }, 'Watching Reports'],
    [{ folder: '/' }, 'Watching /'],
    [{ today: 1_200 }, 'Watching Inbox · 1,200 came in today'],
    [
      { coming: 3, today: 1, report: { ...quiet.report, failed: [failure] } },
      'Watching Inbox · 3 coming in · 1 came in today · 1 not imported',
    ],
    [{ state: 'paused', today: 2 }, 'Watching Inbox is paused · 2 came in today'],
    [{ state: 'away', reason: '~/Reports/Inbox is not there.' }, 'Inbox is away'],
  ])('%j', (part, words) => {
    expect(watchLine({ ...quiet, ...part }, 'en')).toBe(words);
  });
});

test('a folder that is away is said with its reason', () => {
  expect(watchSentences({ ...quiet, state: 'away', reason: 'It is not there.', today: 2 }, 'en')).toBe(
    'It is not there. It is watched again as soon as it is there. 2 came in today.',
  );
});
