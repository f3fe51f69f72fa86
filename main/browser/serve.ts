import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { ArmillaryError, largestSocketMessage } from '../../contract/index.ts';
import { commonHeaders } from '../host/content-security.ts';
import { type Folders, findFolders } from '../host/folders.ts';
import { createHost, type Host } from '../host/host.ts';
import { pagesFolder, readPage } from '../host/pages.ts';
import { readVersion } from '../host/version.ts';
import { createGate, type Gate } from './gate.ts';
import { openBrowser } from './open-browser.ts';
import { serveSocket } from './window-socket.ts';

export interface ServeOptions {
  /** Opened in every tab that has no notebook of its own yet. */
  notebook?: string;
  /** Default: a free one. */
  port?: number;
  /** Opens the default browser at the address. */
  open: boolean;
  folders?: Folders;
}

export interface Serving {
  /** Good for one visit; the browser that made it keeps a cookie. */
  url: string;
  /** Whether a browser was opened there. */
  opened: boolean;
  /** Lets every tab save, then closes every notebook in order. */
  close(): Promise<void>;
}

/** How long a tab may take to save when the host stops. */
const flushTimeoutMs = 5_000;

function refuse(response: ServerResponse): void {
  response.writeHead(403, { ...commonHeaders, 'Content-Type': 'text/plain' }).end('403');
}

async function answer(gate: Gate, origin: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const verdict = gate.judgeRequest(request);
  if (verdict.kind === 'refuse') return refuse(response);
  if (verdict.kind === 'admit') {
    response.writeHead(303, { ...commonHeaders, Location: '/', 'Set-Cookie': verdict.cookie }).end();
    return;
  }
  const page = await readPage(pagesFolder, verdict.path, `${origin} ${origin.replace('http', 'ws')}`);
  if (page === null) response.writeHead(404, { ...commonHeaders, 'Content-Type': 'text/plain' }).end('404');
  else response.writeHead(200, page.headers).end(page.body);
}

/**
 * Remembers which notebook each tab has open, by the name the tab gives itself, so that reloading a page keeps it.
 */
function createTabs(host: Host, first: string | undefined) {
  const files = new Map<string, string | null>();
  /** For the first tab alone: a further one begins with the choice of a notebook. */
  let leftOpen = host.leftOpen.take();
  return {
    async connect(socket: WebSocket, tab: string): Promise<void> {
      const session = serveSocket(host, socket, (file) => files.set(tab, file));
      const file = files.has(tab) ? files.get(tab) : (first ?? leftOpen);
      leftOpen = null;
      if (typeof file !== 'string') return;
      // The page asks for its state at once and must not see it before: nothing is read from the socket meanwhile.
      socket.pause();
      try {
        await session.open(file, 'open');
      } catch (error) {
        console.error(error instanceof ArmillaryError ? `armillary: ${error.message}` : error);
      }
      socket.resume();
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ArmillaryError('busy', `Port ${port} is taken by another program. Choose another with --port, or leave it out.`)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'));
      else resolve(address.port);
    });
  });
}

/** Serves the window and its engines to a browser on this machine, on 127.0.0.1 alone. */
export async function serve({ notebook, port = 0, open, folders = findFolders() }: ServeOptions): Promise<Serving> {
  const warn = (message: string) => console.error(`armillary: ${message}`);
  const host = createHost({ kind: 'browser', version: readVersion(), folders, engineNode: null, warn });
  const tabs = createTabs(host, notebook);
  // Opened before any tab is there, so that a notebook that cannot be opened is said here and now.
  if (notebook !== undefined) await host.engines.lease({ file: notebook, mode: 'open' }, { onMessage: () => undefined, onLost: warn });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestSocketMessage });

  const server = createServer();
  const actualPort = await listen(server, port);
  const origin = `http://127.0.0.1:${actualPort}`;
  const gate = createGate(actualPort);
  server.on('request', (request, response) => {
    answer(gate, origin, request, response).catch((error: unknown) => {
      console.error('armillary:', error);
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (!gate.judgeUpgrade(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const tab = new URLSearchParams(request.url?.split('?', 2)[1]).get('tab') ?? '';
    sockets.handleUpgrade(request, socket, head, (webSocket) => void tabs.connect(webSocket, tab));
  });

  const url = gate.address();
  const opened = open ? await openBrowser(url) : false;
  let closed: Promise<void> | null = null;
  return {
    url,
    opened,
    close() {
      closed ??= (async () => {
        server.close();
        await Promise.all([...host.windows].map((window) => window.flush(flushTimeoutMs)));
        for (const socket of sockets.clients) socket.close(1001, 'Armillary was stopped.');
        await host.engines.closeAll();
        for (const socket of sockets.clients) socket.terminate();
        server.closeAllConnections();
      })();
      return closed;
    },
  };
}
