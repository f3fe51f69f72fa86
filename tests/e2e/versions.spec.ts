import { writeFile } from 'node:fs/promises';
import { fixture, withArticle } from './fixtures.ts';
import { expect, test } from './harness/test.ts';

test('a version is named, compared with what came after, restored, and the restore taken back', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  await window.tag('the photograph of that crew hangs in all four capitals', '3');
  await window.expectSaved();

  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('textbox', { name: 'Name of this version' })).toBeFocused();
  await page.keyboard.type('For the meeting');
  await page.keyboard.press('Enter');
  const versions = window.dialog.getByRole('listbox', { name: 'Versions, newest first' });
  await expect(versions.getByRole('option', { name: 'For the meeting' })).toHaveAttribute('aria-selected', 'true');
  await expect(window.dialog).toContainText('Both read the same, word for word.');
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();

  await window.select('more soybeans than passengers');
  await page.keyboard.type('more timber than passengers');
  await window.select('The record is six and a half, and the photograph of that crew hangs in all four capitals.');
  await page.keyboard.press('Delete');
  await expect(window.text).not.toContainText('four capitals');

  await page.keyboard.press('ControlOrMeta+Alt+v');
  const changes = window.dialog.getByRole('region', { name: 'Changes since this version' });
  await versions.getByRole('option', { name: 'For the meeting' }).click();
  await expect(changes.getByRole('deletion').first()).toContainText('soybeans');
  await expect(changes.getByRole('insertion').first()).toContainText('timber');
  await expect(changes.getByRole('deletion').last()).toContainText('hangs in all four capitals');
  await expect(window.dialog.getByRole('status')).toHaveText('2 places differ');
  const folded = changes.getByRole('button', { name: /paragraphs unchanged/ }).last();
  await folded.press('Enter');
  await expect(changes).toContainText('A last remark on the name.');

  await window.dialog.getByRole('button', { name: 'Restore this version' }).press('Enter');
  await expect(window.dialog).toBeHidden();
  await expect(window.text).toContainText('more soybeans than passengers');
  await window.expectSeen('the photograph of that crew hangs in all four capitals', ['cultural']);
  await window.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(window.text).toContainText('more timber than passengers');
  await expect(window.text).not.toContainText('four capitals');
  await window.text.focus();
  await window.redo();
  await expect(window.text).toContainText('more soybeans than passengers');

  await window.caretBehind('more soybeans than passengers');
  await page.keyboard.type(' or mail');
  await expect(window.text).toContainText('passengers or mail');
  await window.undo();
  await window.undo();
  await expect(window.text).toContainText('more timber than passengers');
});

test('an automatic version gets a name in its place, and stays', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  await window.caretBehind('more soybeans than passengers');
  await page.keyboard.type(' and mail');
  await window.expectSaved();
  await page.keyboard.press('ControlOrMeta+Alt+v');
  await expect(window.dialog.getByRole('option', { name: 'Automatic' })).toBeVisible();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name of the version' }).fill('As it came');
  await page.keyboard.press('Enter');
  await expect(window.dialog.getByRole('option', { name: 'As it came' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
});

test('a version is deleted by its key or its menu, and comes back with an undo', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  for (const name of ['For the meeting', 'For the printer']) {
    await page.keyboard.press('ControlOrMeta+s');
    await page.getByRole('textbox', { name: 'Name of this version' }).fill(name);
    await page.keyboard.press('Enter');
    await expect(window.dialog.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
  }

  await page.keyboard.press('ControlOrMeta+Alt+v');
  const named = window.dialog.getByRole('option', { name: /^For the/ });
  await expect(window.dialog.getByRole('listbox')).toBeFocused();
  await expect(named).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(named).toHaveCount(1);
  await expect(named).toHaveAttribute('aria-selected', 'true');
  await named.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(named).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();
  await window.messages.getByRole('button', { name: 'Undo' }).last().click();
  await page.keyboard.press('ControlOrMeta+Alt+v');
  await expect(named).toHaveCount(1);
});

test('a new text from a file: nothing changes before it is applied, each passage is decided of, all of it is taken back', async ({
  app,
}) => {
  const window = await withArticle(app);
  const { page } = app;
  const changed = 'In the ninth year the fund bought forty locomotives';
  const moved = 'bakers who work at the depots brought it with them';
  const lost = 'Linguists from the coastal university have filled two notebooks';
  const kept = 'The record is six and a half';
  await window.tag(kept, '1');
  await window.tag(changed, '1');
  await window.tag(moved, '3');
  await window.tag(lost, '3');
  await window.expectSaved();
  const revised = () => app.choose([fixture('corridor-revised.txt')], () => page.keyboard.press('ControlOrMeta+Alt+u'));

  await revised();
  const { dialog } = window;
  const passages = dialog.getByRole('listbox', { name: 'Passages' });
  await expect(passages.getByRole('option')).toHaveCount(4);
  for (const shown of ['All 4', 'Kept 1', 'Moved 1', 'Changed 1', 'Lost 1']) {
    await expect(dialog.getByRole('radio', { name: shown })).toBeVisible();
  }
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.text).toContainText('Language was settled in the canteen.');

  await revised();
  await expect(passages).toBeFocused();
  await page.keyboard.press('Home');
  await expect(passages.getByRole('option', { selected: true })).toContainText('In the ninth year');
  const detail = dialog.getByRole('region', { name: 'Passage' });
  await expect(detail).toContainText('economic');
  await expect(detail.getByRole('deletion').first()).toContainText('ninth');
  await expect(detail.getByRole('insertion').first()).toContainText('tenth');
  await page.keyboard.press('Enter');
  await expect(passages.getByRole('option', { selected: true })).toContainText('accepted');
  await dialog.getByRole('button', { name: 'Accept 1 above' }).click();
  await expect(dialog.getByRole('status')).toHaveText('3 passages in the new text, 1 detached');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();

  await expect(window.messages).toContainText('3 passages in it, 1 detached');
  await expect(window.text).not.toContainText('Language was settled in the canteen.');
  await window.expectSeen('In the tenth year the fund bought fifty new locomotives', ['economic']);
  await window.expectSeen(moved, ['cultural']);
  await window.expectSeen(kept, ['economic']);
  await window.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(window.text).toContainText('Language was settled in the canteen.');
  await window.expectSeen(changed, ['economic']);
  await window.expectSeen(lost, ['cultural']);
});

test('a file that is no text changes nothing and says why', async ({ app }) => {
  const window = await withArticle(app);

  const archive = `${app.scratch}/minutes.docx`;
  await writeFile(archive, Buffer.from('504b030414000600080000002100', 'hex'));
  await app.choose([archive], () => app.page.keyboard.press('ControlOrMeta+Alt+u'));
  await expect(window.dialog.getByRole('alert')).toContainText(/not imported/);
  await expect(window.dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await app.page.keyboard.press('Escape');
  await expect(window.text).toContainText('A last remark on the name.');
});
