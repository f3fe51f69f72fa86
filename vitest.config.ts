import { defineConfig } from 'vitest/config';

// Tests run the builds of the libraries that ship. Lexical's development build (0.52) trips over an assertion of its own
// when text is deleted across lines, as the random edits do.
process.env.NODE_ENV = 'production';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,cli}/**/*.test.{ts,tsx}'],
    // The engine's SQLite lives in threads of its own; processes keep a crash of one file from taking the others along.
    pool: 'forks',
    // Milliseconds: far above what any test takes, so that a busy machine fails none that would pass.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Every save is checked as `armillary check` checks a notebook.
    env: { ARMILLARY_CHECK_SAVES: '1' },
  },
});
