import { openRecent, withArticle } from '../fixtures.ts';
import { expect, test } from '../harness/test.ts';

test('what is typed last before a tab is closed is in the notebook', async ({ app }) => {
  let window = await withArticle(app);
  await window.caretBehind('A last remark on the name.');
  await app.page.keyboard.insertText(' Written in the last second.');
  const { page } = app;
  const closed = page.waitForEvent('close');
  const address = new URL(page.url()).origin;
  app.page = await page.context().newPage();
  await page.close({ runBeforeUnload: true });
  await closed;

  await app.page.goto(address);
  window = await openRecent(app, 'Corridor');
  await expect(window.text).toContainText('A last remark on the name. Written in the last second.');
});
