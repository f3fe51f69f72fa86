import { ArmillaryError, type Progress, type WireError } from '../../../contract/index.ts';
import { timeLimit, tooMuchMemory, tooSlow } from '../imports/threads/reader-errors.ts';
import { isOutOfMemory, workedBy } from '../imports/threads/thread-limits.ts';
import { watchMemory } from '../imports/threads/watch-memory.ts';
import { watchWork } from '../imports/threads/watch-work.ts';
import type { Running } from '../kernel/context.ts';
import { doJob, type JobInput, type JobName, type JobResult } from './jobs.ts';
import { keepForReading, readingThread, startThread } from './threads.ts';

/** What a thread is given to do, one after another. */
export interface JobGiven {
  name: JobName;
  input: JobInput<JobName>;
}

/** What it sends: how far it is, and in the end what came of it. */
export type FromThread = { type: 'progress'; progress: Progress } | { type: 'done'; value: unknown } | { type: 'failed'; error: WireError };

/** Characters to go through that take about a tenth of a second. Less is done at once: a thread takes as long to start. */
const small = 500_000;

/**
 * Does a job: a long one in a thread of its own, so that the engine answers other calls meanwhile. It says how far it is,
 * and cancelling the call ends it at once. `size` is about how many characters it has to go through.
 */
export function runJob<N extends JobName>(running: Running, name: N, size: number, input: JobInput<N>): Promise<JobResult<N>> {
  return size < small ? here(running, name, input) : inThread(running, name, input, null);
}

async function here<N extends JobName>({ signal, progress }: Running, name: N, input: JobInput<N>): Promise<JobResult<N>> {
  signal.throwIfAborted();
  return doJob(name, input, progress);
}

/** As `runJob`, for a job that reads a file, which may be hostile: in a thread at any size, held to what an import is held to. */
export function runReading<N extends JobName>(running: Running, name: N, bytes: number, input: JobInput<N>): Promise<JobResult<N>> {
  return inThread(running, name, input, timeLimit(bytes));
}

/** `limit`: how long a processor may work for it without its saying anything. Milliseconds; null: as long as it takes. */
function inThread<N extends JobName>(
  { signal, progress }: Running,
  name: N,
  input: JobInput<N>,
  limit: number | null,
): Promise<JobResult<N>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = limit === null ? startThread() : readingThread();
    let stopWatching: () => void = () => undefined;
    const watch = () => {
      stopWatching();
      if (limit === null) return;
      stopWatching = watchWork({ worked: () => workedBy(worker) }, limit, () => fail(tooSlow(limit, 'Nothing was changed')));
    };
    const stopMemory = limit === null ? () => undefined : watchMemory(worker, () => fail(tooMuchMemory('Nothing was changed')));
    const leave = () => {
      stopWatching();
      stopMemory();
      signal.removeEventListener('abort', cancel);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const fail = (why: ArmillaryError) => {
      leave();
      reject(why);
      void worker.terminate();
    };
    const onMessage = (message: FromThread) => {
      if (message.type === 'progress') {
        watch();
        progress(message.progress);
        return;
      }
      leave();
      if (limit === null) void worker.terminate();
      else keepForReading(worker);
      // What the thread was given by name comes back by that name.
      if (message.type === 'done') resolve(message.value as JobResult<N>);
      else reject(ArmillaryError.fromWire(message.error));
    };
    const cancel = () => fail(new ArmillaryError('cancelled', 'Cancelled. Nothing was changed.'));
    const onError = (error: unknown) => fail(isOutOfMemory(error) ? tooMuchMemory('Nothing was changed') : wentWrong(String(error)));
    const onExit = () => fail(wentWrong(`${name} ended without an answer`));
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    watch();
    const given: JobGiven = { name, input };
    worker.postMessage(given);
  });
}

function wentWrong(details: string): ArmillaryError {
  return new ArmillaryError('internal', 'Something went wrong inside Armillary. Nothing was changed.', details);
}
