import { z } from 'zod';
import { fixture, titles, withArticle } from './fixtures.ts';
import { expect, test } from './harness/test.ts';
import { armillary, fileOf } from './terminal.ts';
import { NotebookWindow } from './window.ts';

test('from an empty notebook to an export, and all of it there the next day', async ({ app }) => {
  await app.newNotebook('Corridor');
  let window = new NotebookWindow(app.page);
  const { page } = app;
  const keyboard = page.keyboard;

  await test.step('three files come in, with a report', async () => {
    const files = ['corridor.txt', 'water-paper.md', 'bakers.html'].map(fixture);
    await app.choose(files, () => page.getByRole('button', { name: 'Import files', exact: true }).click());
    await window.messages.getByRole('button', { name: 'Show report' }).click();
    await expect(window.dialog).toContainText('3 imported.');
    await window.dialog.getByRole('button', { name: titles.corridor }).click();
    await expect(window.text).toContainText('A last remark on the name.');
    await expect(window.documents.getByRole('option')).toHaveCount(3);
  });

  await test.step('passages are tagged by keys', async () => {
    await window.tag('Three banks lent the builders 6.4 billion', '1');
    await window.tag('A seat at the table', '2');
    await window.caretBefore('Festivals travel along the line');
    for (let word = 0; word < 5; word += 1) await keyboard.press('ControlOrMeta+Shift+ArrowRight');
    await keyboard.press('3');
    await window.expectSeen('Festivals travel along the line', ['cultural']);

    await window.select('drink from three rivers');
    await keyboard.press('t');
    await keyboard.insertText('water');
    await expect(page.getByRole('option', { name: 'Create “water”' })).toBeVisible();
    await keyboard.press('Enter');
    await window.expectSeen('drink from three rivers', ['water']);
    await expect(window.sphere('water')).toBeVisible();
  });

  await test.step('passages that overlap are tagged by the mouse', async () => {
    await keyboard.press('ControlOrMeta+Home');
    await window.drag('6.4 billion at rates');
    await page.getByRole('button', { name: 'Tag cultural' }).click();
    await window.drag('the builders 6.4 billion at rates that no single government could have had');
    await page.getByRole('button', { name: 'Tag geopolitical' }).click();

    await window.expectSeen('Three banks lent the builders 6.4 billion', ['economic']);
    await window.expectSeen('the builders 6.4 billion at rates that no single government could have had', ['geopolitical']);
    await window.expectSeen('6.4 billion at rates', ['cultural']);
    await window.bar('6.4 billion at rates').click();
    await expect(window.card('6.4 billion at rates')).toHaveAttribute('aria-current', 'true');
  });

  await test.step('notes are written on passages', async () => {
    await window.select('A seat at the table');
    await window.note('A seat at the table', 'Cheaper than a *railway*, they found.');
    await expect(window.card('A seat at the table').getByText('railway')).toHaveRole('emphasis');
  });

  await test.step('theme and panes are set', async () => {
    await page.getByRole('button', { name: 'Theme: system' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('separator', { name: 'Width of the library' }).focus();
    for (let press = 0; press < 2; press += 1) await keyboard.press('ArrowRight');
  });

  await test.step('what is searched for is found, with the hit in view', async () => {
    await window.searchFor('gallows');
    await expect(window.dialog).toContainText('Nothing has “gallows”.');
    await keyboard.press('Escape');
    const searches = [
      { typed: '“night train”', shown: 'night train' },
      { typed: 'inheriting gauge', shown: 'a matter of gauges' },
      // In the note alone.
      { typed: 'cheaper railways', shown: 'A seat at the table' },
    ];
    for (const { typed, shown } of searches) {
      await window.searchFor(typed);
      await keyboard.press('Enter');
      await expect(window.dialog).toBeHidden();
      await window.expectInView(shown);
    }
  });

  await test.step('in the exported file every quote stands in the article letter for letter', async () => {
    await window.expectSaved();
    await keyboard.press('ControlOrMeta+e');
    await window.dialog.getByText('Markdown', { exact: true }).click();
    await expect(window.dialog.getByRole('region', { name: 'Preview' })).toContainText('Cheaper than a *railway*, they found.');
    const { fileName, content } = await app.save(() => window.dialog.getByRole('button', { name: 'Save…' }).click());
    expect(fileName).toMatch(/\.md$/);
    const file = content.toString('utf8');
    const quotes = Array.from(file.matchAll(/^> (.*)$/gm), ([, quote]) => quote);
    expect(quotes).toHaveLength(6);
    const article = await articleOf(fileOf(app, 'Corridor'), titles.corridor);
    for (const quote of quotes) expect(article).toContain(quote);
    expect(file).toContain('Cheaper than a *railway*, they found.');
    expect(file).toContain('geopolitical');
  });

  await test.step('the next day all is as it was left', async () => {
    const width = await widthOfLibrary(window);
    const cards = await window.cards.allTextContents();
    expect(cards).toHaveLength(6);
    await app.restart();
    window = new NotebookWindow(app.page);
    await expect(window.text).toContainText('A last remark on the name.');
    await expect(window.cards).toHaveText(cards);
    await expect(window.documents.getByRole('option')).toHaveCount(3);
    await expect(window.sphere('water')).toBeVisible();
    await expect(window.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await widthOfLibrary(window)).toBeCloseTo(width, 0);
    await window.expectSeen('6.4 billion at rates', ['cultural']);
  });
});

test('a passage follows its text through edits, and takes nothing in from beside it', async ({ app }) => {
  const window = await withArticle(app);
  const { keyboard } = app.page;
  const quote = 'Freight charges pay the interest';
  await window.tag(quote, '1');

  await window.caretBehind('Freight charges');
  await keyboard.type(' and tolls');
  await expect(window.card('Freight charges and tolls pay the interest')).toBeVisible();

  const edited = 'Freight charges and tolls pay the interest';
  await window.caretBefore(edited);
  await keyboard.type('Today ');
  await window.caretBehind(edited);
  await keyboard.type(' in full');
  await window.caretBefore('The corridor nobody owns');
  await keyboard.type('2: ');
  await expect(window.text).toContainText('Today Freight charges and tolls pay the interest in full; what is left');
  await window.expectSaved();
  await window.expectSeen(edited, ['economic']);
});

test('a passage whose text is deleted stays with its note, and comes back with the text', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  const quote = 'The wagons stood for two days';
  await window.tag(quote, '2');
  await window.note(quote, 'The only test so far');
  await window.select(quote);
  await page.keyboard.press('Backspace');

  await expect(page.getByRole('heading', { name: 'Detached · 1' })).toBeVisible();
  await expect(window.card(quote)).toContainText('The only test so far');
  await expect(window.bars).toHaveCount(0);

  await window.text.focus();
  await window.undo();
  await expect(page.getByRole('heading', { name: /Detached/ })).toBeHidden();
  await window.expectSeen(quote, ['geopolitical']);
  await expect(window.card(quote)).toContainText('The only test so far');
});

test('tagging, retagging, noting and removing are undone and done again', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  const quote = 'The record is six and a half';
  await window.tag(quote, '1');
  await page.keyboard.press('3');
  await window.expectSeen(quote, ['economic', 'cultural']);
  await page.keyboard.press('1');
  await window.expectSeen(quote, ['cultural']);
  await window.note(quote, 'Of all four capitals');
  await expect(window.card(quote)).toContainText('Of all four capitals');
  await page.keyboard.press('Delete');
  await expect(window.cards).toHaveCount(0);
  await expect(window.bars).toHaveCount(0);

  const stages: readonly (() => Promise<void>)[] = [
    () => expect(window.cards).toHaveCount(0),
    () => window.expectSeen(quote, ['economic']),
    () => window.expectSeen(quote, ['economic', 'cultural']),
    () => window.expectSeen(quote, ['cultural']),
    () => expect(window.card(quote)).toContainText('Of all four capitals'),
    () => expect(window.cards).toHaveCount(0),
  ];
  for (const stage of stages.slice(0, -1).toReversed()) {
    await window.undo();
    await stage();
  }
  await expect(window.text.locator('mark')).toHaveCount(0);
  for (const stage of stages.slice(1)) {
    await window.redo();
    await stage();
  }
});

