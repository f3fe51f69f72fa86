import { expect, type Page } from '@playwright/test';

/** Waits until the window shows this notebook, and has heard from its engine. */
export async function expectNotebook(page: Page, name: string): Promise<void> {
  await expect(page).toHaveTitle(`${name} – Armillary`);
  await expect(page.getByRole('treegrid', { name: 'Spheres' })).toBeVisible();
}
