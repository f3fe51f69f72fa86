import { z } from 'zod';
import { WireError } from './errors.ts';
import { ShellEvent } from './shell.ts';
import { ClientMessage, EngineMessage } from './wire.ts';

/** What a window sends its host: over Electron's IPC as it is, over a loopback socket as MessagePack. */
export const WindowMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('shell'), id: z.int(), method: z.string(), params: z.unknown() }),
  z.object({ type: z.literal('engine'), message: ClientMessage }),
]);
export type WindowMessage = z.infer<typeof WindowMessage>;

/** What a host sends its window. */
export const HostMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer'), id: z.int(), value: z.unknown() }),
  z.object({ type: z.literal('refusal'), id: z.int(), error: WireError }),
  z.object({ type: z.literal('engine'), message: EngineMessage }),
  /** The engine is gone though nobody closed the notebook. */
  z.object({ type: z.literal('engine-lost'), reason: z.string() }),
  z.object({ type: z.literal('event'), event: ShellEvent }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

/** What Electron's preload script puts on the window as `armillary`, and all that it puts there. */
export interface DesktopBridge {
  send(message: WindowMessage): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Most bytes of one message over a loopback socket. */
export const largestSocketMessage = 64 * 1024 * 1024;
