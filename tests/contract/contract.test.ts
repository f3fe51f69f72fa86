import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, onTestFinished, test } from 'vitest';
import { serve } from '../../main/browser/serve.ts';
import { openEngine } from '../../main/engine/engine.ts';
import { startEngine } from '../../main/host/engine-process.ts';
import { shellOver } from '../../renderer/shell/shell-over.ts';
import { contractCases, type OpenNotebook } from './cases.ts';
import { openSocket, takeCookie } from './open-socket.ts';

/** The same cases run over Electron's IPC in tests/e2e/contract.spec.ts. */
const transports: Record<string, (folder: string) => Promise<OpenNotebook>> = {
  async 'in the process'(folder) {
    const engine = openEngine({ file: join(folder, 'n.armillary'), mode: 'create' });
    return { wire: async () => engine.wire(), close: async () => engine.close() };
  },

  'in a thread': (folder) => beside(folder, null),

  'in a Node of its own': (folder) => beside(folder, process.execPath),

  async 'over a loopback socket'(folder) {
    const serving = await serve({ open: false, folders: { settings: join(folder, 'settings'), notebooks: join(folder, 'notebooks') } });
    const cookie = await takeCookie(serving.url);
    let file: string | null = null;
    let tabs = 0;
    return {
      async wire() {
        tabs += 1;
        const shell = shellOver(await openSocket(serving.url, cookie, `tab-${tabs}`));
        shell.onEvent(({ type }) => {
          if (type === 'flush') void shell.call('flushed', { problem: null });
        });
        const opened = await (file === null ? shell.call('newNotebook', { name: 'N' }) : shell.call('openNotebook', { recent: file }));
        file = opened?.file ?? null;
        return shell.engine();
      },
      close: () => serving.close(),
    };
  },
};

async function beside(folder: string, node: string | null): Promise<OpenNotebook> {
  const engine = await startEngine({ file: join(folder, 'n.armillary'), mode: 'create' }, node);
  return {
    wire: async () => ({ send: engine.send, onMessage: engine.onMessage, onClose: engine.onLost }),
    close: () => engine.close(),
  };
}

describe.each(Object.entries(transports))('the contract %s', (_name, open) => {
  test.each(contractCases)('$name', async ({ run }) => {
    const folder = mkdtempSync(join(tmpdir(), 'armillary-contract-'));
    const notebook = await open(folder);
    onTestFinished(async () => {
      await notebook.close();
      rmSync(folder, { recursive: true, force: true });
    });
    await run(notebook);
  });
});
