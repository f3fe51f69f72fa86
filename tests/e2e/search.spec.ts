import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { fixture, titles } from './fixtures.ts';
import type { App } from './harness/app.ts';
import { expect, test } from './harness/test.ts';
import { NotebookWindow } from './window.ts';

test.describe.configure({ timeout: 150_000 });

/** Three articles in as many languages, the first with two passages. */
async function withArticles(app: App): Promise<NotebookWindow> {
  await app.newNotebook('Search');
  const window = new NotebookWindow(app.page);
  await app.choose(['corridor.txt', 'heron.txt', 'tea.txt'].map(fixture), () => app.page.keyboard.press('ControlOrMeta+i'));
  await expect(window.documents.getByRole('option')).toHaveCount(3);
  await window.open(titles.corridor);
  await window.tag('runs a railway that four countries paid for', '1');
  await window.tag('Three banks', '2');
  await window.expectSaved();
  return window;
}

function box(window: NotebookWindow) {
  return window.page.getByRole('combobox', { name: 'Search the notebook' });
}

function results(window: NotebookWindow) {
  return window.dialog.getByRole('listbox', { name: 'Results' }).getByRole('option');
}

function lines(window: NotebookWindow) {
  return window.dialog.getByRole('listbox', { name: 'Concordance' }).getByRole('option');
}

async function expectNoBarriers(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })));
  expect(found, screen).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`a query is helped along, narrowed by facets and mended: ${theme}`, async ({ app }) => {
    const { page } = app;
    const { keyboard } = page;
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const window = await withArticles(app);

    await test.step('an empty box offers examples, help and nothing of before', async () => {
      await keyboard.press('ControlOrMeta+k');
      await expect(window.dialog).toContainText('Searches that led somewhere are kept here');
      await expectNoBarriers(page, 'empty search');
      await keyboard.press('ControlOrMeta+/');
      const help = window.dialog.getByRole('region', { name: 'What can be asked' });
      await expect(help).toBeVisible();
      await expectNoBarriers(page, 'help');
      await help.getByRole('button', { name: 'sphere:economic', exact: true }).click();
      await expect(box(window)).toHaveValue('sphere:economic');
      await expect(results(window)).toHaveCount(2);
    });

    await test.step('Tab takes what is offered at the caret', async () => {
      await keyboard.press('ControlOrMeta+k');
      await keyboard.insertText('railway sphere:geo');
      await expect(window.dialog.getByRole('button', { name: 'sphere:geopolitical' })).toBeVisible();
      await keyboard.press('Tab');
      await expect(box(window)).toHaveValue('railway sphere:geopolitical ');
      await expect(box(window)).toBeFocused();
      await expect(results(window)).toHaveCount(1);
    });

    await test.step('a value half typed keeps what was found, and Enter takes the one that is offered', async () => {
      await window.searchFor('railway');
      await expect(results(window)).toHaveCount(2);
      await keyboard.insertText(' sphere:cult');
      await expect(window.dialog.getByRole('button', { name: 'sphere:cultural' })).toBeVisible();
      await expect(results(window)).toHaveCount(2);
      await expect(box(window)).toHaveAttribute('aria-invalid', 'false');
      await keyboard.press('Enter');
      await expect(box(window)).toHaveValue('railway sphere:cultural ');
      await expect(window.dialog).toContainText('Nothing has “railway sphere:cultural”.');
    });

    await test.step('a facet narrows, and what it put into the box is taken out again', async () => {
      await window.searchFor('railway');
      await expect(results(window)).toHaveCount(2);
      const facet = window.dialog.getByRole('button', { name: 'economic 2' });
      await facet.click();
      await expect(box(window)).toHaveValue('railway sphere:economic');
      await expectNoBarriers(page, 'results');
      await window.dialog.getByRole('button', { name: 'economic', exact: true }).click();
      await expect(box(window)).toHaveValue('railway');
    });

    await test.step('what is not understood is underlined and said, what is mistyped mended', async () => {
      await window.searchFor('sphere:nowhere railway ');
      await expect(window.dialog).toContainText('There is no sphere “nowhere”.');
      await expect(box(window)).toHaveAttribute('aria-invalid', 'true');
      await expectNoBarriers(page, 'problems');
      await window.searchFor('railwya');
      await expect(window.dialog).toContainText('Did you mean railway');
      await keyboard.press('Alt+Enter');
      await expect(box(window)).toHaveValue('railway');
      await expect(results(window)).toHaveCount(2);
    });

    await test.step('what led somewhere is remembered, and forgotten', async () => {
      await keyboard.press('Enter');
      await expect(window.dialog).toBeHidden();
      await keyboard.press('ControlOrMeta+k');
      await keyboard.press('Backspace');
      await expect(window.dialog.getByRole('option', { name: 'railway' })).toBeVisible();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await expect(box(window)).toHaveValue('railway');
      await keyboard.press('ControlOrMeta+a');
      await keyboard.press('Backspace');
      await window.dialog.getByRole('button', { name: 'Forget what was searched for' }).click();
      await expect(window.dialog).toContainText('Searches that led somewhere are kept here');
    });
  });
}

