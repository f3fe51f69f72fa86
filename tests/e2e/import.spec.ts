import { copyFile, readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { fixture, titles, withArticle } from './fixtures.ts';
import { expect, test } from './harness/test.ts';
import { NotebookWindow } from './window.ts';

test('files that are dropped on the window come in', async ({ app }) => {
  await app.newNotebook('Dropped');
  const window = new NotebookWindow(app.page);
  await drop(app.page, ['water-paper.md', 'bakers.html']);
  await expect(window.messages).toContainText('2 documents came in.');
  await window.open(titles.water);
  await expect(window.text.getByRole('heading', { name: 'What each member gets' })).toBeVisible();
  await expect(window.text.getByRole('listitem').filter({ hasText: 'counted at the bridge' }).last()).toBeVisible();
  await expect(window.page.getByText('Irena Holt · Corridor Review')).toHaveCount(2);
  await window.open(titles.bakers);
  await expect(window.text).toContainText('Honey rolls on feast days');
  await expect(window.text).not.toContainText('Terms of use');

  await drop(app.page, ['heron.txt', 'tea.txt']);
  await window.messages.getByRole('button', { name: 'Show report' }).last().click();
  await expect(window.dialog).toContainText('heron.txt');
  await window.dialog.getByRole('button', { name: 'Move what came in to the bin' }).click();
  await expect(window.messages).toContainText('Moved 2 documents to the bin.');
  await expect(window.documents.getByRole('option')).toHaveCount(2);
  await window.undo();
  await expect(window.documents.getByRole('option')).toHaveCount(4);
});

test('a file that is there already is shown, not doubled', async ({ app }) => {
  const window = await withArticle(app);
  await app.choose([fixture('corridor.txt')], () => app.page.keyboard.press('ControlOrMeta+i'));
  await expect(window.messages).toContainText('is in the notebook already');
  await expect(window.documents.getByRole('option')).toHaveCount(1);
});

test('a file that cannot be read is told with its reason, and the others come in', async ({ app }) => {
  await app.newNotebook('Mixed');
  const window = new NotebookWindow(app.page);
  const archive = `${app.scratch}/minutes.docx`;
  await writeFile(archive, Buffer.from('504b030414000600080000002100', 'hex'));
  await app.choose([archive, fixture('corridor.txt'), fixture('corridor.txt')], () => app.page.keyboard.press('ControlOrMeta+i'));
  await expect(window.dialog).toContainText('1 imported, 1 already there, 1 not imported.');
  const failure = window.dialog.getByRole('listitem').filter({ hasText: 'minutes.docx' });
  await expect(failure).toContainText(/cut short|damaged|not .*imported/i);
  await window.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(window.documents.getByRole('option')).toHaveCount(1);
});

test('pasted text becomes a document', async ({ app }) => {
  await app.newNotebook('Pasted');
  const window = new NotebookWindow(app.page);
  await app.page.keyboard.press('ControlOrMeta+Shift+v');
  await window.dialog.getByRole('textbox', { name: 'Text' }).fill('A line on the heron\n\nIt pays nothing and is never late.');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(window.text).toContainText('It pays nothing and is never late.');
  await expect(window.document('A line on the heron')).toBeVisible();
});

test('Russian and Chinese files with names in their scripts come in and are found', async ({ app }) => {
  await app.newNotebook('Языки 语言');
  const window = new NotebookWindow(app.page);
  const files = [
    { from: 'heron.txt', to: 'цапля.txt', title: 'Цапля не платит за проезд', search: 'культурный обмен', shown: 'Культурный обмен' },
    { from: 'tea.txt', to: '茶房.txt', title: '塔恩站的茶房', search: '文化交流', shown: '文化交流' },
  ];
  for (const { from, to } of files) await copyFile(fixture(from), `${app.scratch}/${to}`);
  await app.choose(
    files.map(({ to }) => `${app.scratch}/${to}`),
    () => app.page.keyboard.press('ControlOrMeta+i'),
  );
  await expect(window.documents.getByRole('option')).toHaveCount(2);
  for (const { title, search, shown } of files) {
    await window.searchFor(search);
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByRole('textbox', { name: `Text of ${title}` })).toBeVisible();
    await window.expectInView(shown);
    await window.tag(shown, '3');
    await window.expectSeen(shown, ['cultural']);
  }
});

test('a hostile page brings its words and nothing else', async ({ app }) => {
  await app.newNotebook('Hostile');
  const window = new NotebookWindow(app.page);
  const asked: string[] = [];
  app.page.on('request', (request) => asked.push(request.url()));
  await app.choose([fixture('hostile.html')], () => app.page.keyboard.press('ControlOrMeta+i'));
  await expect(window.text).toContainText('The honest sentence of this page stands here');
  await expect(window.text).toContainText('The last sentence came through as well.');
  await expect(window.text.getByRole('link')).toHaveText(['link that is none']);
  await window.text.getByText('A line that waits for the mouse.').hover();
  await app.page.keyboard.press('ControlOrMeta+e');
  await app.page.keyboard.press('Escape');

  await expect(window.text.locator('img, svg, iframe, script, style, form, input, video, object, embed')).toHaveCount(0);
  expect(await app.page.evaluate(() => Reflect.get(globalThis, 'harmed'))).toBeUndefined();
  await expect(app.page).toHaveTitle('Hostile – Armillary');
  expect(asked.filter((url) => url.includes('harm.example'))).toEqual([]);
});

/** Drops files of tests/fixtures/scenario on the window. */
async function drop(page: Page, names: readonly string[]): Promise<void> {
  const files = await Promise.all(names.map(async (name) => ({ name, content: await readFile(fixture(name), 'utf8') })));
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, content } of dropped) transfer.items.add(new File([content], name));
    return transfer;
  }, files);
  const target = page.getByRole('main');
  await target.dispatchEvent('dragover', { dataTransfer });
  await expect(page.getByText('Drop files or folders to import them')).toBeVisible();
  await target.dispatchEvent('drop', { dataTransfer });
}
