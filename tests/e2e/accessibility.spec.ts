import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { fixture, titles } from './fixtures.ts';
import { expect, test } from './harness/test.ts';
import { NotebookWindow } from './window.ts';

const looks = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 900 },
  { theme: 'dark', width: 900 },
] as const;

// Some twenty screens each.
test.describe.configure({ timeout: 120_000 });

for (const { theme, width } of looks) {
  test(`no screen has a barrier that axe finds: ${theme}, ${width} wide`, async ({ app }) => {
    const { page } = app;
    const window = new NotebookWindow(page);
    const { keyboard } = page;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);

    await expect(page.getByRole('button', { name: 'New notebook' })).toBeVisible();
    await expectNoBarriers(page, 'welcome');
    await app.newNotebook('Open to all');
    await expect(window.spheres).toBeVisible();
    await expectNoBarriers(page, 'empty notebook');

    await test.step('documents, with passages that overlap', async () => {
      await app.choose(['corridor.txt', 'water-paper.md', 'tea.txt'].map(fixture), () => keyboard.press('ControlOrMeta+i'));
      await expectNoBarriers(page, 'message');
      await window.messages.getByRole('button', { name: 'Show report' }).click();
      await expectNoBarriers(page, 'import report', window);
      await keyboard.press('Escape');
      await window.open(titles.corridor);
      await expect(window.text).toContainText('A last remark');
      for (const [words, key] of [
        ['runs a railway that four countries paid for', '1'],
        ['four countries paid for and none of them owns', '2'],
        ['countries paid', '3'],
      ] as const) {
        await window.select(words);
        await keyboard.press(key);
      }
      await expect(window.bars).toHaveCount(3);
      await window.expectSaved();
      if (width < 1000) await keyboard.press('ControlOrMeta+Shift+\\');
      await expect(window.cards).toHaveCount(3);
      await expectNoBarriers(page, 'document with passages');
      await keyboard.press('n');
      await page.getByRole('textbox', { name: 'Note on the passage' }).fill('A *note* with a [link](https://fair.example/)');
      await expectNoBarriers(page, 'a note being written');
      await keyboard.press('Escape');
      await expectNoBarriers(page, 'a note to read');
      if (width < 1000) await keyboard.press('Escape');
    });

    await test.step('what floats at the text', async () => {
      await window.drag('Three banks');
      await expectNoBarriers(page, 'toolbar');
      await keyboard.press('t');
      await expect(page.getByRole('combobox', { name: 'Find a sphere' })).toBeFocused();
      await expectNoBarriers(page, 'picker of spheres');
      await keyboard.press('Escape');
      await keyboard.press('ControlOrMeta+f');
      await expectNoBarriers(page, 'find');
      await keyboard.press('Escape');
    });

    const overlays: readonly (readonly [string, string | null, string])[] = [
      ['search', 'ControlOrMeta+k', 'railway'],
      ['palette', 'ControlOrMeta+Shift+p', 'the'],
      ['export', 'ControlOrMeta+e', ''],
      ['paste', 'ControlOrMeta+Shift+v', 'Some words'],
      ['details', 'ControlOrMeta+Alt+i', ''],
      ['versions', 'ControlOrMeta+Alt+v', ''],
      ['a version to name', 'ControlOrMeta+s', 'Draft'],
      ['folder to watch', null, 'watch a folder'],
      ['check', null, 'check'],
      ['grade of a passage', null, 'grade the passage'],
      ['note on the notebook', null, 'note on the notebook'],
    ];
    for (const [screen, key, typed] of overlays) {
      await test.step(screen, async () => {
        await keyboard.press(key ?? 'ControlOrMeta+Shift+p');
        await expect(window.dialog).toBeVisible();
        if (typed !== '') await keyboard.type(typed);
        if (key === null) await keyboard.press('Enter');
        await expectNoBarriers(page, screen, window);
        // One step back for a field that is being written in, one for what it stands in.
        await expect(async () => {
          await keyboard.press('Escape');
          await expect(window.dialog).toBeHidden({ timeout: 1000 });
        }).toPass();
      });
    }
    await test.step('a new text from a file', async () => {
      await app.choose([fixture('corridor-revised.txt')], () => keyboard.press('ControlOrMeta+Alt+u'));
      await expect(window.dialog.getByRole('listbox', { name: 'Passages' })).toBeVisible();
      await expectNoBarriers(page, 'review of a new text', window);
      await keyboard.press('Escape');
      await expect(window.dialog).toBeHidden();
    });
    await keyboard.press('ControlOrMeta+1');
    await keyboard.press('?');
    await expectNoBarriers(page, 'shortcuts', window);
  });
}

/** Electron opens no further page, which axe would otherwise use to join the findings of frames: there are none. */
async function expectNoBarriers(page: Page, screen: string, overlay?: NotebookWindow): Promise<void> {
  if (overlay !== undefined) await expect(overlay.dialog).toBeVisible();
  await page.evaluate(untilStill);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, help, target, failureSummary })),
  );
  expect(found, screen).toEqual([]);
}

/** What fades in is fainter meanwhile than it will be. Spinners turn for ever, and are not waited for. */
async function untilStill(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
