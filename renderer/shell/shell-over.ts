import {
  ArmillaryError,
  type EngineMessage,
  type Shell,
  type ShellEvent,
  type ShellMethodName,
  type ShellParams,
  type ShellResult,
  shellMethods,
  type Wire,
} from '../../contract/index.ts';
import type { Pipe } from './pipe.ts';

interface Pending {
  settle(value: unknown): void;
  fail(error: ArmillaryError): void;
}

/** The host's end of the window's engine, as a wire. Falls silent when the window has another notebook. */
function createWire(pipe: Pipe) {
  const messageListeners = new Set<(message: EngineMessage) => void>();
  const closeListeners = new Set<(reason: string) => void>();
  const wire: Wire = {
    send: (message) => pipe.send({ type: 'engine', message }),
    onMessage(listener) {
      messageListeners.add(listener);
      return () => messageListeners.delete(listener);
    },
    onClose(listener) {
      closeListeners.add(listener);
      return () => closeListeners.delete(listener);
    },
  };
  return {
    wire,
    deliver(message: EngineMessage) {
      for (const listener of messageListeners) listener(message);
    },
    close(reason: string) {
      for (const listener of closeListeners) listener(reason);
    },
  };
}

/** What a window does itself, without asking its host. */
export type OwnDoors = { [M in ShellMethodName]?: (params: ShellParams<M>) => ShellResult<M> | Promise<ShellResult<M>> };

/** The shell as this window's host answers it over a pipe. */
export function shellOver(pipe: Pipe, own: OwnDoors = {}): Shell {
  const pending = new Map<number, Pending>();
  const eventListeners = new Set<(event: ShellEvent) => void>();
  let engine = createWire(pipe);
  let closed: string | null = null;
  let last = 0;

  pipe.onMessage((message) => {
    if (message.type === 'engine') engine.deliver(message.message);
    else if (message.type === 'engine-lost') engine.close(message.reason);
    else if (message.type === 'event') for (const listener of eventListeners) listener(message.event);
    else {
      const call = pending.get(message.id);
      pending.delete(message.id);
      if (message.type === 'answer') call?.settle(message.value);
      else call?.fail(ArmillaryError.fromWire(message.error));
    }
  });
  pipe.onClose((reason) => {
    closed = reason;
    engine.close(reason);
    for (const call of pending.values()) call.fail(new ArmillaryError('internal', reason));
    pending.clear();
  });

  const shell: Shell = {
    async call<M extends ShellMethodName>(method: M, params: ShellParams<M>): Promise<ShellResult<M>> {
      const door = own[method];
      if (door !== undefined) return door(params);
      if (closed !== null) throw new ArmillaryError('internal', closed);
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        pending.set(id, {
          settle(value) {
            const parsed = shellMethods[method].result.safeParse(value);
            // The compiler cannot see that shellMethods[method] and ShellResult<M> speak of the same M.
            if (parsed.success) resolve(parsed.data as ShellResult<M>);
            else reject(new ArmillaryError('internal', 'The host gave an answer this window does not understand.', parsed.error.message));
          },
          fail: reject,
        });
        pipe.send({ type: 'shell', id, method, params });
      });
    },
    onEvent(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    async engine() {
      const { notebook } = await shell.call('state', {});
      if (notebook === null) throw new ArmillaryError('not-found', 'No notebook is open in this window.');
      engine = createWire(pipe);
      return engine.wire;
    },
  };
  return shell;
}
