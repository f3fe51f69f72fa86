import { defineConfig } from '@playwright/test';
import type { HostOption } from './tests/e2e/harness/test.ts';

/** Set by scripts/test.mjs: the path of a Chromium, and whether an Electron can run here. */
const { CHROMIUM, ARMILLARY_TEST_ELECTRON } = process.env;

/** The same scenarios against both hosts; what only one of them has stands in a folder of its name. */
export default defineConfig<HostOption>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  // A machine that is busy with other work can lose a key press; a scenario that then passes is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'chromium',
      testIgnore: '**/electron/**',
      use: {
        host: 'browser',
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        launchOptions: CHROMIUM === undefined ? {} : { executablePath: CHROMIUM },
      },
    },
    ...(ARMILLARY_TEST_ELECTRON === undefined
      ? []
      : [{ name: 'electron', testIgnore: '**/browser/**', use: { host: 'desktop' as const } }]),
  ],
});
