/**
 * `npm run bench -- editor [--json] [--paragraphs N] [--words N] [--passages N] [--runs N]`: a book in Armillary's editor,
 * in its own window over the loopback host, against the same text without passages in a bare Lexical editor with the same
 * `content-visibility`; both in one Chromium, by turns, medians of the runs.
 *
 * - open: from the press that asks for the book (the window is open on a leaflet) to the frame that shows its first lines.
 *   Fetching, reading, building and laying out are in it, on both sides.
 * - layout: style and layout in the renderer's main thread during that time, as Chromium counts it.
 * - key: from a key's time stamp to the end of the frame that shows it, typed in the middle of the book, autosave at work;
 *   without the time in which all was done and the page only waited for the screen's next frame, which is the same for all.
 * - save: ours from the moment that autosave begins until the window says that all is saved; the bare editor serialises
 *   its whole state and puts it to a server that syncs it to disk.
 * - longest task: the longest time without an answer from the page, from the last key to a second after the save.
 * - heap: the page's JavaScript heap after a garbage collection at the end.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { pause } from '../../renderer/editor/session/autosave.ts';
import { startHost, stopHost } from '../e2e/harness/loopback.ts';
import { type BookSize, bookState, bookTitle, leafletTitle, makeNotebook } from './editor/book.ts';
import { type Figures, measure, quantile, untilSaved } from './editor/measure.ts';
import { serveBare } from './editor/serve-bare.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    paragraphs: { type: 'string', default: '10000' },
    words: { type: 'string', default: '800000' },
    passages: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '3' },
  },
});
const size: BookSize = { paragraphs: Number(options.paragraphs), words: Number(options.words), passages: Number(options.passages) };

async function measureOurs(browser: Browser, folder: string, run: number): Promise<Figures> {
  const host = await startHost(join(folder, `home-${run}`), ['--notebook', join(folder, 'book.armillary')]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(host.url);
  await page.getByRole('textbox', { name: `Text of ${leafletTitle}` }).waitFor();
  await page.getByRole('option', { name: bookTitle }).evaluate((option) => option.setAttribute('data-bench', 'open'));
  await page
    .getByRole('contentinfo')
    .getByRole('status')
    .first()
    .evaluate((status) => status.setAttribute('data-bench', 'status'));
  const figures = await measure({
    page,
    opener: '[data-bench="open"]',
    text: `[aria-label="Text of ${bookTitle}"]`,
    async save() {
      return (await untilSaved(page, '[data-bench="status"]')) - pause;
    },
  });
  await page.close();
  await stopHost(host.child);
  return figures;
}

async function measureBare(browser: Browser, url: string): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  await page.locator('[aria-label="/leaflet.json"]').waitFor();
  const figures = await measure({
    page,
    opener: '#open',
    text: '[aria-label="/book.json"]',
    async save() {
      return untilSaved(page, '#status', '#save');
    },
  });
  await page.close();
  return figures;
}

function median(figures: readonly Figures[]): Figures {
  const middle = (name: keyof Figures) =>
    Math.round(
      10 *
        quantile(
          figures.map((each) => each[name]),
          0.5,
        ),
    ) / 10;
  return {
    openMs: middle('openMs'),
    layoutMs: middle('layoutMs'),
    keyP50Ms: middle('keyP50Ms'),
    keyP95Ms: middle('keyP95Ms'),
    saveMs: middle('saveMs'),
    longestTaskMs: middle('longestTaskMs'),
    heapMB: middle('heapMB'),
  };
}

const folder = await mkdtemp(join(tmpdir(), 'armillary-bench-'));
console.error('armillary: making the book …');
await makeNotebook(join(folder, 'book.armillary'), size);
const served = await serveBare(folder, { book: bookState(size), leaflet: bookState({ paragraphs: 3, words: 240, passages: 0 }) });
const { CHROMIUM } = process.env;
const browser = await chromium.launch({
  ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
});
const ours: Figures[] = [];
const bare: Figures[] = [];
for (let run = 1; run <= Number(options.runs); run += 1) {
  console.error(`armillary: run ${run} of ${options.runs} …`);
  bare.push(await measureBare(browser, served.url));
  ours.push(await measureOurs(browser, folder, run));
}
await browser.close();
served.close();
await rm(folder, { recursive: true, force: true });

const result = { ours: median(ours), bare: median(bare) };
const ratio = (name: 'openMs' | 'keyP95Ms') => Math.round((100 * result.ours[name]) / result.bare[name]) / 100;
if (options.json) {
  console.log(JSON.stringify({ bench: 'editor', ...size, ...result, ratio: { open: ratio('openMs'), keyP95: ratio('keyP95Ms') } }));
} else {
  console.table(result);
  console.log(`ours / bare: open ${ratio('openMs')}, key to paint (p95) ${ratio('keyP95Ms')}`);
}
