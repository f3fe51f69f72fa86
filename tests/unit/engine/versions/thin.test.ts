import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thinned } from '../../../../main/engine/versions/thin.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse('2026-03-01T12:00:00.000Z');

/** Ages of the versions that stay, of versions of these ages. */
function staying(ages: readonly number[]): number[] {
  const versions = ages.map((age) => ({ time: now - age })).sort((one, other) => one.time - other.time);
  const gone = new Set(thinned(versions, now));
  return versions.filter((version) => !gone.has(version)).map(({ time }) => now - time);
}

const everyFiveMinutes = (count: number) => Array.from({ length: count }, (_, index) => index * 5 * minute);

describe('of a version every five minutes', () => {
  test.each([
    ['the last hour keeps all', 12, 12],
    ['a day keeps one an hour, and the first', 288, 12 + 23 + 1],
    ['a month keeps one a day', 30 * 288, 12 + 23 + 30],
    ['a year keeps one a week', 365 * 288, 12 + 23 + 29 + 49],
  ])('%s', (_, count, most) => {
    const kept = staying(everyFiveMinutes(count)).length;
    expect(kept).toBeLessThanOrEqual(most + 3);
    expect(kept).toBeGreaterThanOrEqual(most - 3);
  });
});

test('the last words of an hour are those that stay', () => {
  const at = (time: string) => now - Date.parse(`2026-03-01T${time}:00.000Z`);
  expect(staying([at('07:05'), at('08:10'), at('08:20'), at('08:55'), at('09:01')])).toEqual([at('07:05'), at('08:55'), at('09:01')]);
});

test('the first version and the newest one always stay, and thinning again takes nothing more', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(400 * day), { minLength: 1, maxLength: 60 }), (ages) => {
      const kept = staying(ages);
      expect(kept).toContain(Math.max(...ages));
      expect(kept).toContain(Math.min(...ages));
      expect(staying(kept)).toEqual(kept);
    }),
  );
});
