import { describe, expect, test } from 'vitest';
import { daysOf, EventDate } from '../../../contract/index.ts';

describe('the days a date stands for', () => {
  test.each([
    ['2024-05-12', '2024-05-12', '2024-05-12'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-21', '2024-03-01', '2024-05-31'],
    ['2024-24', '2024-12-01', '2025-02-28'],
    ['2024-12', '2024-12-01', '2024-12-31'],
    ['2024-05/2024-07-03', '2024-05-01', '2024-07-03'],
    ['1999/2001', '1999-01-01', '2001-12-31'],
    ['2024-05/2024-05-02', '2024-05-01', '2024-05-02'],
    ['0079-10-24', '0079-10-24', '0079-10-24'],
  ])('%s is %s to %s', (date, from, to) => {
    expect(daysOf(date)).toEqual({ from, to });
    expect(EventDate.safeParse(date).success).toBe(true);
  });

  test.each(['', 'May 2024', '2024-13', '2024-00', '2024-02-30', '2024-21-05', '2025/2024', '2024/2025/2026', '24-05-12', '2024-5'])(
    '%s is no date',
    (date) => {
      expect(daysOf(date)).toBeNull();
      expect(EventDate.safeParse(date).success).toBe(false);
    },
  );
});
