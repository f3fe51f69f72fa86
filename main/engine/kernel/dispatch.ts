import {
  ArmillaryError,
  type ClientMessage,
  type EngineMessage,
  isMethodName,
  type MethodName,
  methods,
  type Progress,
} from '../../../contract/index.ts';
import type { Context, Handler } from './context.ts';
import { toArmillaryError } from './errors.ts';
import type { CallParts } from './session.ts';

export type HandlerTable = { [M in MethodName]: Handler<M> };

/** Answers calls: finds the method, validates its parameters, runs its handler, sends what comes of it. */
export function createDispatcher(handlers: HandlerTable, contextOf: (call: CallParts) => Context, send: (message: EngineMessage) => void) {
  const running = new Map<string, AbortController>();

  async function answer(message: Extract<ClientMessage, { type: 'call' }>): Promise<void> {
    const { client, id, method } = message;
    const controller = new AbortController();
    const key = `${client} ${id}`;
    running.set(key, controller);
    try {
      if (!isMethodName(method)) throw new ArmillaryError('unsupported', `There is no method ${method}.`);
      const progress = (value: Progress) => send({ type: 'progress', id, client, progress: value });
      const value = await run(handlers, method, contextOf({ client, signal: controller.signal, progress }), message.params);
      send({ type: 'result', id, client, value });
    } catch (error) {
      send({ type: 'error', id, client, error: toArmillaryError(error).toWire() });
    } finally {
      running.delete(key);
    }
  }

  return {
    receive(message: ClientMessage): void {
      if (message.type === 'cancel') running.get(`${message.client} ${message.id}`)?.abort();
      else void answer(message);
    },
    /** Aborts what is still running. */
    cancelAll(): void {
      for (const controller of running.values()) controller.abort();
    },
  };
}

async function run<M extends MethodName>(handlers: HandlerTable, method: M, context: Context, params: unknown): Promise<unknown> {
  const parsed = methods[method].params.safeParse(params);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const where = first?.path.length ? `${first.path.join('.')}: ` : '';
    throw new ArmillaryError(
      'invalid',
      `That could not be done: ${where}${first?.message ?? 'the request was not understood'}. Nothing was changed.`,
      parsed.error.message,
    );
  }
  // Parsed by this very method's schema; the compiler cannot relate the two lookups by M.
  const handler = handlers[method] as (context: Context, params: unknown) => unknown;
  return await handler(context, parsed.data);
}