test('a concordance is read, tagged and taken back with the keyboard, and its hits are gone along in the text', async ({ app }) => {
  const { page } = app;
  const { keyboard } = page;
  const window = await withArticles(app);

  await window.select('railway that four');
  await keyboard.press('ControlOrMeta+Shift+f');
  await expect(box(window)).toHaveValue('"railway that four"');
  await expect(window.dialog.getByRole('status')).toHaveText('1 place in 1 document');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.insertText('the');
  await expect(window.dialog.getByRole('status')).toHaveText(/^\d+ places in 1 document$/);
  await expectNoBarriers(page, 'concordance');
  await keyboard.press('ArrowDown');
  await expect(window.dialog.getByRole('listbox', { name: 'Concordance' })).toBeFocused();
  for (let press = 0; press < 2; press += 1) await keyboard.press('Shift+ArrowDown');
  await expect(window.dialog.getByRole('status')).toHaveText(/, 3 selected$/);

  await keyboard.press('3');
  await expect(window.dialog).toContainText('Put 3 places into cultural?');
  await expectNoBarriers(page, 'a question before tagging');
  await keyboard.press('Enter');
  await expect(window.messages).toContainText('Put 3 passages into cultural.');
  await expect(lines(window).filter({ has: page.locator('[title="cultural"]') })).toHaveCount(3);

  await test.step('those there already are told; one step takes all back', async () => {
    await keyboard.press('1');
    await expect(window.dialog).toContainText('Put 3 places into economic? 3 are passages already.');
    await keyboard.press('Escape');
    await expect(window.dialog.getByRole('listbox', { name: 'Concordance' })).toBeFocused();
    await expect(window.dialog.getByRole('status')).toHaveText(/, 3 selected$/);
    await window.messages.getByRole('button', { name: 'Undo' }).click();
    await expect(lines(window).filter({ has: page.locator('[title="cultural"]') })).toHaveCount(0);
  });

  await test.step('lines are copied, with what stands around them', async () => {
    await window.dialog.getByRole('listbox', { name: 'Concordance' }).focus();
    await keyboard.press('ControlOrMeta+c');
    await expect(window.messages).toContainText('Copied 3 lines.');
    await keyboard.press('ControlOrMeta+k');
    await keyboard.press('ControlOrMeta+v');
    await expect(box(window)).toHaveValue(/\tthe\t.*\tthe\t.*\tthe\t/i);
    await keyboard.press('ControlOrMeta+a');
    await keyboard.insertText('the');
    await keyboard.press('ControlOrMeta+Shift+f');
    await expect(lines(window).nth(2)).toBeVisible();
  });

  await test.step('a line opens at its place, and F3 goes on from there', async () => {
    await window.dialog.getByRole('listbox', { name: 'Concordance' }).focus();
    await keyboard.press('Enter');
    await expect(window.dialog).toBeHidden();
    const bar = page.getByRole('search', { name: 'Hits of the search' });
    await expect(bar).toContainText(/Hit 3 of \d+ for “the”/);
    await keyboard.press('F3');
    await expect(bar).toContainText(/Hit 4 of/);
    await keyboard.press('Shift+F3');
    await keyboard.press('Shift+F3');
    await expect(bar).toContainText(/Hit 2 of/);
    await expectNoBarriers(page, 'hits in the text');
    // The hit is selected: the keys that tag act on it, though it was a passage once, which was taken back.
    await expect(window.text).toBeFocused();
    await keyboard.press('2');
    await expect(window.card('the')).toBeVisible();
    await expect(bar).toContainText(/Hit 2 of/);
    await test.step('who comes back goes on from the line that was opened', async () => {
      await keyboard.press('ControlOrMeta+Shift+f');
      await expect(box(window)).toHaveValue('the');
      await expect(lines(window).nth(2)).toHaveAttribute('data-active', 'true');
      await keyboard.press('Escape');
      await expect(window.text).toBeFocused();
    });
    await bar.getByRole('button', { name: 'End the search' }).click();
    await expect(bar).toBeHidden();
  });
});

