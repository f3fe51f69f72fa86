import { existsSync } from 'node:fs';
import { expect, test } from './harness/test.ts';

test('a window opens on the welcome, and a new notebook is there the next day', async ({ app }) => {
  await expect(app.page).toHaveTitle('Armillary');
  await expect(app.page.getByRole('button', { name: 'New notebook' })).toBeVisible();

  await app.newNotebook('Energy');
  await expect(app.page.getByRole('main').first()).toBeVisible();
  expect(existsSync(`${app.kind === 'browser' ? app.notebooks : app.scratch}/Energy.armillary`)).toBe(true);

  await app.restart();
  await expect(app.page).toHaveTitle('Energy – Armillary');

  await app.page.getByRole('banner').getByRole('button', { name: 'Energy' }).click();
  await app.page.getByRole('menuitem', { name: 'Close notebook' }).click();
  await app.restart();
  await app.page.getByRole('button', { name: /^Energy/ }).click();
  await expect(app.page).toHaveTitle('Energy – Armillary');
});
