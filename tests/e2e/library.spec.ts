import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { fixture, titles } from './fixtures.ts';
import type { App } from './harness/app.ts';
import { expect, test } from './harness/test.ts';
import { NotebookWindow } from './window.ts';

/** A library of three documents, and what of it these scenarios look at. */
async function withLibrary(app: App) {
  const { page } = app;
  await app.newNotebook('Shelves');
  const window = new NotebookWindow(page);
  const files = ['corridor.txt', 'water-paper.md', 'tea.txt'].map(fixture);
  await app.choose(files, () => page.getByRole('button', { name: 'Import files', exact: true }).click());
  await expect(window.documents.getByRole('option')).toHaveCount(3);
  const tree = page.getByRole('treegrid', { name: 'Collections' });
  return {
    page,
    window,
    tree,
    place: (name: string) => tree.getByRole('row', { name: new RegExp(`^${name},`) }),
    table: page.getByRole('grid', { name: 'Documents' }),
    bin: page.getByRole('listbox', { name: 'Documents in the bin' }),
  };
}

/** Imports the same story as so many papers print it: each but the first with a line of its own before it, and cut. */
async function importCopies(app: App, ...papers: readonly string[]): Promise<void> {
  const wire = Array.from(
    { length: 12 },
    (_, n) => `Paragraph ${n} of the wire tells how quay ${n * 7} was closed for ${n + 3} days by ice.`,
  );
  const paths = papers.map((paper) => join(app.scratch, `${paper}.txt`));
  for (const [index, path] of paths.entries()) {
    const text = index === 0 ? wire : [`The correspondent of the ${papers[index]} writes.`, ...wire.slice(0, 12 - index)];
    await writeFile(path, text.join('\n\n'));
  }
  await app.choose(paths, () => app.page.keyboard.press('ControlOrMeta+i'));
}

const chosen = (list: Locator) => list.locator('[aria-selected="true"]');

test('several documents are chosen by keys, put into a new collection, taken out and put back, each a step', async ({ app }) => {
  const { page, window, place } = await withLibrary(app);
  const { keyboard } = page;
  await window.documents.focus();
  await keyboard.press('Home');
  await expect(chosen(window.documents)).toHaveCount(1);
  await keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected')).toBeVisible();
  await keyboard.press('ControlOrMeta+ArrowDown');
  await keyboard.press('ControlOrMeta+Space');
  await expect(page.getByText('3 selected')).toBeVisible();
  await keyboard.press('Escape');
  await expect(chosen(window.documents)).toHaveCount(1);

  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('ControlOrMeta+Alt+c');
  await expect(page.getByRole('combobox', { name: 'Find or name a collection' })).toBeFocused();
  await keyboard.insertText('Crossings');
  await keyboard.press('Enter');
  await expect(window.messages).toContainText('Put 3 documents into the new “Crossings”.');
  await expect(place('Crossings')).toHaveAccessibleName('Crossings, 3 documents');

  await place('Crossings').click();
  await window.documents.focus();
  await keyboard.press('Home');
  await keyboard.press('Backspace');
  await expect(place('Crossings')).toHaveAccessibleName('Crossings, 2 documents');
  await expect(window.documents.getByRole('option')).toHaveCount(2);
  await keyboard.press('ControlOrMeta+z');
  await expect(place('Crossings')).toHaveAccessibleName('Crossings, 3 documents');
  await keyboard.press('ControlOrMeta+z');
  await expect(place('Crossings')).toHaveCount(0);
});

