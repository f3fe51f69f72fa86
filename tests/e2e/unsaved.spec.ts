import { withArticle } from './fixtures.ts';
import { expect, test } from './harness/test.ts';
import { NotebookWindow } from './window.ts';

test('what is typed last before quitting is there the next day', async ({ app }) => {
  let window = await withArticle(app);
  await window.caretBehind('A last remark on the name.');
  await app.page.keyboard.insertText(' Written in the last second.');
  await app.restart();
  window = new NotebookWindow(app.page);
  await expect(window.text).toContainText('A last remark on the name. Written in the last second.');
});

test('a note that is still being written when one quits is there the next day', async ({ app }) => {
  let window = await withArticle(app);
  await window.tag('A crew can do it in nine minutes', '1');
  await app.page.keyboard.press('n');
  await expect(app.page.getByRole('textbox', { name: 'Note on the passage' })).toBeFocused();
  await app.page.keyboard.insertText('Half a thou');
  await app.restart();
  window = new NotebookWindow(app.page);
  await expect(window.card('A crew can do it in nine minutes')).toContainText('Half a thou');
});

test('what was saved is there after the program is killed', async ({ app, complaints }) => {
  let window = await withArticle(app);
  await window.tag('A crew can do it in nine minutes', '1');
  await window.caretBehind('A last remark on the name.');
  await app.page.keyboard.insertText(' Saved before the fall.');
  await window.expectSaved();
  await app.crash();
  // The page may have said that its host was gone.
  complaints.length = 0;
  window = new NotebookWindow(app.page);
  await expect(window.text).toContainText('A last remark on the name. Saved before the fall.');
  await window.expectSeen('A crew can do it in nine minutes', ['economic']);
  await app.page.getByRole('banner').getByRole('button', { name: 'Corridor' }).click();
  await app.page.getByRole('menuitem', { name: 'Check the notebook' }).click();
  await expect(window.dialog).toContainText('All is well.');
});
