import { availableParallelism } from 'node:os';
import type { ArmillaryError } from '../../../../contract/index.ts';
import type { FileToRead, Item } from '../prepared.ts';
import { timeLimit, tooSlow } from './reader-errors.ts';
import { type ReaderThread, startReader } from './reader-thread.ts';
import { watchWork } from './watch-work.ts';
import type { Chunk } from './worker-messages.ts';

/** An item with the file it comes from and that file's bytes, where there are any to keep. */
export interface Delivered {
  file: FileToRead;
  item: Item;
  bytes: Uint8Array | null;
}

/** An import under way, for the readers. */
export interface Run {
  id: number;
  /** SHA-256 of what need not be read. */
  known: ReadonlySet<string>;
  /** Takes what came of the files, in the order of each job. The reader waits until it resolves. */
  deliver(items: Delivered[], throughWith: FileToRead[]): Promise<void>;
}

export interface Pool {
  /** Files that may be asked for at a time without anybody waiting in vain. */
  readonly jobs: number;
  /** Reads a few files, one after another. Resolves when all that came of them was taken; never rejects. */
  read(run: Run, files: readonly FileToRead[]): Promise<void>;
  /** Forgets an import, and drops what of it was not begun. */
  end(run: Run): void;
  /** Ends the threads. */
  close(): void;
}

interface Job {
  id: number;
  run: Run;
  files: readonly FileToRead[];
  size: number;
  /** How many of its files are through. */
  done: number;
  bytes: Map<string, Uint8Array>;
  settle(): void;
}

interface Slot {
  thread: ReaderThread;
  /** What it was given; the first is at work. */
  jobs: Job[];
  runs: Set<number>;
  /** Ends the watch over the job at work. */
  stopWatching: () => void;
  idle: NodeJS.Timeout | undefined;
}

/** Jobs a thread is given ahead, so that it does not wait while the engine writes. */
const ahead = 2;
/** With more than this at work or ahead, a thread is given nothing else. Bytes. */
const aheadBytes = 1_000_000;
/** Threads without work end after this. Milliseconds. */
const idleMs = 30_000;
/** More would only wait for the one writer. */
const mostThreads = 4;