test('from the filter down to the rows, and to what is known of those chosen, the focus always coming back', async ({ app }) => {
  const { page, window } = await withLibrary(app);
  const { keyboard } = page;
  await window.open('塔恩站的茶房');
  await page.getByRole('searchbox', { name: 'Filter the documents by title and source' }).fill('the');
  await expect(window.documents.getByRole('option')).toHaveCount(2);
  await keyboard.press('ArrowDown');
  await expect(window.documents).toBeFocused();
  await keyboard.press('Home');
  await keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected')).toBeVisible();

  // Not of the open document, which is not among them.
  await keyboard.press('ControlOrMeta+Alt+i');
  await expect(window.dialog.getByRole('heading', { name: 'Details of 2 documents' })).toBeVisible();
  await expect(window.dialog.getByRole('textbox', { name: 'Author' })).toBeFocused();
  await keyboard.insertText('A. Rower');
  await keyboard.press('Escape');
  await expect(window.documents).toBeFocused();
  await expect(window.documents.getByText('A. Rower')).toHaveCount(2);

  // The palette, from which a dialog is opened, is not where the focus came from.
  await keyboard.press('ControlOrMeta+Shift+p');
  await keyboard.insertText('details of the selected');
  await keyboard.press('Enter');
  await expect(window.dialog.getByRole('textbox', { name: 'Author' })).toHaveValue('A. Rower');
  await keyboard.press('Escape');
  await expect(window.documents).toBeFocused();
});

test('collections are nested, renamed and deleted by keys, and filled by dragging', async ({ app }) => {
  const { page, window, place } = await withLibrary(app);
  const { keyboard } = page;
  await page.getByRole('button', { name: 'Import or write' }).click();
  await page.getByRole('menuitem', { name: 'New collection…' }).click();
  const field = page.getByRole('textbox', { name: 'Name of the new collection' });
  for (const name of ['Rail', 'Rivers']) {
    await field.fill(name);
    await field.press('Enter');
    await expect(place(name)).toBeVisible();
  }
  await field.press('Escape');

  await place('Rivers').focus();
  await keyboard.press('Alt+ArrowRight');
  await expect(place('Rivers')).toHaveAttribute('aria-level', '2');
  await keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name of the collection' }).fill('Water ways');
  await keyboard.press('Enter');
  await expect(place('Water ways')).toBeVisible();

  await window.document(titles.corridor).click();
  await window.document(titles.water).click({ modifiers: ['ControlOrMeta'] });
  await window.document(titles.water).dragTo(place('Water ways'));
  await expect(place('Water ways')).toHaveAccessibleName('Water ways, 2 documents');
  // A collection lists what those below it hold.
  await place('Rail').click();
  await expect(window.documents.getByRole('option')).toHaveCount(2);

  await place('Rail').focus();
  await keyboard.press('Delete');
  await expect(window.messages).toContainText('Deleted the collection “Rail”.');
  await expect(window.documents.getByRole('option')).toHaveCount(3);
  await window.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(place('Water ways')).toHaveAccessibleName('Water ways, 2 documents');
});

test('documents go to the bin together, come back together, and are deleted for good after a question', async ({ app }) => {
  const { page, window, place, bin } = await withLibrary(app);
  const { keyboard } = page;
  await window.documents.focus();
  await keyboard.press('Home');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Delete');
  await expect(window.messages).toContainText('Moved 2 documents to the bin.');
  await expect(place('Bin')).toHaveAccessibleName('Bin, 2 documents');
  await window.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(window.documents.getByRole('option')).toHaveCount(3);

  await window.document(titles.corridor).click();
  await window.document(titles.water).click({ modifiers: ['ControlOrMeta'] });
  await window.document(titles.water).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move 2 documents to the bin' }).click();
  await place('Bin').click();
  await expect(bin.getByRole('option')).toHaveCount(2);
  await expect(bin).toContainText('Moved here');
  await bin.getByRole('option', { name: titles.water }).click();
  await bin.focus();
  await keyboard.press('Enter');
  await expect(bin.getByRole('option')).toHaveCount(1);

  await page.getByRole('button', { name: 'Empty the bin…' }).click();
  await expect(window.dialog).toContainText(`“${titles.corridor}”, its notes, versions and original are deleted for good.`);
  await expect(window.dialog.getByRole('button', { name: 'Keep' })).toBeFocused();
  await window.dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(window.messages).toContainText('Deleted 1 document for good.');
  await expect(page.getByText('Documents that were moved to the bin lie here')).toBeVisible();
  await place('All documents').click();
  await expect(window.documents.getByRole('option')).toHaveCount(2);
});

