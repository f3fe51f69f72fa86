import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ArmillaryError, type Progress, type WireError } from '../../../contract/index.ts';
import type { Running } from '../kernel/context.ts';
import { doJob, type JobInput, type JobName, type JobResult } from './jobs.ts';

/** What a thread is given to do. */
export interface JobGiven {
  name: JobName;
  input: JobInput<JobName>;
}

/** What it sends: how far it is, and in the end what came of it. */
export type FromThread = { type: 'progress'; progress: Progress } | { type: 'done'; value: unknown } | { type: 'failed'; error: WireError };

/** The thread's beginning: a neighbour of the bundle this stands in, or the source where there is no bundle (in tests). */
const entry = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './job.js', import.meta.url));

/** Characters to go through that take about a tenth of a second. Less is done at once: a thread takes as long to start. */
const small = 500_000;
/** What finding one passage again weighs, in such characters. */
export const perPassage = 5_000;

/**
 * Does a job: a long one in a thread of its own, so that the engine answers other calls meanwhile. It says how far it is,
 * and cancelling the call ends it at once. `size` is about how many characters it has to go through.
 */
export function runJob<N extends JobName>(running: Running, name: N, size: number, input: JobInput<N>): Promise<JobResult<N>> {
  return size < small ? here(running, name, input) : inThread(running, name, input);
}

async function here<N extends JobName>({ signal, progress }: Running, name: N, input: JobInput<N>): Promise<JobResult<N>> {
  signal.throwIfAborted();
  return doJob(name, input, progress);
}

function inThread<N extends JobName>({ signal, progress }: Running, name: N, input: JobInput<N>): Promise<JobResult<N>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const given: JobGiven = { name, input };
    const worker = new Worker(entry, { workerData: given });
    const cancel = () => {
      reject(new ArmillaryError('cancelled', 'Cancelled. Nothing was changed.'));
      void worker.terminate();
    };
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: FromThread) => {
      if (message.type === 'progress') progress(message.progress);
      // What the thread was given by name comes back by that name.
      else if (message.type === 'done') resolve(message.value as JobResult<N>);
      else reject(ArmillaryError.fromWire(message.error));
    });
    worker.on('error', (error) =>
      reject(new ArmillaryError('internal', 'Something went wrong inside Armillary. Nothing was changed.', String(error))),
    );
    worker.on('exit', () => {
      signal.removeEventListener('abort', cancel);
      reject(
        new ArmillaryError('internal', 'Something went wrong inside Armillary. Nothing was changed.', `${name} ended without an answer`),
      );
    });
  });
}
