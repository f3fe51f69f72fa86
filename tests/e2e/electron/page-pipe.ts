import type { Page } from '@playwright/test';
import { HostMessage, type WindowMessage } from '../../../contract/index.ts';
import type {} from '../../../renderer/shell/create-shell.ts';
import type { Pipe } from '../../../renderer/shell/pipe.ts';

/** The page counts its own calls to the host from one; ours are told apart by starting here. */
const firstId = 1_000_000;

function moved(message: WindowMessage): WindowMessage {
  return message.type === 'shell' ? { ...message, id: message.id + firstId } : message;
}

/** A window's pipe to its host: every message goes through the preload's bridge and Electron's IPC. */
export async function pagePipe(page: Page): Promise<Pipe> {
  const listeners: ((message: HostMessage) => void)[] = [];
  await page.exposeFunction('hear', (given: unknown) => {
    const message = HostMessage.parse(given);
    if (message.type === 'answer' || message.type === 'refusal') {
      if (message.id < firstId) return;
      message.id -= firstId;
    }
    for (const listener of listeners) listener(message);
  });
  await page.evaluate(() => {
    const hear: (message: unknown) => void = Reflect.get(window, 'hear');
    window.armillary?.onMessage(hear);
  });
  return {
    send: (message) => void page.evaluate((given) => window.armillary?.send(given), moved(message)),
    onMessage: (listener) => listeners.push(listener),
    onClose: () => undefined,
  };
}
