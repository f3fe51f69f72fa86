import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expectNotebook } from '../harness/expect-notebook.ts';
import { expect, test } from '../harness/test.ts';

test('what was typed a moment before quitting is there the next day', async ({ desktop }) => {
  await desktop.page.getByRole('button', { name: 'Try the sample notebook' }).click();
  await desktop.page.getByRole('listbox', { name: 'Documents' }).getByRole('option').first().click();
  await desktop.page.getByRole('textbox', { name: /^Text of / }).click();
  await desktop.page.keyboard.press('ControlOrMeta+End');
  await desktop.page.keyboard.type(' Typed at the last moment.');
  await desktop.restart();
  await expect(desktop.page.getByRole('textbox', { name: /^Text of / })).toContainText('Typed at the last moment.');
});

test('a window that cannot save asks before it closes, and stays if it is told to', async ({ desktop }) => {
  await desktop.newNotebook('Energy');
  await expect(desktop.page.getByRole('contentinfo').first()).toBeVisible();
  await desktop.page.evaluate(() => {
    window.armillary?.onMessage((message) => {
      const event = Reflect.get(Object(message), 'event');
      if (Reflect.get(Object(event), 'type') !== 'flush') return;
      window.armillary?.send({ type: 'shell', id: 9001, method: 'flushed', params: { problem: 'The disk is full.' } });
    });
  });
  const answer = (response: number) =>
    desktop.electron.evaluate(({ dialog }, chosen) => {
      dialog.showMessageBox = async (...given: unknown[]) => {
        Object.assign(globalThis, { asked: Reflect.get(Object(given.at(-1)), 'detail') });
        return { response: chosen, checkboxChecked: false };
      };
    }, response);

  await answer(0);
  await desktop.electron.evaluate(({ app }) => app.quit());
  await expect
    .poll(() => desktop.electron.evaluate((): unknown => Reflect.get(globalThis, 'asked')))
    .toEqual(expect.stringContaining('The disk is full.'));
  expect(await desktop.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  await answer(1);
  await desktop.quit();
});

test('a second start hands its notebook to the program that runs', async ({ desktop }) => {
  await desktop.newNotebook('Energy');
  const file = `${desktop.scratch}/Energy.armillary`;
  await desktop.page.getByRole('contentinfo').first().waitFor();
  // Closed in its window, so that the second start has something to open.
  await desktop.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('notebook.close')?.click());
  await expect(desktop.page).toHaveTitle('Armillary');

  const program = await desktop.electron.evaluate(() => process.execPath);
  const opened = await desktop.another(async () => {
    const second = spawn(program, ['.', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), file], {
      env: { ...process.env, ARMILLARY_HOME: desktop.home },
      stdio: 'ignore',
    });
    expect(await once(second, 'exit')).toEqual([0, null]);
  });
  await expectNotebook(opened, 'Energy');
});

test('a window stands where the last one stood', async ({ desktop }) => {
  const bounds = { x: 40, y: 30, width: 1000, height: 640 };
  await desktop.electron.evaluate(({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.setBounds(given), bounds);
  await desktop.restart();
  await expect.poll(() => desktop.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds);
});

test('the native menu carries its commands out in the window', async ({ desktop }) => {
  await desktop.page.getByRole('button', { name: 'New notebook' }).waitFor();
  await desktop.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help.shortcuts')?.click());
  await expect(desktop.page.getByRole('dialog')).toBeVisible();
});
