import { defineConfig } from 'vitest/config';

// Tests run the builds of the libraries that ship. Lexical's development build (0.52) trips over an assertion of its own
// when text is deleted across lines, as the random edits do.
process.env.NODE_ENV = 'production';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,cli}/**/*.test.{ts,tsx}'],
    // The engine's SQLite lives in threads of its own; processes keep a crash of one file from taking the others along.
    pool: 'forks',
    // Every save is checked as `armillary check` checks a notebook.
    env: { ARMILLARY_CHECK_SAVES: '1' },
  },
});
