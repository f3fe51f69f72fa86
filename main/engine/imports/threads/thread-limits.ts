import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** What the objects of a thread that reads files may take: far more than a book needs. MB. */
export const mostMemory = 768;

/**
 * What it may hold in buffers beside them, of which V8's own limits know nothing: the biggest file, what is unpacked of it and
 * a copy for a library. A stream in a PDF of 30 KB can unpack to gigabytes. MB.
 */
export const mostBuffers = 1_024;

/**
 * What V8 itself holds such a thread to, MB. It ends a thread in order where that is reached little by little; where one great
 * object goes beyond it, V8 ends the whole program. Room is left for that above what `watch-memory.ts` looks after. New objects are
 * looked through after a few, because most of them are gone by then.
 */
export const readingLimits = { maxOldGenerationSizeMb: 2 * mostMemory, maxYoungGenerationSizeMb: 8 };

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
