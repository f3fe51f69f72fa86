import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ArmillaryError } from '../../../../contract/index.ts';
import { crashed, tooMuchMemory } from './reader-errors.ts';
import { isOutOfMemory, readingLimits, workedBy } from './thread-limits.ts';
import { watchMemory } from './watch-memory.ts';
import type { Chunk, FromReader, ToReader } from './worker-messages.ts';

/** A thread that reads files. */
export interface ReaderThread {
  /** Resolves when it has loaded; what was sent before is not lost. */
  ready: Promise<void>;
  send(message: ToReader): void;
  /** For how long a processor has worked for it, since it began; null where it does not answer. Milliseconds. */
  worked(): Promise<number | null>;
  /** Keeps the program running, and an eye on the thread's memory, while there is work. */
  hold(): void;
  release(): void;
  end(): void;
}

export interface ReaderListeners {
  onChunk(chunk: Chunk): void;
  /** It gets on with a long file. */
  onLife(): void;
  /** It ended though nobody ended it. */
  onEnd(why: ArmillaryError): void;
}

/** A neighbour of the bundle this stands in, or the source where there is no bundle (in tests). */
const entry = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader.js', import.meta.url));

export function startReader({ onChunk, onLife, onEnd }: ReaderListeners): ReaderThread {
  const worker = new Worker(entry, { resourceLimits: readingLimits });
  worker.unref();
  let ended = false;
  let why = crashed('the thread ended');
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  worker.on('message', (message: FromReader) => {
    if (message.type === 'ready') isReady();
    else if (ended) return;
    else if (message.type === 'life') onLife();
    else onChunk(message);
  });
  let stopWatching: (() => void) | null = null;
  const rest = () => {
    stopWatching?.();
    stopWatching = null;
  };
  const end = () => {
    ended = true;
    rest();
    void worker.terminate();
  };
  const onTooMuch = () => {
    end();
    onEnd(tooMuchMemory());
  };
  worker.on('error', (error: unknown) => {
    why = isOutOfMemory(error) ? tooMuchMemory() : crashed(String(error));
  });
  worker.on('exit', () => {
    rest();
    if (!ended) onEnd(why);
    ended = true;
  });
  return {
    ready,
    send: (message) => worker.postMessage(message),
    worked: () => workedBy(worker),
    hold() {
      worker.ref();
      stopWatching ??= watchMemory(worker, onTooMuch);
    },
    release() {
      worker.unref();
      rest();
    },
    end,
  };
}
