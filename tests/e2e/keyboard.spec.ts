import type { Locator } from '@playwright/test';
import { fixture, titles } from './fixtures.ts';
import { expect, test } from './harness/test.ts';
import { NotebookWindow } from './window.ts';

test('the main job with the keyboard alone', async ({ app }) => {
  await app.newNotebook('By hand');
  let window = new NotebookWindow(app.page);
  const { keyboard } = app.page;

  await test.step('import and open', async () => {
    await app.choose(['corridor.txt', 'bakers.html'].map(fixture), () => keyboard.press('ControlOrMeta+i'));
    await expect(window.messages).toContainText('2 documents came in.');
    await keyboard.press('ControlOrMeta+1');
    await expect(window.documents).toBeFocused();
    await keyboard.type('the co');
    await keyboard.press('Enter');
    await expect(app.page.getByRole('textbox', { name: `Text of ${titles.corridor}` })).toBeVisible();
    await keyboard.press('ControlOrMeta+2');
    await expect(window.text).toBeFocused();
  });

  await test.step('tag, retag and note', async () => {
    await window.tag('The banks expect the debt to be paid', '1');
    await window.tag('the debt to be paid in the twenty-eighth year', '2');
    await keyboard.press('3');
    await window.expectSeen('the debt to be paid in the twenty-eighth year', ['geopolitical', 'cultural']);
    await keyboard.press('3');
    await window.select('lives along all of it and pays nothing');
    await keyboard.press('t');
    await keyboard.type('heron lore');
    await keyboard.press('Enter');
    await window.expectSeen('lives along all of it and pays nothing', ['heron lore']);
    await keyboard.press('n');
    await keyboard.type('A free rider.');
    await keyboard.press('Escape');
    await expect(window.card('lives along all of it and pays nothing')).toContainText('A free rider.');
    await expect(window.card('lives along all of it and pays nothing')).toBeFocused();
  });

  await test.step('a note is typed at once after its key, on what was no passage yet', async () => {
    await keyboard.press('ControlOrMeta+2');
    await window.select('On the plans it was Line Seven');
    await keyboard.press('n');
    await keyboard.type('Nobody calls it so.');
    await keyboard.press('Escape');
    await expect(window.card('On the plans it was Line Seven')).toBeFocused();
    await expect(window.card('On the plans it was Line Seven')).toContainText('Nobody calls it so.');
    await window.undo();
    await window.undo();
    await expect(window.cards).toHaveCount(3);
  });

  await test.step('extend, shrink, go about, remove and undo', async () => {
    await keyboard.press('ControlOrMeta+2');
    await expect(window.text).toBeFocused();
    await keyboard.press('ControlOrMeta+Home');
    await expect(window.status).toContainText('3 passages');
    await keyboard.press('Alt+ArrowDown');
    await expect(window.status).toContainText('passage 1 of 3');
    await keyboard.press('Alt+Shift+ArrowRight');
    await window.expectSeen('The banks expect the debt to be paid in', ['economic']);
    await keyboard.press('Alt+Shift+ArrowLeft');
    await window.expectSeen('The banks expect the debt to be paid', ['economic']);
    await keyboard.press('ControlOrMeta+3');
    await keyboard.press('Home');
    await expect(window.cards.first()).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(window.card('the debt to be paid in the twenty-eighth year')).toBeFocused();
    await keyboard.press('Delete');
    await expect(window.cards).toHaveCount(2);
    await window.undo();
    await window.expectSeen('the debt to be paid in the twenty-eighth year', ['geopolitical']);
  });

  await test.step('search, with Enter before the answer is there', async () => {
    await keyboard.press('ControlOrMeta+k');
    await keyboard.type('sourdough');
    await keyboard.press('Enter');
    await expect(app.page.getByRole('textbox', { name: `Text of ${titles.bakers}` })).toBeVisible();
    await window.expectInView('sourdough');
  });

  await test.step('export', async () => {
    await keyboard.press('ControlOrMeta+e');
    await tabTo(window, window.dialog.getByRole('radio', { name: /Markdown/ }));
    const save = window.dialog.getByRole('button', { name: 'Save…' });
    await tabTo(window, save);
    const { content } = await app.save(() => keyboard.press('Enter'));
    expect(content.toString('utf8')).toContain('> lives along all of it and pays nothing');
    await expect(window.dialog).toBeHidden();
  });

  await test.step('check by the palette, and all of it the next day', async () => {
    await keyboard.press('ControlOrMeta+Shift+p');
    await keyboard.type('check');
    await expect(window.dialog.getByRole('option').first()).toHaveText(/Check the notebook/);
    await keyboard.press('Enter');
    await expect(window.dialog).toContainText('All is well. 2 documents, 3 passages');
    await keyboard.press('Escape');
    await app.restart();
    window = new NotebookWindow(app.page);
    await expect(app.page.getByRole('textbox', { name: `Text of ${titles.bakers}` })).toBeVisible();
    await app.page.keyboard.press('ControlOrMeta+1');
    await expect(window.documents).toBeFocused();
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Enter');
    await expect(window.cards).toHaveCount(3);
  });
});

/** Presses Tab until something has the focus. */
async function tabTo({ page }: NotebookWindow, target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
}
