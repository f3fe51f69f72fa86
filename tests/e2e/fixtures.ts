import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import type { App } from './harness/app.ts';
import { expectNotebook } from './harness/expect-notebook.ts';
import { NotebookWindow } from './window.ts';

/** A file of tests/fixtures/scenario. */
export function fixture(name: string): string {
  return resolve('tests/fixtures/scenario', name);
}

export const titles = {
  corridor: 'The corridor nobody owns',
  water: 'The paper on three rivers',
  bakers: 'Bakers of the depots',
} as const;

/** A new notebook with one article of a dozen paragraphs, open to be read. */
export async function withArticle(app: App): Promise<NotebookWindow> {
  await app.newNotebook('Corridor');
  const window = new NotebookWindow(app.page);
  await app.choose([fixture('corridor.txt')], () => app.page.getByRole('button', { name: 'Import files', exact: true }).click());
  await expect(window.text).toContainText('A last remark on the name.');
  return window;
}

/** Opens a notebook that was open before, from the welcome. */
export async function openRecent(app: App, name: string): Promise<NotebookWindow> {
  await app.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await expectNotebook(app.page, name);
  return new NotebookWindow(app.page);
}
