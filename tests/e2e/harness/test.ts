import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { App } from './app.ts';
import { openInBrowser } from './browser-app.ts';
import { type DesktopApp, openOnDesktop } from './desktop-app.ts';

/** Set by each project of playwright.config.ts. */
export interface HostOption {
  host: 'browser' | 'desktop';
}

interface Fixtures {
  /** A folder for everything of this test, removed after it. */
  home: string;
  /** Armillary, just started, with no notebook yet. */
  app: App;
  /** The same in Electron, in tests of the desktop alone. */
  desktop: DesktopApp;
  /** What went wrong in the windows meanwhile; a test that expects something of it empties it. */
  complaints: string[];
}

async function prepare(home: string, complaints: string[]) {
  const scratch = join(home, 'scratch');
  await mkdir(scratch, { recursive: true });
  const watch = (page: Page) => {
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
    });
  };
  return { home, scratch, watch };
}

async function quitIfOpen(app: App): Promise<void> {
  if (!app.page.isClosed()) await app.quit();
}

export const test = base.extend<HostOption & Fixtures>({
  host: ['browser', { option: true }],
  home: async ({ browserName: _ }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'armillary-e2e-'));
    await use(home);
    await rm(home, { recursive: true, force: true });
  },
  complaints: async ({ browserName: _ }, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints, 'nothing went wrong in a window').toEqual([]);
  },
  desktop: async ({ home, complaints }, use) => {
    const app = await openOnDesktop(await prepare(home, complaints));
    await use(app);
    await quitIfOpen(app);
  },
  app: async ({ host, home, complaints, playwright, launchOptions, viewport }, use) => {
    const options = await prepare(home, complaints);
    if (host === 'desktop') {
      const app = await openOnDesktop(options);
      await use(app);
      await quitIfOpen(app);
      return;
    }
    const browser = await playwright.chromium.launch(launchOptions);
    const app = await openInBrowser(await browser.newContext({ viewport }), options);
    await use(app);
    await quitIfOpen(app);
    await browser.close();
  },
});

export { expect };
