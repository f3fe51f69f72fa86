import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,cli}/**/*.test.{ts,tsx}'],
    // The engine's SQLite lives in threads of its own; processes keep a crash of one file from taking the others along.
    pool: 'forks',
  },
});
