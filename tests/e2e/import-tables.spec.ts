import { writeFile } from 'node:fs/promises';
import { expect, test } from './harness/test.ts';
import { NotebookWindow } from './window.ts';

const wires = `Headline,When,Desk,Story,Id
Tolls rise,05/03/2026,River,The keepers raised the tolls by a quarter.,17
Salt runs short,25/03/2026,Coast,The pans dried out.,18
,26/03/2026,Coast,,19
`;

test('a table is shown before it comes in, and comes in as one says', async ({ app }) => {
  await app.newNotebook('Wires');
  const window = new NotebookWindow(app.page);
  const { keyboard } = app.page;
  await writeFile(`${app.scratch}/wires.csv`, wires);
  await app.choose([`${app.scratch}/wires.csv`], () => keyboard.press('ControlOrMeta+i'));
  await expect(window.dialog).toHaveAccessibleName('Import wires.csv');
  await expect(window.dialog.getByRole('status')).toContainText('2 documents will come in, a row each.');
  await expect(window.dialog.getByRole('status')).toContainText('1 row has neither title nor text and will be left out.');

  // By keys alone: what stands in “Desk” is who published it, “Id” is not used.
  await window.dialog.getByRole('button', { name: 'What “Desk” is' }).focus();
  await keyboard.press('Enter');
  await keyboard.type('Pub');
  await keyboard.press('Enter');
  await window.dialog.getByRole('button', { name: 'What “Id” is' }).focus();
  await keyboard.press('Enter');
  await app.page.getByRole('option', { name: 'Not used' }).click();
  const example = window.dialog.getByRole('list', { name: 'Examples' }).getByRole('listitem').first();
  await expect(example).toContainText('River');
  await expect(example).not.toContainText('Id:');
  await window.dialog.getByRole('button', { name: 'What “When” is' }).click();
  await app.page.getByRole('option', { name: 'Date' }).click();
  await expect(example).not.toContainText('When:');
  await keyboard.press('ControlOrMeta+Enter');

  await expect(window.messages).toContainText('2 documents came in.');
  await window.open('Tolls rise');
  await expect(window.text).toHaveText('The keepers raised the tolls by a quarter.');
  await expect(app.page.getByText(/^River · .*2026$/).first()).toBeVisible();
});

test('a first row that is no row of names; Escape imports nothing', async ({ app }) => {
  await app.newNotebook('Names');
  const window = new NotebookWindow(app.page);
  await writeFile(`${app.scratch}/wires.csv`, wires);
  await app.choose([`${app.scratch}/wires.csv`], () => app.page.keyboard.press('ControlOrMeta+i'));
  await window.dialog.getByRole('button', { name: /First row/ }).click();
  await app.page.getByRole('option', { name: 'A row as the others' }).click();
  await expect(window.dialog.getByRole('columnheader')).toHaveCount(5);
  await expect(window.dialog.getByRole('button', { name: 'What “Column 1” is' })).toBeVisible();
  await expect(window.dialog.getByRole('cell', { name: 'Headline' })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(window.dialog).toHaveCount(0);
  await expect(window.documents.getByRole('option')).toHaveCount(0);
});

test('references are shown before they come in, fill in the document beside them, and are taken back at once', async ({ app }) => {
  await app.newNotebook('References');
  const window = new NotebookWindow(app.page);
  await writeFile(`${app.scratch}/tolls.txt`, 'Tolls rise\n\nThe keepers raised the tolls by a quarter.\n');
  const library = `@article{marsh, title = {Tolls rise}, author = {Marsh, Ida}, year = 2026}
@book{holt, title = {Of rivers}, author = {Holt, Irena}, year = 2019}`;
  await writeFile(`${app.scratch}/library.bib`, library);
  await writeFile(`${app.scratch}/data.json`, '{"a": 1}');
  const files = ['library.bib', 'data.json', 'tolls.txt'].map((name) => `${app.scratch}/${name}`);
  await app.choose(files, () => app.page.keyboard.press('ControlOrMeta+i'));
  await expect(window.dialog).toHaveAccessibleName('References of library.bib');
  await expect(window.dialog.getByRole('listitem').filter({ hasText: 'Tolls rise' })).toContainText('Author and date filled in.');
  await expect(window.dialog.getByRole('listitem').filter({ hasText: 'Of rivers' })).toContainText('New document');
  await app.page.keyboard.press('Enter');

  await expect(window.dialog).toContainText('2 imported, 1 filled in, 1 not imported.');
  await expect(window.dialog.getByRole('listitem').filter({ hasText: 'data.json' })).toContainText('holds no references in CSL-JSON');
  await window.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(window.documents.getByRole('option')).toHaveCount(2);
  await expect(window.document('Tolls rise')).toContainText('Marsh, Ida');
  await window.undo();
  await expect(window.documents.getByRole('option')).toHaveCount(1);
  await expect(window.document('Tolls rise')).not.toContainText('Marsh, Ida');
});
