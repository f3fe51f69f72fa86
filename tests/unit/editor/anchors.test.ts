import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { acts } from './anchors/acts.ts';
import { firstViolation } from './anchors/judge.ts';

// What Lexical's development build asserts is a warning, by number, in the build that ships.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

test('whatever is done to a document, every passage says the words it stands on, or is detached', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      expect(await firstViolation(all)).toBeNull();
    }),
    // The same two thousand each time, so that a run says something of the change under test; the bench tries others.
    { numRuns: 2000, seed: 3 },
  );
});
