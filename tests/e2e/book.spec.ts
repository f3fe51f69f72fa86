import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

test('in a book, going to a passage from the list, the margin or the search brings it into view', async ({ app }) => {
  const file = join(app.scratch, 'ledger.txt');
  await writeFile(file, book());
  await app.newNotebook('Ledger');
  const window = new NotebookWindow(app.page);
  await app.choose([file], () => app.page.getByRole('button', { name: 'Import files', exact: true }).click());
  await expect(window.text).toContainText('Entry 0 of the ledger.');
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
});
