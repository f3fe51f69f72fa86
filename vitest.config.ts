import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Without 'development', so that a test can ask for a library as it ships.
  ssr: { resolve: { conditions: ['node'] } },
  test: {
    include: ['tests/{unit,contract,cli}/**/*.test.{ts,tsx}'],
    // The engine's SQLite lives in threads of its own; processes keep a crash of one file from taking the others along.
    pool: 'forks',
    // Every save is checked as `armillary check` checks a notebook.
    env: { ARMILLARY_CHECK_SAVES: '1' },
  },
});