test('a concordance in Hebrew is read from the right, its hits one below the other', async ({ app }) => {
  const { page } = app;
  await app.newNotebook('Harbour');
  const window = new NotebookWindow(page);
  await app.choose([fixture('harbour.txt')], () => page.keyboard.press('ControlOrMeta+i'));
  await expect(window.documents.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await page.keyboard.insertText('הנמל');
  await expect(lines(window)).toHaveCount(5);

  const places = await lines(window).evaluateAll((all) =>
    all.map((line) => {
      const edges = (part: string) => {
        const { left, right } = line.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
        return { left: Math.round(left), right: Math.round(right) };
      };
      return { before: edges('[class*="before"]'), hit: edges('mark'), after: edges('mark + bdi') };
    }),
  );
  expect(new Set(places.map(({ hit }) => hit.right)).size, 'one edge of all hits').toBe(1);
  for (const { before, hit, after } of places) {
    expect(before.left, 'what precedes stands on the right').toBeGreaterThanOrEqual(hit.right - 1);
    expect(after.right, 'what follows stands on the left').toBeLessThanOrEqual(hit.left + 1);
  }
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('Brent');
  await expect(lines(window)).toHaveCount(1);
  await expect(lines(window).locator('[dir="rtl"] mark')).toHaveText('Brent');
});

test('in a narrow window what narrows a concordance comes when it is asked for', async ({ app }) => {
  const { page } = app;
  const window = await withArticles(app);
  await page.setViewportSize({ width: 920, height: 700 });
  await window.searchFor('railway');
  const facets = window.dialog.getByRole('region', { name: 'Narrow the search' });
  await expect(facets).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await expect(lines(window).first()).toBeVisible();
  await expect(facets).toBeHidden();
  await window.dialog.getByRole('button', { name: 'Narrow' }).click();
  await expect(facets.getByRole('button', { name: 'English 1' })).toBeVisible();
});

test('the search comes over what is open, and Esc leads back to where it came from', async ({ app }) => {
  const { page } = app;
  const { keyboard } = page;
  const window = await withArticles(app);
  const order = page.getByRole('button', { name: 'Order of the documents' });

  await test.step('over a menu', async () => {
    await order.click();
    await expect(page.getByRole('menu')).toBeVisible();
    await keyboard.press('ControlOrMeta+k');
    await expect(box(window)).toBeFocused();
    await expect(page.getByRole('menu')).toBeHidden();
    await keyboard.press('Escape');
    await expect(order).toBeFocused();
  });

  await test.step('over its own menus', async () => {
    await window.text.focus();
    await window.searchFor('railway');
    await window.dialog.getByRole('button', { name: 'Best first' }).click();
    await expect(page.getByRole('option', { name: 'Newest first' })).toBeVisible();
    await keyboard.press('ControlOrMeta+k');
    await expect(box(window)).toBeFocused();
    await keyboard.press('ControlOrMeta+Shift+f');
    await expect(lines(window).first()).toBeVisible();
    await keyboard.press('ArrowDown');
    await keyboard.press('t');
    await expect(page.getByRole('combobox', { name: 'Find a sphere' })).toBeFocused();
    await keyboard.press('ControlOrMeta+k');
    await expect(box(window)).toBeFocused();
  });

  await test.step('under the palette', async () => {
    await keyboard.press('ControlOrMeta+Shift+p');
    await expect(page.getByRole('combobox', { name: 'Find a command or a document' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(window.text).toBeFocused();
  });
});

test('a note that is found leads to its passage, and the keys that tag act on it', async ({ app }) => {
  const window = await withArticles(app);
  await window.note('Three banks', 'Ask the harbour master.');
  await window.open('Цапля не платит за проезд');
  await window.searchFor('master');
  await window.page.keyboard.press('Enter');
  await expect(window.text).toBeFocused();
  await expect(window.status).toContainText('passage 2 of 2');
  // Esc ends the search, and leaves one where one reads.
  await window.page.keyboard.press('Escape');
  await expect(window.text).toBeFocused();
  // So does whatever floated over the text.
  await window.page.keyboard.press('ControlOrMeta+Shift+p');
  await expect(window.page.getByRole('combobox', { name: 'Find a command or a document' })).toBeFocused();
  await window.page.keyboard.press('Escape');
  await expect(window.text).toBeFocused();
  await window.page.keyboard.press('3');
  await window.expectSeen('Three banks', ['geopolitical', 'cultural']);
});

test('passages that a search finds are put into a sphere, and stay in theirs', async ({ app }) => {
  const window = await withArticles(app);
  await window.searchFor('has:passage');
  await window.dialog.getByRole('button', { name: 'Tag the passages…' }).click();
  await window.page.getByRole('combobox', { name: 'Find a sphere' }).fill('econ');
  await window.page.keyboard.press('Enter');
  await expect(window.dialog).toContainText('Put 1 passage into economic? 1 is in it already.');
  await window.page.keyboard.press('Enter');
  await expect(window.messages).toContainText('Put 1 passage into economic.');
  await window.page.keyboard.press('Escape');
  await window.expectSeen('Three banks', ['economic', 'geopolitical']);
  await window.undo();
  await window.expectSeen('Three banks', ['geopolitical']);
});

test('a search is kept by name in the library, renamed, exported and removed', async ({ app }) => {
  const { keyboard } = app.page;
  const window = await withArticles(app);
  await window.searchFor('sphere:economic railway');
  await keyboard.press('ControlOrMeta+s');
  await expect(window.dialog.getByRole('textbox', { name: 'Name of the search' })).toBeFocused();
  await keyboard.insertText('Rails and money');
  await keyboard.press('Enter');
  await expect(window.dialog.getByRole('button', { name: 'Remove the saved search' })).toBeVisible();
  await keyboard.press('Escape');

  const saved = app.page.getByRole('listbox', { name: 'Saved searches' });
  await saved.focus();
  await keyboard.press('F2');
  await keyboard.insertText('Railways');
  await keyboard.press('Enter');
  await expect(saved.getByRole('option')).toHaveText('Railways');
  await expectNoBarriers(app.page, 'saved searches');
  await saved.getByRole('option').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Export what it finds…' }).click();
  await expect(window.dialog.getByRole('region', { name: 'Preview' })).toContainText('a railway that four countries paid for');
  await keyboard.press('Escape');
  await saved.getByRole('option').click();
  await expect(box(window)).toHaveValue('sphere:economic railway');
  await keyboard.press('Escape');

  await saved.focus();
  await keyboard.press('Delete');
  await expect(saved).toBeHidden();
  await window.undo();
  await expect(saved.getByRole('option')).toHaveText('Railways');
});

test('names in three scripts are one, until a query goes without them', async ({ app }) => {
  const { page } = app;
  const { keyboard } = page;
  const window = await withArticles(app);
  await keyboard.press('ControlOrMeta+Shift+p');
  await keyboard.insertText('names that are one');
  await keyboard.press('Enter');
  await expect(window.dialog.getByRole('textbox', { name: 'New group' })).toBeFocused();
  await keyboard.insertText('railway, дорога, 铁路');
  await keyboard.press('Enter');
  await expect(window.dialog.getByRole('listitem')).toContainText(['railway']);
  await expectNoBarriers(page, 'names that are one');

  const table = join(app.scratch, 'names.csv');
  await writeFile(table, 'railway,Eisenbahn\nTarn,Тарн,塔恩\n');
  await app.choose([table], () => window.dialog.getByRole('button', { name: 'Import CSV…' }).click());
  await expect(window.dialog.getByRole('listitem')).toHaveCount(2);
  await expect(window.messages).toContainText('4 names and 1 new group came in.');
  await keyboard.press('Escape');
  await expect(window.dialog).toBeHidden();

  await window.searchFor('railway');
  await expect(window.dialog).toContainText('дорога, 铁路, Eisenbahn');
  await expectNoBarriers(page, 'results with other names');
  await expect(window.dialog.getByRole('status')).toHaveText('4 results');
  await window.dialog.getByRole('button', { name: 'Search without дорога, 铁路, Eisenbahn' }).click();
  await expect(window.dialog.getByRole('status')).toHaveText('2 results');
});
