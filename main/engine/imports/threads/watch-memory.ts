import type { Worker } from 'node:worker_threads';
import { mostBuffers, mostMemory } from './thread-limits.ts';

/** How often a thread's memory is looked at. Milliseconds. */
const betweenLooks = 100;

/** Calls `onTooMuch` once a thread's objects or buffers take more than those of a reader may. Returns what ends the watch. */
export function watchMemory(worker: Worker, onTooMuch: () => void): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
  };
  const look = async () => {
    const isTooMuch = await takesTooMuch(worker);
    if (stopped) return;
    if (!isTooMuch) return next();
    stop();
    onTooMuch();
  };
  const next = () => {
    timer = setTimeout(() => void look(), betweenLooks).unref();
  };
  next();
  return stop;
}

async function takesTooMuch(worker: Worker): Promise<boolean> {
  try {
    const { used_heap_size: objects, external_memory: buffers } = await worker.getHeapStatistics();
    return objects > mostMemory * 1024 * 1024 || buffers > mostBuffers * 1024 * 1024;
  } catch {
    // It has ended, of which its owner hears.
    return false;
  }
}
