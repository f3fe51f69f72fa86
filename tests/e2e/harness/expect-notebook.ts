import { expect, type Page } from '@playwright/test';

/** Waits until the window shows this notebook. */
export async function expectNotebook(page: Page, name: string): Promise<void> {
  await expect(page).toHaveTitle(`${name} – Armillary`);
}
