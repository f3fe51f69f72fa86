import type { Worker } from 'node:worker_threads';
import { mostMemory } from './thread-limits.ts';

/** How often a thread's memory is looked at. Milliseconds. */
const betweenLooks = 100;

/** Calls `onTooMuch` once a thread's objects take more than those of a reader may. Returns what ends the watch. */
export function watchMemory(worker: Worker, onTooMuch: () => void): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
  };
  const look = async () => {
    const used = await memoryOf(worker);
    if (stopped) return;
    if (used <= mostMemory * 1024 * 1024) return next();
    stop();
    onTooMuch();
  };
  const next = () => {
    timer = setTimeout(() => void look(), betweenLooks).unref();
  };
  next();
  return stop;
}

/** Bytes; none of a thread that has ended, of which its owner hears. */
async function memoryOf(worker: Worker): Promise<number> {
  try {
    return (await worker.getHeapStatistics()).used_heap_size;
  } catch {
    return 0;
  }
}
