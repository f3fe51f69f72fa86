import { decode, encode } from '@msgpack/msgpack';
import type { WebSocket } from 'ws';
import { ArmillaryError, type HostMessage } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import { typedFolder } from '../host/watch/typed-folder.ts';
import { createWindowSession, type WindowSession } from '../host/window-session.ts';

function inThePage(): never {
  throw new ArmillaryError('unsupported', 'In the browser, the page itself does this.');
}

/** A session for a browser tab. What needs a dialog is done by the page: see renderer/shell. */
export function serveSocket(host: Host, socket: WebSocket, notebookChanged: (file: string | null) => void): WindowSession {
  const session = createWindowSession(host, {
    send(message: HostMessage) {
      // MessagePack has no `undefined`: what is absent stays absent.
      if (socket.readyState === socket.OPEN) socket.send(encode(message, { ignoreUndefined: true }));
    },
    chooseNewNotebook: () => Promise.reject(new ArmillaryError('invalid', 'In the browser a new notebook needs a name.')),
    chooseNotebook: () =>
      Promise.reject(
        new ArmillaryError(
          'unsupported',
          'A browser cannot open a notebook from any folder. Start Armillary with its file: armillary serve --notebook FILE',
        ),
      ),
    chooseFolder: () => Promise.reject(new ArmillaryError('unsupported', 'In the browser, the page itself does this.')),
    async chooseWatched(path) {
      if (path === undefined) throw new ArmillaryError('invalid', 'In the browser, write the path of the folder to watch.');
      return typedFolder(path);
    },
    newWindow: inThePage,
    pickFiles: inThePage,
    saveFile: inThePage,
    openLink: inThePage,
    reveal: inThePage,
    notebookChanged,
  });
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary || !session.receive(understand(data))) socket.close(1008, 'not a message of the contract');
  });
  socket.on('close', () => void session.close());
  return session;
}

function understand(data: Buffer): unknown {
  try {
    return decode(data);
  } catch {
    return undefined;
  }
}
