import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import type { App, AppOptions } from './app.ts';
import { expectNotebook } from './expect-notebook.ts';
import { startHost, stopHost } from './loopback.ts';

/** Armillary in Chromium, by the loopback host. */
export async function openInBrowser(context: BrowserContext, { home, scratch, watch }: AppOptions): Promise<App> {
  let host = await startHost(home);
  const open = async () => {
    const page = await context.newPage();
    watch(page);
    await page.goto(host.url);
    return page;
  };
  const app: App = {
    kind: 'browser',
    page: await open(),
    notebooks: join(home, 'notebooks'),
    scratch,
    async newNotebook(name) {
      await app.page.getByRole('button', { name: 'New notebook' }).press('Enter');
      await app.page.getByRole('dialog').getByLabel('Name').fill(name);
      await app.page.keyboard.press('Enter');
      await expectNotebook(app.page, name);
    },
    async choose(files, act) {
      const chooser = app.page.waitForEvent('filechooser');
      await act();
      await (await chooser).setFiles([...files]);
    },
    async save(act) {
      const download = app.page.waitForEvent('download');
      await act();
      const saved = await download;
      return { fileName: saved.suggestedFilename(), content: await readFile(await saved.path()) };
    },
    async another(act) {
      const page = context.waitForEvent('page');
      await act();
      const opened = await page;
      watch(opened);
      return opened;
    },
    async quit() {
      // A page whose host goes first says that nobody answers until it is closed, too.
      app.page.removeAllListeners('console');
      await stopHost(host.child);
      await app.page.close();
    },
    async restart() {
      await app.quit();
      host = await startHost(home);
      app.page = await open();
    },
    async crash() {
      await stopHost(host.child, 'SIGKILL');
      await app.page.close();
      host = await startHost(home);
      app.page = await open();
    },
  };
  return app;
}
