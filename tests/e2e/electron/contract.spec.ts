import type { Page } from '@playwright/test';
import { shellOver } from '../../../renderer/shell/shell-over.ts';
import { contractCases } from '../../contract/cases.ts';
import { test } from '../harness/test.ts';
import { pagePipe } from './page-pipe.ts';

// One window after another in one program, which is what takes the time; each case has its own notebook.
test('the contract holds over Electron’s IPC', async ({ desktop }) => {
  test.setTimeout(180_000);
  const first = { page: desktop.page, shell: shellOver(await pagePipe(desktop.page)) };
  for (const [n, { name, run }] of contractCases.entries()) {
    await test.step(name, async () => {
      const others: Page[] = [];
      await first.shell.call('newNotebook', { name: `Case ${n}` });
      let asked = 0;
      await run({
        async wire() {
          asked += 1;
          if (asked === 1) return first.shell.engine();
          // A new window opens on the notebook of the one that asked for it.
          const page = await desktop.another(async () => {
            await first.shell.call('newWindow', {});
          });
          others.push(page);
          await page.waitForLoadState();
          return shellOver(await pagePipe(page)).engine();
        },
        close: async () => undefined,
      });
      for (const page of others) await page.close({ runBeforeUnload: false });
    });
  }
});
