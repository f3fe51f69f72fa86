import type { Page } from '@playwright/test';
import { withArticle } from './fixtures.ts';
import { expect, test } from './harness/test.ts';

/** Has the browser tell of what is selected only when it is let, as a busy machine does. */
async function holdSelectionChanges(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const hold = (event: Event) => event.stopImmediatePropagation();
    window.addEventListener('selectionchange', hold, true);
    Object.assign(window, { letSelectionChange: () => window.removeEventListener('selectionchange', hold, true) });
  });
  return () => page.evaluate(() => Reflect.get(window, 'letSelectionChange')());
}

const first = 'Freight charges pay the interest';
const second = 'The record is six and a half';

test('what the mouse was drawn over is tagged, however late the browser tells of it', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  const tools = page.getByRole('group', { name: 'Tag and format the selection' });
  await window.drag(first);
  await tools.getByRole('button', { name: 'Tag economic' }).click();
  await window.expectSeen(first, ['economic']);

  await window.text.getByText(second).scrollIntoViewIfNeeded();
  const letChange = await holdSelectionChanges(page);
  await window.drag(second);
  await tools.getByRole('button', { name: 'Tag cultural' }).click();
  await window.expectSeen(second, ['cultural']);
  await window.expectSeen(first, ['economic']);
  await letChange();
  await expect(window.cards).toHaveCount(2);
});
