import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { _electron, type ElectronApplication, expect } from '@playwright/test';
import type { App, AppOptions } from './app.ts';
import { expectNotebook } from './expect-notebook.ts';

/** What a desktop test has beside what both hosts have. */
export interface DesktopApp extends App {
  readonly kind: 'desktop';
  /** Everything Armillary keeps in this test. */
  readonly home: string;
  electron: ElectronApplication;
}

/** The Electron that the npm package finds. Playwright holds the program back until it listens, only if it is not told a path. */
function launch(home: string): Promise<ElectronApplication> {
  return _electron.launch({
    args: ['.', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, ARMILLARY_HOME: home },
  });
}

/** Armillary in Electron. The system's dialogs, which no test can press, are answered for the analyst. */
export async function openOnDesktop({ home, scratch, watch }: AppOptions): Promise<DesktopApp> {
  const start = async () => {
    const electron = await launch(home);
    const page = await electron.firstWindow();
    watch(page);
    return { electron, page };
  };
  /** Answers the next save dialogs: in this folder, under the name that is offered or the one given. */
  const answerSave = (folder: string, name: string | null) =>
    app.electron.evaluate(
      ({ dialog }, given) => {
        Reflect.deleteProperty(globalThis, 'savedTo');
        dialog.showSaveDialog = async (...parameters: unknown[]) => {
          const options = parameters.at(-1);
          const offered = typeof options === 'object' && options !== null && 'defaultPath' in options ? String(options.defaultPath) : '';
          const filePath = `${given.folder}/${given.name ?? offered.split(/[\\/]/).at(-1)}`;
          Object.assign(globalThis, { savedTo: filePath });
          return { canceled: false, filePath };
        };
      },
      { folder, name },
    );
  const savedTo = () => app.electron.evaluate((): unknown => Reflect.get(globalThis, 'savedTo'));

  const app: DesktopApp = {
    kind: 'desktop',
    home,
    ...(await start()),
    notebooks: join(home, 'notebooks'),
    scratch,
    async newNotebook(name) {
      await answerSave(scratch, `${name}.armillary`);
      await app.page.getByRole('button', { name: 'New notebook' }).press('Enter');
      await expectNotebook(app.page, name);
    },
    async choose(files, act) {
      await app.electron.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
        },
        [...files],
      );
      await act();
    },
    async save(act) {
      await answerSave(scratch, null);
      await act();
      let content = Buffer.alloc(0);
      // The dialog was answered some time before the file is written.
      await expect(async () => {
        content = await readFile(String(await savedTo()));
        expect(content.length).toBeGreaterThan(0);
      }).toPass();
      return { fileName: basename(String(await savedTo())), content };
    },
    async another(act) {
      const page = app.electron.waitForEvent('window');
      await act();
      const opened = await page;
      watch(opened);
      return opened;
    },
    async quit() {
      const closed = app.electron.waitForEvent('close');
      await app.electron.evaluate(({ app: program }) => program.quit());
      await closed;
    },
    async restart() {
      await app.quit();
      Object.assign(app, await start());
    },
    async crash() {
      const closed = app.electron.waitForEvent('close');
      app.electron.process().kill('SIGKILL');
      await closed;
      Object.assign(app, await start());
    },
  };
  return app;
}
