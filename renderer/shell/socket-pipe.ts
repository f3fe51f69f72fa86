import { decode, encode } from '@msgpack/msgpack';
import { ArmillaryError, HostMessage, largestSocketMessage, type WindowMessage } from '../../contract/index.ts';
import type { Pipe } from './pipe.ts';

const lost =
  'The program that serves this page has stopped. Everything saved is in the notebook. Start Armillary again and open the address it prints.';

/** The same through reloads of this tab, so that the host gives it its notebook back. */
function tabName(): string {
  const name = sessionStorage.getItem('tab') ?? crypto.randomUUID();
  sessionStorage.setItem('tab', name);
  return name;
}

/** What the host would have answered to a message that is too large to send. */
function tooLarge(message: WindowMessage): HostMessage {
  const error = new ArmillaryError(
    'invalid',
    `That is more than ${largestSocketMessage / 1024 / 1024} MB at once, which the browser cannot hand over. Nothing was sent. Take fewer files at a time, or use armillary import.`,
  ).toWire();
  return message.type === 'shell'
    ? { type: 'refusal', id: message.id, error }
    : { type: 'engine', message: { type: 'error', id: message.message.id, client: message.message.client, error } };
}

/** Over a WebSocket to the loopback host, as MessagePack. */
export function socketPipe(): Pipe {
  const socket = new WebSocket(`ws://${location.host}/socket?tab=${tabName()}`);
  socket.binaryType = 'arraybuffer';
  const messageListeners: ((message: HostMessage) => void)[] = [];
  const closeListeners: ((reason: string) => void)[] = [];
  const deliver = (message: HostMessage) => {
    for (const listener of messageListeners) listener(message);
  };
  /** Sent before the socket was open. */
  let waiting: Uint8Array<ArrayBuffer>[] | null = [];

  socket.addEventListener('open', () => {
    for (const bytes of waiting ?? []) socket.send(bytes);
    waiting = null;
  });
  socket.addEventListener('message', ({ data }) => deliver(HostMessage.parse(decode(data))));
  socket.addEventListener('close', () => {
    for (const listener of closeListeners) listener(lost);
  });

  return {
    send(message) {
      const bytes = encode(message, { ignoreUndefined: true });
      if (bytes.length > largestSocketMessage) queueMicrotask(() => deliver(tooLarge(message)));
      else if (waiting !== null) waiting.push(bytes);
      else socket.send(bytes);
    },
    onMessage: (listener) => messageListeners.push(listener),
    onClose: (listener) => closeListeners.push(listener),
  };
}