test('the table sorts by its headings, keeps its columns and opens a document', async ({ app }) => {
  const { page, window, table } = await withLibrary(app);
  const { keyboard } = page;
  const headings = () => table.getByRole('columnheader').allTextContents();
  const order = () => table.locator('[role="row"] > [role="gridcell"]:first-child').allTextContents();
  await keyboard.press('ControlOrMeta+Shift+1');
  await expect(table).toBeFocused();
  await page.getByRole('button', { name: 'Title', exact: true }).click();
  await expect.poll(order).toHaveLength(3);
  const up = await order();
  expect(up).toEqual(up.toSorted());
  await page.getByRole('button', { name: 'Title', exact: true }).click();
  await expect.poll(order).toEqual(up.toReversed());
  await expect(table.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'descending');

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitem', { name: 'Words' }).click();
  await expect(table.getByRole('columnheader', { name: 'Words' })).toBeVisible();
  const width = async () => (await table.getByRole('columnheader', { name: 'Title' }).boundingBox())?.width;
  const was = await width();
  await page.getByRole('button', { name: 'Title', exact: true }).focus();
  await keyboard.press('Shift+ArrowRight');
  await expect.poll(width).toBe((was ?? 0) + 16);

  await page.getByRole('button', { name: 'Added', exact: true }).dragTo(table.getByRole('columnheader', { name: 'Author' }));
  await expect.poll(headings).toEqual(['Title', 'Added', 'Author', 'Publisher', 'Published', 'Grade', 'Words', 'Passages', 'Copies']);
  await page.getByRole('button', { name: 'Words', exact: true }).focus();
  for (let press = 0; press < 2; press += 1) await keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('button', { name: 'Words', exact: true })).toBeFocused();
  await table.getByRole('columnheader', { name: 'Copies' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copies' }).click();
  const moved = ['Title', 'Added', 'Author', 'Publisher', 'Words', 'Published', 'Grade', 'Passages'];
  await expect.poll(headings).toEqual(moved);

  await table.focus();
  await keyboard.press('ControlOrMeta+Alt+i');
  await expect(window.dialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(table).toBeFocused();

  await keyboard.press('Home');
  await keyboard.press('Shift+End');
  await expect(page.getByText('3 selected')).toBeVisible();
  await keyboard.press('Enter');
  await expect(table).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: `Text of ${up[0]}` })).toBeVisible();
  await expect(window.documents.getByRole('option').first()).toHaveAccessibleName(new RegExp(up.at(-1) ?? ''));

  await page.reload();
  await expect(window.documents.getByRole('option')).toHaveCount(3);
  await keyboard.press('ControlOrMeta+Shift+1');
  await expect.poll(headings).toEqual(moved);
  await expect.poll(width).toBe((was ?? 0) + 16);
});

test('copies of one story are found, told apart word by word, and chosen together', async ({ app }) => {
  const { page, window } = await withLibrary(app);
  const { keyboard } = page;
  await importCopies(app, 'wire', 'evening');
  await expect(window.documents.getByRole('option')).toHaveCount(5);

  await keyboard.press('ControlOrMeta+Shift+p');
  await keyboard.insertText('all near');
  await keyboard.press('Enter');
  await expect(window.dialog).toContainText('2 documents are copies of one story');
  await window.dialog.getByRole('button', { name: /2 copies.*alike$/ }).click();
  await expect(window.dialog.getByRole('listitem')).toHaveCount(2);
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await window.dialog.getByRole('button', { name: /^What differs in/ }).click();
  await expect(window.dialog.getByRole('insertion').first()).toHaveText('The correspondent of the evening writes.');
  await window.dialog.getByRole('button', { name: 'Back to the copies' }).click();
  await window.dialog.getByRole('button', { name: 'Select', exact: true }).click();
  await expect(page.getByText('2 selected')).toBeVisible();
});

