/** From launch to the first document on screen, in both hosts, of a small notebook and of a large one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, chromium, type Page } from '@playwright/test';
import { startHost, stopHost } from '../e2e/harness/loopback.ts';
import { generateNotebook, sampleNotebook } from './generated-notebook.ts';
import { type Measured, report, summarise } from './report.ts';

const runs = 5;
const { CHROMIUM, ARMILLARY_TEST_ELECTRON } = process.env;

async function documentOnScreen(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Text of / }).waitFor({ timeout: 120_000 });
}

/** The browser is open already, as it is for whoever starts Armillary in it. */
async function inBrowser(home: string, notebook: string): Promise<number> {
  const browser = await chromium.launch(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM });
  const page = await browser.newPage();
  const began = performance.now();
  const host = await startHost(home, ['--notebook', notebook]);
  await page.goto(host.url);
  await documentOnScreen(page);
  const took = performance.now() - began;
  await stopHost(host.child);
  await browser.close();
  return took;
}

async function inElectron(home: string, notebook: string): Promise<number> {
  const began = performance.now();
  const electron = await _electron.launch({
    args: ['.', notebook, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, ARMILLARY_HOME: home },
  });
  await documentOnScreen(await electron.firstWindow());
  const took = performance.now() - began;
  const closed = electron.waitForEvent('close');
  await electron.evaluate(({ app }) => app.quit());
  await closed;
  return took;
}

const home = await mkdtemp(join(tmpdir(), 'armillary-bench-'));
const notebooks = [
  { notebook: 'sample', documents: 3, file: join(home, 'sample.armillary') },
  { notebook: 'generated', documents: 10_000, file: join(home, 'generated.armillary') },
];
console.error('armillary: making the notebooks …');
await sampleNotebook(join(home, 'sample.armillary'));
await generateNotebook(join(home, 'generated.armillary'), 10_000);

const hosts = { browser: inBrowser, ...(ARMILLARY_TEST_ELECTRON === undefined ? {} : { electron: inElectron }) };
const results: Measured[] = [];
for (const [host, open] of Object.entries(hosts)) {
  for (const { file, ...notebook } of notebooks) {
    console.error(`armillary: ${host}, ${notebook.documents} documents …`);
    // The first start of a machine reads everything from disk; what an analyst meets each day is the next.
    await open(home, file);
    const ms: number[] = [];
    for (let run = 0; run < runs; run += 1) ms.push(await open(home, file));
    results.push({ host, ...notebook, ...summarise(ms) });
  }
}
await rm(home, { recursive: true, force: true });
report('start', results);
