import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { readingLimits } from '../imports/threads/thread-limits.ts';

/** The thread's beginning: a neighbour of the bundle this stands in, or the source where there is no bundle (in tests). */
const entry = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './job.js', import.meta.url));

/** How long a thread waits for another file. Milliseconds. */
const idleMs = 30_000;

/** One that has read a file: a new one takes longer to start than most files to read. */
let waiting: { worker: Worker; timer: NodeJS.Timeout } | null = null;

/** A thread for a job on what the notebook has. */
export function startThread(): Worker {
  return listenedTo(new Worker(entry));
}

/** A thread for a job that reads a file: it may take so much memory and no more. */
export function readingThread(): Worker {
  if (waiting === null) return listenedTo(new Worker(entry, { resourceLimits: readingLimits }));
  const { worker, timer } = waiting;
  waiting = null;
  clearTimeout(timer);
  worker.ref();
  return worker;
}

/** Keeps a thread that has read a file for the next one, where none waits already. */
export function keepForReading(worker: Worker): void {
  if (waiting !== null) {
    void worker.terminate();
    return;
  }
  const timer = setTimeout(() => {
    waiting = null;
    void worker.terminate();
  }, idleMs);
  timer.unref();
  worker.unref();
  waiting = { worker, timer };
}

/** A thread that fails while nobody listens would take the engine with it; who gave it work listens beside this. */
function listenedTo(worker: Worker): Worker {
  return worker.on('error', () => {
    if (waiting?.worker === worker) waiting = null;
  });
}
