import type { CDPSession, Page } from '@playwright/test';

export interface Figures {
  openMs: number;
  layoutMs: number;
  keyP50Ms: number;
  keyP95Ms: number;
  saveMs: number;
  longestTaskMs: number;
  heapMB: number;
}

/** One editor in one page, as the bench handles it. */
export interface Subject {
  page: Page;
  /** CSS selectors: what is pressed to open the book, and the book's text when it is there. */
  opener: string;
  text: string;
  /** Has what was typed saved. Resolves to how long that took, in milliseconds, when it is on disk. */
  save(): Promise<number>;
}

const keysTyped = 200;
/** Milliseconds between two keys: a quick typist. */
const betweenKeys = 60;

export async function measure(subject: Subject): Promise<Figures> {
  const { page } = subject;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const layoutBefore = await layoutMs(cdp);
  const openMs = await openBook(subject);
  const layout = (await layoutMs(cdp)) - layoutBefore;
  // What a window does after it has shown the text is not part of a key's answer.
  await page.waitForTimeout(3000);
  await putCaretInTheMiddle(subject);
  const keys = await typeKeys(page);
  await page.waitForTimeout(3000);
  const saves: { ms: number; longest: number }[] = [];
  for (let n = 0; n < 3; n += 1) saves.push(await saveOnce(subject));
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return {
    openMs,
    layoutMs: layout,
    keyP50Ms: quantile(keys, 0.5),
    keyP95Ms: quantile(keys, 0.95),
    saveMs: quantile(
      saves.map(({ ms }) => ms),
      0.5,
    ),
    longestTaskMs: quantile(
      saves.map(({ longest }) => longest),
      0.5,
    ),
    heapMB: usedSize / 1024 / 1024,
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function layoutMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const seconds = metrics.filter(({ name }) => name === 'LayoutDuration' || name === 'RecalcStyleDuration');
  return seconds.reduce((sum, { value }) => sum + value, 0) * 1000;
}

/** From the press that asks for the book to the frame that shows its first lines. */
function openBook({ page, opener, text }: Subject): Promise<number> {
  return page.evaluate(
    ([press, shown]) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const observer = new MutationObserver(() => {
          const first = document.querySelector(`${shown} p`);
          if (first === null || first.textContent === '' || first.getClientRects().length === 0) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - began);
            port2.postMessage(null);
          });
        });
        observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label'] });
        const button = document.querySelector(press);
        if (button instanceof HTMLElement) button.click();
      }),
    [opener, text] as const,
  );
}

/**
 * Milliseconds until the page says that all is saved, pressing what saves first where something does. Watched from within:
 * Playwright's own waiting reads the whole page again and again, and a book's page is long.
 */
export function untilSaved(page: Page, status: string, press = ''): Promise<number> {
  return page.evaluate(
    ([shown, button]) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const look = () => {
          if (document.querySelector(shown)?.textContent === 'Saved') resolve(performance.now() - began);
          else setTimeout(look, 1);
        };
        const pressed = button === '' ? null : document.querySelector(button);
        if (pressed instanceof HTMLElement) pressed.click();
        look();
      }),
    [status, press] as const,
  );
}

async function putCaretInTheMiddle({ page, text }: Subject): Promise<void> {
  const middle = await page.locator(`${text} p`).evaluateAll((blocks) => Math.floor(blocks.length / 2));
  const block = page.locator(`${text} p`).nth(middle);
  // Blocks get their true height as they come near.
  for (let n = 0; n < 3; n += 1) {
    await block.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await page.waitForTimeout(200);
  }
  await block.click({ position: { x: 40, y: 10 } });
}

async function typeKeys(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const painted: number[] = [];
    Object.assign(window, { painted });
    const next = (then: () => void) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    };
    let pressed = 0;
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        pressed = timeStamp;
      },
      true,
    );
    window.addEventListener(
      'input',
      () => {
        const began = pressed;
        let worked = Number.POSITIVE_INFINITY;
        next(() => {
          worked = performance.now();
        });
        requestAnimationFrame(() => {
          // Where the frame comes first, there was nothing to wait for.
          const waited = Math.max(0, performance.now() - worked);
          next(() => painted.push(performance.now() - began - waited));
        });
      },
      true,
    );
  });
  for (let n = 0; n < keysTyped; n += 1) {
    await page.keyboard.press(n % 7 === 6 ? ' ' : 'etaoinsh'.charAt(n % 8));
    await page.waitForTimeout(betweenKeys);
  }
  const painted = await page.evaluate(() => Reflect.get(window, 'painted') as number[]);
  return painted.slice(0, keysTyped);
}

/** The longest time in which the page answered nothing, from the save's first moment to a second after its end. */
async function saveOnce({ page, save }: Subject): Promise<{ ms: number; longest: number }> {
  await page.keyboard.press('e');
  await page.evaluate(() => {
    let longest = 0;
    let last = performance.now();
    const beat = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      Object.assign(window, { longest, beating: setTimeout(beat, 0) });
    };
    beat();
  });
  const ms = await save();
  await page.waitForTimeout(1000);
  const longest = await page.evaluate(() => {
    clearTimeout(Reflect.get(window, 'beating'));
    return Number(Reflect.get(window, 'longest'));
  });
  return { ms, longest };
}
