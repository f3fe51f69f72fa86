import { z } from 'zod';
import { WireError } from './errors.ts';
import { Changed, Progress } from './events.ts';

/** What a client sends. `id` is the client's own count of its calls. */
export const ClientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.int(), client: z.string(), method: z.string(), params: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: z.int(), client: z.string() }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

/** What the engine sends. Progress comes between a call and its answer; `changed` goes to every client. */
export const EngineMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), id: z.int(), client: z.string(), value: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.int(), client: z.string(), error: WireError }),
  z.object({ type: z.literal('progress'), id: z.int(), client: z.string(), progress: Progress }),
  z.object({ type: z.literal('changed'), changed: Changed }),
]);
export type EngineMessage = z.infer<typeof EngineMessage>;

/** A two-way pipe of messages. Each transport is one implementation. */
export interface Wire {
  send(message: ClientMessage): void;
  /** Returns a function that stops listening. */
  onMessage(listener: (message: EngineMessage) => void): () => void;
  /** Called once, when the other side is gone, with words for the analyst. */
  onClose(listener: (reason: string) => void): () => void;
}