/** Threads that read files: as many as leave a core to the engine, and two at least, because the engine waits for the disk now and then. */
export function createPool(size = Math.min(mostThreads, Math.max(2, availableParallelism() - 1)), start = startReader): Pool {
  const slots: Slot[] = [];
  let waiting: Job[] = [];
  const ended = new WeakSet<Run>();
  let last = 0;

  function dispatch(): void {
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      const slot = freeSlot();
      if (slot === null) return;
      waiting.shift();
      give(slot, job);
    }
  }

  /** The thread with the least to do; a new one where all have work and there may be more. */
  function freeSlot(): Slot | null {
    const idle = slots.find(({ jobs }) => jobs.length === 0);
    if (idle !== undefined) return idle;
    if (slots.length < size) return addSlot();
    const least = slots.reduce((fewest, slot) => (slot.jobs.length < fewest.jobs.length ? slot : fewest));
    const load = least.jobs.reduce((sum, job) => sum + job.size, 0);
    return least.jobs.length < ahead && load <= aheadBytes ? least : null;
  }

  function addSlot(): Slot {
    const slot: Slot = {
      thread: start({ onChunk, onLife: () => watch(slot), onEnd }),
      jobs: [],
      runs: new Set(),
      stopWatching: () => undefined,
      idle: undefined,
    };
    function onChunk(chunk: Chunk): void {
      void take(slot, chunk);
    }
    function onEnd(error: ArmillaryError): void {
      lose(slot, error);
    }
    slots.push(slot);
    return slot;
  }

  function give(slot: Slot, job: Job): void {
    clearTimeout(slot.idle);
    const { run } = job;
    if (!slot.runs.has(run.id)) {
      slot.runs.add(run.id);
      slot.thread.send({ type: 'begin', run: run.id, known: run.known });
    }
    slot.thread.hold();
    slot.thread.send({ type: 'read', run: run.id, job: job.id, files: job.files });
    slot.jobs.push(job);
    if (slot.jobs.length === 1) watch(slot);
  }

  /** Begins to count the time of the job that is at work now. */
  function watch(slot: Slot): void {
    slot.stopWatching();
    const [job] = slot.jobs;
    if (job === undefined) {
      slot.thread.release();
      slot.idle = setTimeout(() => drop(slot), idleMs).unref();
      return;
    }
    const limit = timeLimit(job.size);
    void slot.thread.ready.then(() => {
      if (slot.jobs[0] !== job || !slots.includes(slot)) return;
      slot.stopWatching();
      slot.stopWatching = watchWork(slot.thread, limit, () => lose(slot, tooSlow(limit)));
    });
  }

  async function take(slot: Slot, chunk: Chunk): Promise<void> {
    const [job] = slot.jobs;
    if (job === undefined || job.id !== chunk.job) return;
    for (const { sha256, file, bytes } of chunk.kept) {
      const from = job.files[file]?.from;
      const kept = bytes ?? (from !== undefined && 'bytes' in from ? from.bytes : null);
      if (kept !== null) job.bytes.set(sha256, kept);
    }
    if (chunk.last) slot.jobs.shift();
    else slot.stopWatching();
    if (chunk.last) watch(slot);
    if (!ended.has(job.run)) await job.run.deliver(delivered(job, chunk), job.files.slice(job.done, chunk.done));
    job.done = chunk.done;
    if (chunk.last) {
      job.settle();
    } else {
      slot.thread.send({ type: 'more' });
      watch(slot);
    }
    dispatch();
  }

  /** A thread that died or was given up: the file it was at fails, the others are read again by another. */
  function lose(slot: Slot, error: ArmillaryError): void {
    drop(slot);
    const [atWork, ...others] = slot.jobs;
    slot.jobs = [];
    const again: Job[] = others;
    if (atWork !== undefined) {
      const left = atWork.files.slice(atWork.done);
      const [only, second] = left;
      if (only !== undefined && second === undefined) {
        const item: Item = { name: only.name, outcome: { kind: 'failed', error: error.toWire() } };
        const told = ended.has(atWork.run) ? Promise.resolve() : atWork.run.deliver([{ file: only, item, bytes: null }], [only]);
        void told.then(atWork.settle);
      } else {
        // Which of them it was is not known: each by itself.
        let open = left.length;
        const settle = () => {
          open -= 1;
          if (open === 0) atWork.settle();
        };
        again.unshift(...left.map((file) => newJob(atWork.run, [file], settle)));
      }
    }
    waiting = [...again, ...waiting];
    dispatch();
  }

  function drop(slot: Slot): void {
    slot.stopWatching();
    clearTimeout(slot.idle);
    const at = slots.indexOf(slot);
    if (at !== -1) slots.splice(at, 1);
    slot.thread.end();
  }

  function newJob(run: Run, files: readonly FileToRead[], settle: () => void): Job {
    last += 1;
    return { id: last, run, files, size: files.reduce((sum, file) => sum + file.size, 0), done: 0, bytes: new Map(), settle };
  }

  return {
    jobs: size * ahead,
    read(run, files) {
      return new Promise((resolve) => {
        waiting.push(newJob(run, files, resolve));
        dispatch();
      });
    },
    end(run) {
      ended.add(run);
      const dropped = waiting.filter((job) => job.run === run);
      waiting = waiting.filter((job) => job.run !== run);
      for (const job of dropped) job.settle();
      for (const slot of slots) if (slot.runs.delete(run.id)) slot.thread.send({ type: 'end', run: run.id });
    },
    close() {
      for (const slot of [...slots]) drop(slot);
    },
  };
}

function delivered({ files, bytes }: Job, { items }: Chunk): Delivered[] {
  return items.flatMap(({ file, item }) => {
    const from = files[file];
    const { outcome } = item;
    const kept = outcome.kind === 'read' ? (bytes.get(outcome.document.original.sha256) ?? null) : null;
    return from === undefined ? [] : [{ file: from, item, bytes: kept }];
  });
}
