import { readFile, writeFile } from 'node:fs/promises';
import { fixture, titles, withArticle } from './fixtures.ts';
import { expect, test } from './harness/test.ts';

test('a copy in another paper is told of, compared word for word, and goes to the bin and back', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  const copy = `${app.scratch}/herald.txt`;
  const text = await readFile(fixture('corridor.txt'), 'utf8');
  await writeFile(copy, text.replace(titles.corridor, 'Rails without owners').replace('A last remark', 'A late remark'));
  await app.choose([copy], () => page.keyboard.press('ControlOrMeta+i'));
  await expect(window.documents.getByRole('option')).toHaveCount(2);
  await window.open(titles.corridor);

  const chip = page.getByRole('button', { name: '1 near-duplicate' });
  await chip.click();
  const dialog = page.getByRole('dialog', { name: 'Near-duplicates' });
  await expect(dialog.getByRole('option')).toHaveText(/^Rails without owners.*9\d% alike$/);
  await expect(dialog.getByRole('status')).toHaveText('2 places differ');
  await expect(dialog.getByRole('deletion')).toHaveText([titles.corridor, 'last']);
  await expect(dialog.getByRole('insertion')).toHaveText(['Rails without owners', 'late']);
  await dialog.getByRole('button', { name: 'Move it to the bin' }).click();
  await expect(dialog).toBeHidden();
  await expect(chip).toBeHidden();
  await expect(window.text).toContainText('A last remark on the name.');

  await window.undo();
  await expect(chip).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Alt+i');
  await page.getByRole('dialog', { name: 'Document details' }).getByRole('button', { name: '1 near-duplicate' }).click();
  await dialog.getByRole('button', { name: 'Open this one' }).click();
  await expect(window.text).toContainText('A late remark on the name.');
});
