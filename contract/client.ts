import { ArmillaryError } from './errors.ts';
import type { Changed, Progress } from './events.ts';
import { type MethodName, methods, type Params, type Result } from './methods.ts';
import type { Wire } from './wire.ts';

export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** A caller's end of the contract, the same over every transport. */
export interface EngineClient {
  /** Names this client in `changed` events. */
  readonly id: string;
  /** Rejects with an `ArmillaryError`. */
  call<M extends MethodName>(method: M, params: Params<M>, options?: CallOptions): Promise<Result<M>>;
  /** Returns a function that stops listening. */
  onChanged(listener: (changed: Changed) => void): () => void;
  onClose(listener: (reason: string) => void): () => void;
}

interface Pending {
  settle: (value: unknown) => void;
  fail: (error: ArmillaryError) => void;
  onProgress: ((progress: Progress) => void) | undefined;
}

/** Speaks the contract over a wire. `id` must differ between the clients of one engine. */
export function connect(wire: Wire, id: string): EngineClient {
  const pending = new Map<number, Pending>();
  const changedListeners = new Set<(changed: Changed) => void>();
  let closed: string | null = null;
  let last = 0;

  wire.onMessage((message) => {
    if (message.type === 'changed') {
      for (const listener of changedListeners) listener(message.changed);
      return;
    }
    if (message.client !== id) return;
    const call = pending.get(message.id);
    if (call === undefined) return;
    if (message.type === 'progress') {
      call.onProgress?.(message.progress);
      return;
    }
    pending.delete(message.id);
    if (message.type === 'result') call.settle(message.value);
    else call.fail(ArmillaryError.fromWire(message.error));
  });
  wire.onClose((reason) => {
    closed = reason;
    for (const call of pending.values()) call.fail(new ArmillaryError('internal', reason));
    pending.clear();
  });

  return {
    id,
    call(method, params, options = {}) {
      if (closed !== null) return Promise.reject(new ArmillaryError('internal', closed));
      if (options.signal?.aborted) return Promise.reject(new ArmillaryError('cancelled', 'Cancelled.'));
      last += 1;
      const callId = last;
      return new Promise((resolve, reject) => {
        const cancel = () => wire.send({ type: 'cancel', id: callId, client: id });
        const done = () => options.signal?.removeEventListener('abort', cancel);
        pending.set(callId, {
          settle(value) {
            done();
            const parsed = methods[method].result.safeParse(value);
            // The compiler cannot see that methods[method] and Result<M> speak of the same M.
            if (parsed.success) resolve(parsed.data as Result<typeof method>);
            else reject(new ArmillaryError('internal', 'The engine gave an answer this window does not understand.', parsed.error.message));
          },
          fail(error) {
            done();
            reject(error);
          },
          onProgress: options.onProgress,
        });
        options.signal?.addEventListener('abort', cancel, { once: true });
        wire.send({ type: 'call', id: callId, client: id, method, params });
      });
    },
    onChanged(listener) {
      changedListeners.add(listener);
      return () => changedListeners.delete(listener);
    },
    onClose: (listener) => wire.onClose(listener),
  };
}
