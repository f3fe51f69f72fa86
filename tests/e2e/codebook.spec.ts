import { withArticle } from './fixtures.ts';
import { expect, test } from './harness/test.ts';

test('spheres are added, renamed, recoloured and given a key', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  await page.getByRole('button', { name: 'New sphere' }).click();
  const field = page.getByRole('textbox', { name: 'Name of the new sphere' });
  for (const name of ['rivers', 'food']) {
    await field.fill(name);
    await field.press('Enter');
    await expect(window.sphere(name)).toBeVisible();
  }
  await field.press('Escape');

  await window.sphere('rivers').focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name of the sphere' }).fill('water');
  await page.keyboard.press('Enter');
  await expect(window.sphere('water')).toBeVisible();

  await page.getByRole('button', { name: 'Menu of water' }).click();
  await page.getByRole('menuitem', { name: /Colour, key/ }).click();
  await page.getByRole('radio', { name: 'Wine' }).check({ force: true });
  await page.getByRole('button', { name: /Key that tags with it/ }).click();
  await page.getByRole('option', { name: '9' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(window.sphere('water')).toHaveAccessibleName('water, 0 passages, key 9');

  await window.tag('three rivers that are smaller every year', '9');
  await window.expectSeen('three rivers that are smaller every year', ['water']);
});

test('spheres are nested and put in order by keys', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  const order = () =>
    window.spheres.getByRole('row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')?.split(',')[0]));

  await window.sphere('cultural').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(order).toEqual(['economic', 'cultural', 'geopolitical']);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(window.sphere('cultural')).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(window.sphere('cultural')).toHaveAttribute('aria-level', '1');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(['economic', 'geopolitical', 'cultural']);
});

test('a sphere that is merged gives its passages to the other', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  await window.tag('a song contest for station choirs', '3');
  await page.getByRole('button', { name: 'Menu of cultural' }).click();
  await page.getByRole('menuitem', { name: 'Merge into…' }).click();
  await page.getByRole('combobox').fill('geo');
  await page.keyboard.press('Enter');
  await expect(window.messages).toContainText('“cultural” is now part of “geopolitical”.');
  await window.expectSeen('a song contest for station choirs', ['geopolitical']);
  await expect(window.sphere('cultural')).toHaveCount(0);
  await window.messages.getByRole('button', { name: 'Undo' }).click();
  await window.expectSeen('a song contest for station choirs', ['cultural']);
});

test('deleting a sphere says what loses it, asks once, and can be undone', async ({ app }) => {
  const window = await withArticle(app);
  const { page } = app;
  await window.tag('the bill was eleven million', '1');
  await window.sphere('economic').focus();
  await page.keyboard.press('Delete');
  await expect(window.dialog).toContainText('1 passage loses it.');
  await window.dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(window.dialog).toBeHidden();
  await expect(window.sphere('economic')).toHaveCount(0);
  await expect(window.card('the bill was eleven million')).toContainText('in no sphere');

  await window.text.focus();
  await window.undo();
  await expect(window.sphere('economic')).toBeVisible();
  await window.expectSeen('the bill was eleven million', ['economic']);

  // Nothing is lost with a sphere that nothing is in: nobody is asked.
  await window.sphere('cultural').focus();
  await page.keyboard.press('Delete');
  await expect(window.messages).toContainText('Deleted “cultural”.');
  await expect(window.sphere('cultural')).toHaveCount(0);
});