test('copies say so in the list and the table, and stand under one row that keys unfold', async ({ app }) => {
  const { page, window, table } = await withLibrary(app);
  const { keyboard } = page;
  await importCopies(app, 'wire', 'evening', 'mirror');
  await expect(window.documents.getByText('3 copies')).toHaveCount(3);
  await window.documents.getByText('3 copies').first().click();
  const dialog = page.getByRole('dialog', { name: 'Near-duplicates' });
  await expect(dialog.getByRole('option')).toHaveCount(2);
  await keyboard.press('Escape');

  const rows = page.getByRole('tree', { name: 'Documents' }).getByRole('treeitem');
  const order = async (choice: string) => {
    await page.getByRole('button', { name: 'Order of the documents' }).click();
    await page.getByRole('menuitem', { name: choice }).click();
  };
  await order('By number of copies');
  await order('Copies under one row');
  await expect(rows).toHaveCount(4);
  const first = rows.first();
  await first.click();
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await page.getByRole('tree', { name: 'Documents' }).focus();
  await keyboard.press('ArrowRight');
  await expect(rows).toHaveCount(6);
  await expect(rows.getByText('3 copies')).toHaveCount(1);
  await keyboard.press('ArrowRight');
  await keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected')).toBeVisible();
  await keyboard.press('ArrowLeft');
  await expect(first).toHaveAttribute('data-active', 'true');
  await keyboard.press('ArrowLeft');
  await expect(rows).toHaveCount(4);

  await page.reload();
  await expect(rows).toHaveCount(4);
  await keyboard.press('ControlOrMeta+Shift+1');
  const grid = page.getByRole('treegrid', { name: 'Documents' });
  await expect(grid.getByRole('row').nth(1)).toHaveAttribute('aria-expanded', 'false');
  await grid.focus();
  await keyboard.press('Home');
  await keyboard.press('ArrowRight');
  await expect(grid.locator('[role="row"][aria-level="2"]')).toHaveCount(2);
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.getByRole('columnheader', { name: 'Copies' }).getByRole('button').click();
  await expect(grid.getByRole('columnheader', { name: 'Copies' })).toHaveAttribute('aria-sort', 'ascending');

  await page.getByRole('button', { name: 'Order of the documents' }).click();
  await page.getByRole('menuitem', { name: 'Copies under one row' }).click();
  await expect(table.getByRole('row')).toHaveCount(7);
  await table.getByRole('gridcell', { name: '3', exact: true }).first().click();
  await expect(dialog.getByRole('option')).toHaveCount(2);
  await keyboard.press('Escape');
  await expect(table).toBeVisible();
});

