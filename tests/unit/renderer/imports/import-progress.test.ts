import { expect, test } from 'vitest';
import { paceWords } from '../../../../renderer/imports/pace-words.ts';
import { reportRows } from '../../../../renderer/imports/report-rows.ts';
import { createStopwatch } from '../../../../renderer/imports/stopwatch.ts';

const bytes = { done: 5_300_000, total: 44_000_000 };

test.each([
  ['not walked yet', { done: 0, total: null }, 0, ''],
  ['just begun', { done: 0, total: 10, bytes: { done: 0, total: 20_000 } }, 0, '0 of 10 files · 0 of 0 MB'],
  ['under way', { done: 1204, total: 10_000, bytes }, 2, '1,204 of 10,000 files · 5.3 of 44 MB · 602 files/s · 15 s left'],
  ['slow', { done: 3, total: 100, bytes }, 60, '3 of 100 files · 5.3 of 44 MB · 0.1 files/s · 8 min left'],
  ['through', { done: 10, total: 10, bytes: { done: 5e6, total: 5e6 } }, 4, '10 of 10 files · 5 of 5 MB · 2.5 files/s'],
])('an import that is %s', (_, progress, seconds, words) => {
  expect(paceWords({ label: '', ...progress }, seconds, 'en')).toBe(words);
});

test('a stopwatch leaves pauses out', () => {
  let time = 0;
  const watch = createStopwatch(() => time);
  time = 2_000;
  watch.hold(true);
  time = 9_000;
  expect(watch.seconds()).toBe(2);
  watch.hold(false);
  time = 10_000;
  expect(watch.seconds()).toBe(3);
});

test('a report begins with what needs attention', () => {
  const rows = reportRows({
    imported: [
      { name: 'a.txt', documentId: '1', title: 'A', sha256: '', notices: [] },
      { name: 'b.pdf', documentId: '2', title: 'B', sha256: '', notices: ['It has no text layer.'] },
    ],
    skipped: [{ name: 'c.txt', reason: 'there', documentId: '1' }],
    failed: [{ name: 'd.jpg', error: { kind: 'unsupported', message: 'a picture' } }],
    cancelled: ['e.txt'],
  });
  expect(rows.map(({ outcome, title, words }) => [outcome, title, words])).toEqual([
    ['failed', 'd.jpg', 'a picture'],
    ['skipped', 'c.txt', 'there'],
    ['imported', 'B', 'It has no text layer.'],
    ['imported', 'A', ''],
    ['cancelled', 'e.txt', 'Cancelled before its turn.'],
  ]);
});
