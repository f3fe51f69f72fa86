import { decode, encode } from '@msgpack/msgpack';
import { WebSocket } from 'ws';
import { HostMessage } from '../../contract/index.ts';
import type { Pipe } from '../../renderer/shell/pipe.ts';

/** Walks in by the printed address, as a browser would. */
export async function takeCookie(url: string): Promise<string> {
  const response = await fetch(url, { redirect: 'manual' });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** A window's socket to the loopback host. */
export async function openSocket(url: string, cookie: string, tab: string): Promise<Pipe & { close(): void }> {
  const { host, origin } = new URL(url);
  const socket = new WebSocket(`ws://${host}/socket?tab=${tab}`, { headers: { cookie, origin } });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    send: (message) => socket.send(encode(message, { ignoreUndefined: true })),
    onMessage: (listener) => socket.on('message', (data: Buffer) => listener(HostMessage.parse(decode(data)))),
    onClose: (listener) => socket.on('close', () => listener('The socket closed.')),
    close: () => socket.close(),
  };
}
