import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../harness/test.ts';

test('a page can name no hidden folder to watch, and none that is not there', async ({ app }) => {
  await app.newNotebook('Careful');
  await mkdir(join(app.scratch, '.keys'));
  const { page } = app;
  await page.getByRole('button', { name: 'Import or write' }).click();
  await page.getByRole('menuitem', { name: 'Watch a folder…' }).click();
  for (const [name, words] of [
    ['.keys', 'A hidden folder'],
    ['nowhere', 'There is no folder'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Folder' }).fill(join(app.scratch, name));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
  }
});
