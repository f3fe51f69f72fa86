import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixture, titles } from './fixtures.ts';
import type { App } from './harness/app.ts';
import { expect, test } from './harness/test.ts';
import { NotebookWindow } from './window.ts';

/** A file is waited for until two looks into the folder find it the same. */
const soon = { timeout: 20_000 };

test('a file that is put into the watched folder appears in the library; a bad one is told with its reason', async ({ app }) => {
  const { window, inbox } = await watching(app, ['corridor.txt']);
  const line = window.status.getByRole('button', { name: 'Watching Inbox' });
  await expect(line).toHaveText('Watching Inbox');
  await copyFile(fixture('water-paper.md'), join(inbox, 'water.md'));
  await writeFile(join(inbox, 'minutes.docx'), Buffer.from('504b030414000600080000002100', 'hex'));
  await expect(window.document(titles.water)).toBeVisible(soon);
  await expect(line).toHaveText('Watching Inbox · 1 came in today · 1 not imported');

  await line.click();
  const row = (name: string) => window.dialog.getByRole('listitem').filter({ hasText: name });
  await expect(row('minutes.docx')).toContainText(/cut short|damaged|not .*imported/i);
  await expect(row('water.md')).toContainText('Imported');
  // It was there before, and only new ones were asked for.
  await expect(row('corridor.txt')).toHaveCount(0);
  await row('water.md').getByRole('button', { name: titles.water }).click();
  await expect(window.text.getByRole('heading', { name: 'What each member gets' })).toBeVisible();
  await expect(window.documents.getByRole('option')).toHaveCount(1);
});

test('files that are in it come in where they are asked for; it is paused, goes on, is stopped', async ({ app }) => {
  const { window, inbox } = await watching(app, ['corridor.txt'], 'Those in it now as well');
  await expect(window.document(titles.corridor)).toBeVisible(soon);
  const line = window.status.getByRole('button', { name: 'Watching Inbox' });
  await line.click();
  await window.dialog.getByRole('button', { name: 'Pause' }).click();
  await expect(window.dialog).toContainText('Paused: what comes into it waits');
  await copyFile(fixture('bakers.html'), join(inbox, 'bakers.html'));
  await window.dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(window.dialog.getByRole('listitem').filter({ hasText: 'bakers.html' })).toContainText('Imported', soon);
  await window.dialog.getByRole('button', { name: 'Stop watching' }).click();
  await app.page.keyboard.press('Escape');
  await expect(line).toHaveCount(0);
  await expect(window.documents.getByRole('option')).toHaveCount(2);
});

test('the folder is watched again on another day, and picked up when it was away', async ({ app }) => {
  const { inbox } = await watching(app, []);
  await app.restart();
  const window = new NotebookWindow(app.page);
  await copyFile(fixture('corridor.txt'), join(inbox, 'corridor.txt'));
  await expect(window.document(titles.corridor)).toBeVisible(soon);

  await rename(inbox, `${inbox} elsewhere`);
  await expect(window.status.getByRole('button', { name: 'Inbox is away' })).toBeVisible(soon);
  await rename(`${inbox} elsewhere`, inbox);
  await copyFile(fixture('bakers.html'), join(inbox, 'bakers.html'));
  await expect(window.document(titles.bakers)).toBeVisible(soon);
  await expect(window.documents.getByRole('option')).toHaveCount(2);
});

test('two windows of a notebook watch once', async ({ app }) => {
  const { window, inbox } = await watching(app, []);
  const other = new NotebookWindow(await app.another(() => app.page.keyboard.press('ControlOrMeta+Alt+n')));
  await copyFile(fixture('corridor.txt'), join(inbox, 'corridor.txt'));
  for (const each of [window, other]) {
    await expect(each.status.getByRole('button', { name: 'Watching Inbox · 1 came in today' })).toBeVisible(soon);
    await expect(each.documents.getByRole('option')).toHaveCount(1);
  }
});

/** A new notebook with a folder that is watched for it, in which these files of the scenarios lie. */
async function watching(app: App, files: readonly string[], present = 'New files alone') {
  const inbox = join(app.scratch, 'Inbox');
  await mkdir(inbox);
  for (const name of files) await copyFile(fixture(name), join(inbox, name));
  await app.newNotebook('Watchful');
  await nameFolder(app, inbox, present);
  const window = new NotebookWindow(app.page);
  await expect(window.dialog).toContainText('New files in it, and in folders in it, come in by themselves.');
  await window.dialog.getByRole('button', { name: 'Done' }).click();
  return { window, inbox };
}

/** Names the folder to watch, from the library’s menu. */
async function nameFolder(app: App, folder: string, present = 'New files alone'): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'Import or write' }).click();
  await page.getByRole('menuitem', { name: 'Watch a folder…' }).click();
  await page.getByText(present).click();
  if (app.kind === 'browser') {
    await page.getByRole('textbox', { name: 'Folder' }).fill(folder);
    await page.getByRole('button', { name: 'Watch', exact: true }).click();
  } else {
    await app.choose([folder], () => page.getByRole('button', { name: 'Choose a folder…' }).click());
  }
}
