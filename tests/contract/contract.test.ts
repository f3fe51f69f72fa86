import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, onTestFinished, test } from 'vitest';
import { serve } from '../../main/browser/serve.ts';
import { openEngine } from '../../main/engine/engine.ts';
import { startEngine } from '../../main/host/engine-process.ts';
import { shellOver } from '../../renderer/shell/shell-over.ts';
import { folderCases } from './cases/folders.ts';
import type { GrantingNotebook, OpenNotebook } from './cases/helpers.ts';
import { contractCases } from './cases.ts';
import { openSocket, takeCookie } from './open-socket.ts';

/** Those whose host lets the engine read folders. */
const granting: Record<string, (folder: string) => Promise<GrantingNotebook>> = {
  async 'in the process'(folder) {
    const engine = openEngine({ file: join(folder, 'n.armillary'), mode: 'create' });
    return {
      wire: async () => engine.wire(),
      grantFolder(texts) {
        engine.grant('chosen', [{ path: folderOf(folder, texts), name: 'chosen' }]);
        return 'chosen';
      },
      close: async () => engine.close(),
    };
  },

  'in a thread': (folder) => beside(folder, null),

  'in a Node of its own': (folder) => beside(folder, process.execPath),
};

/** The same cases run over Electron's IPC in tests/e2e/electron/contract.spec.ts. */
const transports: Record<string, (folder: string) => Promise<OpenNotebook>> = {
  ...granting,

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

async function beside(folder: string, node: string | null): Promise<GrantingNotebook> {
  const engine = await startEngine({ file: join(folder, 'n.armillary'), mode: 'create' }, node);
  return {
    wire: async () => ({ send: engine.send, onMessage: engine.onMessage, onClose: engine.onLost }),
    grantFolder: (texts) => engine.grant([{ path: folderOf(folder, texts), name: 'chosen' }]),
    close: () => engine.close(),
  };
}

function folderOf(parent: string, texts: Record<string, string>): string {
  const path = join(parent, 'chosen');
  mkdirSync(path);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(path, name), text);
  return path;
}

/** A new notebook behind a transport, gone when the test ends. */
async function opened<N extends OpenNotebook>(open: (folder: string) => Promise<N>): Promise<N> {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-contract-'));
  const notebook = await open(folder);
  onTestFinished(async () => {
    await notebook.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return notebook;
}

describe.each(Object.entries(transports))('the contract %s', (_name, open) => {
  test.each(contractCases)('$name', async ({ run }) => run(await opened(open)));
});

describe.each(Object.entries(granting))('folders %s', (_name, open) => {
  test.each(folderCases)('$name', async ({ run }) => run(await opened(open)));
});
