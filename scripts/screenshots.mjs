/** `npm run screenshots`: the two pictures of the README, taken of the sample notebook in Chromium. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, projectNode, root, say } from './setup.mjs';

ensureInstalled();
ensureBuilt();
const { chromium } = await import('@playwright/test');
const home = mkdtempSync(join(tmpdir(), 'armillary-'));
const host = spawn(projectNode, ['build/main/cli.js', 'serve', '--no-open'], {
  cwd: root,
  env: { ...process.env, ARMILLARY_HOME: home },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise((resolve, reject) => {
  host.stdout.on('data', (data) => resolve(String(data).match(/http:\S+/)?.[0]));
  host.on('exit', () => reject(new Error('the loopback host did not start')));
});
const browser = await chromium.launch({ executablePath: ensureChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  mkdirSync(join(root, 'docs'), { recursive: true });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    locale: 'en-GB',
    colorScheme: 'light',
  });
  await page.goto(address);
  await page.getByRole('button', { name: 'Try the sample notebook' }).click();
  await page.getByText('The Northern Sea Route', { exact: false }).first().click();
  await page.locator('mark').nth(1).click();
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme });
    const path = join(root, 'docs', `${scheme}.png`);
    await page.screenshot({ path });
    say(`wrote ${path}`);
  }
} finally {
  await browser.close();
  host.kill('SIGINT');
  await new Promise((resolve) => host.on('exit', resolve));
  rmSync(home, { recursive: true });
}
