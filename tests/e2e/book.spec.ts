import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './harness/app.ts';
import { expect, test } from './harness/test.ts';
import { NotebookWindow } from './window.ts';

const paragraphs = 1200;

/** Paragraphs of very different lengths, so that no estimate of a height out of sight is right. */
function book(): string {
  const sentence = 'The surveyors wrote down what the ferrymen told them about the crossing and its tolls.';
  const lines = Array.from(
    { length: paragraphs },
    (_, n) => `Entry ${n} of the ledger. ${Array.from({ length: 1 + ((n * n) % 17) }, () => sentence).join(' ')}`,
  );
  return `The ledger of the crossing\n\n${lines.join('\n\n')}\n`;
}

async function openBook(app: App): Promise<NotebookWindow> {
  const file = join(app.scratch, 'ledger.txt');
  await writeFile(file, book());
  await app.newNotebook('Ledger');
  const window = new NotebookWindow(app.page);
  await app.choose([file], () => app.page.getByRole('button', { name: 'Import files', exact: true }).click());
  await expect(window.text).toContainText('Entry 0 of the ledger.');
  return window;
}

test('in a book, going to a passage from the list, the margin or the search brings it into view', async ({ app }) => {
  const window = await openBook(app);
  for (const n of [2, 600, 700, 1190]) await window.tag(`Entry ${n} of`, '1');

  /** Where the passage's words stand, once nothing moves any more. */
  const mark = (n: number) => window.text.locator('mark').filter({ hasText: `Entry ${n} of` });
  for (const n of [700, 2, 1190, 600]) {
    await window.card(`Entry ${n} of`).click();
    await expect(mark(n)).toBeInViewport({ ratio: 1 });
  }

  await window.bar('Entry 600 of').click();
  await expect(mark(600)).toBeInViewport({ ratio: 1 });

  await window.searchFor('"Entry 935 of the ledger"');
  await app.page.keyboard.press('Enter');
  await expect(window.dialog).toBeHidden();
  await expect(window.text.getByText('Entry 935 of the ledger.')).toBeInViewport();
  const hit = await app.page.evaluate(() => {
    const ranges = CSS.highlights.get('search-target') ?? [];
    const view = document.querySelector('[data-scroller]')?.getBoundingClientRect();
    return Array.from(ranges, (range) => {
      const { top, bottom } = range instanceof Range ? range.getBoundingClientRect() : { top: Number.NaN, bottom: Number.NaN };
      return view !== undefined && top >= view.top && bottom <= view.bottom;
    });
  });
  expect(hit).toEqual([true]);

  // What is asked for at the hit stands by it, and Esc leads back to where one reads.
  const picker = app.page.getByRole('combobox', { name: 'Find a sphere' });
  await app.page.keyboard.press('t');
  await expect(picker).toBeInViewport({ ratio: 1 });
  await expect(window.text.getByText('Entry 935 of the ledger.')).toBeInViewport();
  for (const gone of [picker, app.page.getByRole('search', { name: 'Hits of the search' })]) {
    await app.page.keyboard.press('Escape');
    await expect(gone).toBeHidden();
    await expect(window.text).toBeFocused();
    await expect(window.text.getByText('Entry 935 of the ledger.')).toBeInViewport();
  }
});

test('in a book, paragraphs come, go, change and come back anywhere, and the page shows what is saved', async ({ app }) => {
  const window = await openBook(app);
  const { keyboard } = app.page;
  const lines = () => window.text.locator('p, li').allTextContents();
  const before = await lines();
  const caretBefore = async (words: string) => {
    await window.caretBefore(words);
    // The browser tells of where the caret went with the next frame.
    await app.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  };

  // Wherever the page parts its paragraphs into groups, among others.
  for (const n of [29, 30, 31, 32, 61, 62, 63]) {
    await caretBefore(`Entry ${n} of`);
    await keyboard.press('Backspace');
    await keyboard.press('Enter');
    await keyboard.type('Torn page. ');
  }
  for (const n of [30, 62]) {
    await caretBefore(`Entry ${n} of`);
    await keyboard.press('Enter');
    await keyboard.press('ArrowUp');
    await keyboard.type('- Listed');
  }
  expect((await lines()).length).toBe(before.length + 2);

  await caretBefore('Entry 400 of');
  await keyboard.press('ControlOrMeta+Shift+End');
  await keyboard.press('ControlOrMeta+x');
  await expect.poll(async () => (await lines()).at(-1)).toBe('');
  await keyboard.press('ControlOrMeta+z');
  await expect(window.text).toContainText('Entry 1199 of');
  await keyboard.press('ControlOrMeta+End');
  await keyboard.type(' The last word.');
  await expect(window.text.getByText('The last word.')).toBeInViewport();
  await keyboard.press('ControlOrMeta+Home');
  await keyboard.type('The first word. ');
  await expect(window.text.getByText('The first word.')).toBeInViewport();

  await expect(window.status).toContainText('Saved');
  const written = await lines();
  expect(written.length).toBe(before.length + 2);
  expect(written.at(-1)).toMatch(/The last word\.$/);
  await app.restart();
  const again = new NotebookWindow(app.page);
  await expect(again.text).toContainText('The first word.');
  expect(await again.text.locator('p, li').allTextContents()).toEqual(written);
});