test('keys go from passage to passage', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  const quotes = ['four countries paid for', 'Tarn Gate, twelve at a time', 'the heron, and so, lately, do the auditors'];
  for (const quote of quotes) await window.tag(quote, '1');

  await page.keyboard.press('ControlOrMeta+Home');
  await expect(window.status).toContainText('3 passages');
  for (const [index, quote] of quotes.entries()) {
    await page.keyboard.press('Alt+ArrowDown');
    await expect(window.card(quote)).toHaveAttribute('aria-current', 'true');
    await expect(window.status).toContainText(`passage ${index + 1} of 3`);
    await window.expectInView(quote);
  }
  await page.keyboard.press('Alt+ArrowUp');
  await expect(window.status).toContainText('passage 2 of 3');
  await window.expectInView('Tarn Gate, twelve at a time');
});

const Documents = z.object({ documents: z.array(z.object({ id: z.string(), title: z.string() })) });
const Text = z.object({ text: z.string() });

async function articleOf(file: string, title: string): Promise<string> {
  const { documents } = Documents.parse(await armillary('documents', '--notebook', file));
  const id = documents.find((document) => document.title === title)?.id ?? '';
  return Text.parse(await armillary('text', '--notebook', file, '--document', id)).text;
}

async function widthOfLibrary({ page }: NotebookWindow): Promise<number> {
  const box = await page.getByRole('navigation', { name: 'Library and codebook' }).boundingBox();
  return box?.width ?? 0;
}
