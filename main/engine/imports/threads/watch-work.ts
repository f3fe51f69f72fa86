/** When a thread is first asked what it worked: most files are read by then. Milliseconds. */
const firstLook = 1_000;
/** However little else the machine lets it work, it is given up after so many times its limit. */
const mostPatience = 6;
/** Milliseconds. */
const shortestWait = 500;

interface Worked {
  /** Milliseconds of a processor's time since the thread began; null where it does not answer. */
  worked(): Promise<number | null>;
}

/**
 * Calls `onSlow` once a processor has worked `limit` milliseconds for a thread: on a machine with much else to do that is
 * later than the clock says, which is no fault of the file. Returns what ends the watch.
 */
export function watchWork(thread: Worked, limit: number, onSlow: () => void): () => void {
  let timer = setTimeout(() => void begin(), firstLook);
  let stopped = false;
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
  };

  async function begin(): Promise<void> {
    const before = await thread.worked();
    wait(limit - firstLook, limit * mostPatience - firstLook, before);
  }

  function wait(ms: number, patience: number, before: number | null): void {
    if (!stopped) timer = setTimeout(() => void look(patience - ms, before), ms);
  }

  async function look(patience: number, before: number | null): Promise<void> {
    const now = await thread.worked();
    if (stopped) return;
    const left = before === null || now === null ? 0 : limit - firstLook - (now - before);
    if (left > 0 && patience > 0) return wait(Math.max(shortestWait, left), patience, before);
    stop();
    onSlow();
  }

  return stop;
}
