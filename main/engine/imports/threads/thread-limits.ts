import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** What the objects of a thread that reads files may take: far more than a book needs; and what of it the new ones may before they are looked through. MB. */
export const readingLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

/** A thread that does not answer within this is stuck where nothing can interrupt it. Milliseconds. */
const answerMs = 5_000;

/** For how long a processor has worked for a thread, since it began; null where it does not answer. Milliseconds. */
export function workedBy(worker: Worker): Promise<number | null> {
  return Promise.race([askFor(worker), setTimeout(answerMs, null, { ref: false })]);
}

async function askFor(worker: Worker): Promise<number | null> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1_000;
  } catch {
    // It has ended, of which its owner hears.
    return null;
  }
}

/** Whether a thread ended because it took more memory than it was allowed. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
