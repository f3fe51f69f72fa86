import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchWork } from '../../../main/engine/imports/threads/watch-work.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Watches a thread that a processor works for this share of the time, and tells after how many seconds it is given up. */
async function givenUpAfter(share: number | null): Promise<number | null> {
  const begun = Date.now();
  let end: number | null = null;
  const worked = async () => (share === null ? null : (Date.now() - begun) * share);
  watchWork({ worked }, 10_000, () => {
    end = Date.now();
  });
  await vi.advanceTimersByTimeAsync(200_000);
  return end === null ? null : Math.round((end - begun) / 1_000);
}

describe('a thread is given up', () => {
  test.each([
    ['that has the processor to itself, by the clock', 1, 10],
    ['that shares it, by what it worked', 0.5, 19],
    ['that waits for ever, in the end', 0, 64],
    ['that does not answer, by the clock', null, 10],
  ])('%s', async (_, share, seconds) => {
    expect(await givenUpAfter(share)).toBe(seconds);
  });

  test('not where its file is through', async () => {
    const onSlow = vi.fn();
    watchWork({ worked: async () => null }, 10_000, onSlow)();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(onSlow).not.toHaveBeenCalled();
  });
});
