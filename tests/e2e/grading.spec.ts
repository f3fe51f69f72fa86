import { AxeBuilder } from '@axe-core/playwright';
import { withArticle } from './fixtures.ts';
import { expect, test } from './harness/test.ts';

const quote = 'a song contest for station choirs';

test('a passage is graded and dated by keys, filtered by both, and exported with them', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  const { keyboard } = page;
  const grade = page.getByRole('dialog', { name: 'Grade of the passage' });

  await test.step('from the text, with the passage that the selection was tagged as', async () => {
    await window.tag(quote, '3');
    await keyboard.press('g');
    await expect(grade.getByRole('radio', { name: /as its source/ })).toBeFocused();
    await keyboard.press('2');
    await expect(grade.getByRole('radio', { name: /probably true/ })).toBeChecked();
    await keyboard.press('Tab');
    await keyboard.insertText('spring 2024');
    await expect(grade).toContainText('Understood as spring 2024');
    await keyboard.press('Enter');
    await expect(grade).toBeHidden();
    await expect(window.text).toBeFocused();
    await expect(window.card(quote)).toHaveAccessibleName(/, grade 2, spring 2024, cultural$/);
  });

  await test.step('what is not understood is said, and kept nowhere', async () => {
    await window.card(quote).focus();
    await keyboard.press('g');
    await grade.getByRole('textbox', { name: 'When it happened' }).fill('someday');
    await keyboard.press('Enter');
    await expect(grade).toContainText('Write it as 2024');
    await keyboard.press('Escape');
    await expect(window.card(quote)).toBeFocused();
    await expect(window.card(quote)).toHaveAccessibleName(/spring 2024/);
  });

  await test.step('taken back and done again as one', async () => {
    await window.undo();
    await expect(window.card(quote)).toHaveAccessibleName(/choirs, cultural$/);
    await window.redo();
    await expect(window.card(quote)).toHaveAccessibleName(/grade 2, spring 2024/);
  });

  await test.step('its source gives it a letter, whose meaning a focus tells', async () => {
    await keyboard.press('ControlOrMeta+Alt+i');
    await window.dialog.getByRole('button', { name: /Reliability of the source/ }).click();
    await page.getByRole('option', { name: 'B – usually reliable' }).click();
    await window.dialog.getByRole('button', { name: 'Verify' }).click();
    await expect(window.dialog.getByRole('status')).toHaveText('Byte for byte as it came in.');
    await window.dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('button', { name: 'Grade of the source: B, source usually reliable' })).toBeVisible();
    await window.card(quote).focus();
    await keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Grade of the passage: B2, source usually reliable, probably true' })).toBeFocused();
    await expect(page.getByRole('tooltip')).toContainText('B2: source usually reliable, probably true');
    await keyboard.press('Escape');
  });

  await test.step('the filter', async () => {
    await page.getByRole('button', { name: 'Which passages: all' }).click();
    const filter = page.getByRole('dialog', { name: 'Which passages' });
    await filter.getByRole('button', { name: '3, possibly true' }).click();
    await expect(window.cards).toHaveCount(0);
    await filter.getByRole('button', { name: '2, probably true' }).click();
    await expect(window.cards).toHaveCount(1);
    await filter.getByRole('textbox', { name: 'Happened from' }).fill('summer 2024');
    await keyboard.press('Enter');
    await expect(window.cards).toHaveCount(0);
    await filter.getByRole('button', { name: 'Any grade and date' }).click();
    await expect(window.cards).toHaveCount(1);
    await keyboard.press('Escape');
  });

  await test.step('the export', async () => {
    await keyboard.press('ControlOrMeta+e');
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText(
      '- Grade: B2 (source usually reliable, probably true) - Event: spring 2024',
    );
    await page.getByRole('radio', { name: /RIS/ }).check({ force: true });
    await expect(window.dialog.getByRole('status')).toHaveText('1 reference');
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText('TY - ');
  });
});

test('several passages are chosen by keys, graded, tagged and removed at once, and each step is taken back as one', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  const { keyboard } = page;
  const quotes = ['a song contest for station choirs', 'A last remark on the name'];
  await window.tag(quotes[0] ?? '', '3');
  await window.tag(quotes[1] ?? '', '1');
  const cards = quotes.map((words) => window.card(words));
  const areNamed = async (...names: RegExp[]) => {
    for (const [index, name] of names.entries()) await expect(cards[index] ?? window.cards).toHaveAccessibleName(name);
  };
  await window.cards.first().focus();
  await keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected')).toBeVisible();
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);

  await test.step('what they share is shown, what they differ in is left as it is', async () => {
    await keyboard.press('g');
    const grade = page.getByRole('dialog', { name: 'Grade of 2 passages' });
    await expect(grade.getByRole('radio', { name: 'each as its source' })).toBeFocused();
    await keyboard.press('2');
    await keyboard.press('Tab');
    await keyboard.insertText('May 2024');
    await keyboard.press('Enter');
    await areNamed(/, grade 2, May 2024, cultural, selected$/, /, grade 2, May 2024, economic, selected$/);
  });

  await test.step('a sphere is added to what each is in, and taken from all', async () => {
    await keyboard.press('2');
    await areNamed(/May 2024, geopolitical, cultural, selected$/, /May 2024, economic, geopolitical, selected$/);
    await keyboard.press('t');
    const picker = page.getByRole('dialog', { name: 'Spheres of 2 passages' });
    await expect(picker.getByRole('option', { selected: true })).toHaveText(/geopolitical/);
    await keyboard.insertText('geopolitical');
    await keyboard.press('Enter');
    await areNamed(/May 2024, cultural, selected$/, /May 2024, economic, selected$/);
  });

  await test.step('each as one step', async () => {
    for (const _ of quotes) await window.undo();
    await areNamed(/May 2024, cultural/, /May 2024, economic/);
    await window.undo();
    await areNamed(/choirs, cultural/, /name, economic/);
  });

  await test.step('and by mouse', async () => {
    await page.getByRole('button', { name: 'Select none' }).click();
    await cards[0]?.click();
    await cards[1]?.click({ modifiers: ['ControlOrMeta'] });
    await expect(page.getByText('2 selected')).toBeVisible();
    await page.getByRole('button', { name: 'Grade and date all…' }).click();
    await page
      .getByRole('dialog', { name: 'Grade of 2 passages' })
      .getByRole('radio', { name: /doubtful/ })
      .check({ force: true });
    await keyboard.press('Escape');
    await areNamed(/grade 4, cultural, selected$/, /grade 4, economic, selected$/);
    await window.cards.first().focus();
    await keyboard.press('Escape');
    await areNamed(/grade 4, cultural$/, /grade 4, economic$/);
  });

  await test.step('and removed, with their marks, and brought back', async () => {
    await window.cards.first().focus();
    await keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('2 selected')).toBeVisible();
    await keyboard.press('Delete');
    await expect(window.cards).toHaveCount(0);
    await expect(window.text.locator('mark')).toHaveCount(0);
    await window.undo();
    await areNamed(/grade 4, cultural$/, /grade 4, economic$/);
    await expect(window.text.locator('mark')).toHaveCount(2);
  });
});
