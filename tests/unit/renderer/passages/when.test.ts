import { describe, expect, test } from 'vitest';
import { formatAgo, formatDate } from '../../../../renderer/passages/grading/when.ts';

const now = new Date('2026-11-23T12:00:00.000Z');

describe('a date on a card', () => {
  test.each([
    ['2026-11-12T12:00:00.000Z', 'en-GB', '12 Nov'],
    ['2024-05-12T12:00:00.000Z', 'en-GB', '12 May 2024'],
    ['2026-11-12T12:00:00.000Z', 'ru', '12 нояб.'],
    ['2026-11-12T12:00:00.000Z', 'zh-CN', '11月12日'],
  ])('%s in %s', (iso, locale, words) => {
    expect(formatDate(iso, now, locale)).toBe(words);
  });

  test.each([
    ['2026-11-23T11:59:50.000Z', 'this minute'],
    ['2026-11-23T11:15:00.000Z', '45 minutes ago'],
    ['2026-11-23T09:00:00.000Z', '3 hours ago'],
    ['2026-11-22T11:00:00.000Z', 'yesterday'],
    ['2026-11-02T12:00:00.000Z', '3 weeks ago'],
    ['2024-11-01T12:00:00.000Z', '2 years ago'],
  ])('%s was %s', (iso, ago) => {
    expect(formatAgo(iso, now, 'en-GB').split(' · ')[0]).toBe(ago);
  });
});