test('a row that copies are folded under is chosen with all of them, and each by itself once it is unfolded', async ({ app }) => {
  const { page, window, place } = await withLibrary(app);
  const { keyboard } = page;
  await importCopies(app, 'wire', 'evening', 'mirror');
  await expect(window.documents.getByText('3 copies')).toHaveCount(3);
  for (const choice of ['By title', 'Copies under one row']) {
    await page.getByRole('button', { name: 'Order of the documents' }).click();
    await page.getByRole('menuitem', { name: choice }).click();
  }
  const tree = page.getByRole('tree', { name: 'Documents' });
  const story = tree.getByRole('treeitem', { name: 'Paragraph 0 of the wire' });
  await expect(tree.getByRole('treeitem')).toHaveCount(4);

  await story.click();
  await expect(page.getByText('3 selected')).toBeVisible();
  await expect(chosen(tree)).toHaveCount(1);
  await tree.focus();
  await keyboard.press('ControlOrMeta+Alt+c');
  await keyboard.insertText('Ice');
  await keyboard.press('Enter');
  await expect(place('Ice')).toHaveAccessibleName('Ice, 3 documents');
  await story.click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'What differs in the copies…' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Move 3 documents to the bin' }).click();
  await expect(window.messages).toContainText('Moved 3 documents to the bin.');
  await expect(tree.getByRole('treeitem')).toHaveCount(3);
  await keyboard.press('ControlOrMeta+z');
  await expect(tree.getByRole('treeitem')).toHaveCount(4);

  await tree.focus();
  await keyboard.press('Home');
  await keyboard.press('Shift+End');
  await expect(page.getByText('6 selected')).toBeVisible();
  await story.click({ modifiers: ['ControlOrMeta'] });
  await expect(page.getByText('3 selected')).toBeVisible();
  await expect(story).toHaveAttribute('aria-selected', 'false');

  await story.click();
  await tree.focus();
  await keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem')).toHaveCount(6);
  await expect(page.getByText('3 selected')).toBeVisible();
  await keyboard.press('ArrowRight');
  await expect(chosen(tree)).toHaveCount(1);
  await expect(chosen(tree)).toHaveAttribute('aria-level', '2');
  await expect(chosen(tree)).toHaveAttribute('aria-posinset', '1');
  await expect(chosen(tree)).toHaveAttribute('aria-setsize', '2');
  await keyboard.press('Delete');
  await expect(window.messages).toContainText('Moved “The correspondent of the evening writes.” to the bin.');
  await expect(story).toContainText('2 copies');
  await keyboard.press('ControlOrMeta+z');
  await expect(story).toContainText('3 copies');
  await keyboard.press('Home');
  await expect(page.getByText(/selected$/)).toBeHidden();
  await keyboard.press('ArrowLeft');
  await expect(page.getByText('3 selected')).toBeVisible();
  await expect(story).toHaveAttribute('aria-setsize', '4');
});

test('what the import had to say of a document stands at its head, and leads to its original', async ({ app }) => {
  const { page, window } = await withLibrary(app);
  await writeFile(join(app.scratch, 'note.txt'), Buffer.from('Caf\u00e9 Central stayed open.', 'latin1'));
  await app.choose([join(app.scratch, 'note.txt')], () => page.keyboard.press('ControlOrMeta+i'));
  await expect(window.documents.getByRole('option')).toHaveCount(4);
  await window.document('Caf').click();
  const told = page.getByRole('region', { name: 'How it was read' });
  await expect(told).toContainText('Its encoding is a guess');
  await told.getByRole('button', { name: 'Show the original' }).click();
  await expect(window.dialog.getByRole('button', { name: 'Save the original file…' })).toBeFocused();
  await expect(window.dialog.getByRole('heading', { name: 'Original file' })).toBeInViewport();
  await expect(window.dialog.getByRole('list', { name: 'What to know of the reading' })).toContainText('Its encoding is a guess');
  await page.keyboard.press('Escape');
  await window.open(titles.corridor);
  await expect(told).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no barrier that axe finds in the library: ${colorScheme}`, async ({ app }) => {
    const { page, window, place, table } = await withLibrary(app);
    const { keyboard } = page;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const clean = async (screen: string) =>
      expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations, screen).toEqual([]);
    await window.documents.focus();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.press('ControlOrMeta+Alt+c');
    await keyboard.insertText('Crossings');
    await clean('choosing a collection');
    await keyboard.press('Enter');
    await expect(place('Crossings')).toBeVisible();
    await clean('a collection and a selection');
    await keyboard.press('ControlOrMeta+Shift+1');
    await expect(table).toBeVisible();
    await clean('the table');
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await expect(table).toHaveCount(0);
    await window.documents.focus();
    await keyboard.press('Delete');
    await place('Bin').click();
    await clean('the bin');
    await page.getByRole('button', { name: 'Empty the bin…' }).click();
    await expect(window.dialog).toBeVisible();
    await clean('the question before the bin is emptied');
  });
}
