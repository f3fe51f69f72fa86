import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { acts } from './anchors/acts.ts';
import { firstViolation } from './anchors/judge.ts';

// The build that ships: Lexical's development build (0.52) trips over an assertion when text is deleted across lines.
vi.hoisted(() => {
  process.env.NODE_ENV = 'production';
});

// In the build that ships that assertion is a warning, by number.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

test('whatever is done to a document, every passage says the words it stands on, or is detached', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      expect(await firstViolation(all)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});
