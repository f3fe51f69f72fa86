/** A thread of the importer that does, on files of certain names, what the fault of a parser might do. */
import { parentPort } from 'node:worker_threads';
import type { ToReader } from '../../../main/engine/imports/threads/worker-messages.ts';
import type { JobGiven } from '../../../main/engine/jobs/run.ts';

const faults: Record<string, () => void> = {
  'loops.txt': () => {
    for (;;);
  },
  'loops.bib': () => {
    for (;;);
  },
  'throws.txt': () => {
    throw new Error('what no reader foresaw');
  },
  'exits.txt': () => process.exit(1),
  'eats.txt': () => {
    const eaten: number[][] = [];
    for (;;) eaten.push(new Array<number>(1_000_000).fill(eaten.length));
  },
  'hoards.txt': () => {
    const hoarded: Uint8Array[] = [];
    const pause = new Int32Array(new SharedArrayBuffer(4));
    // Never written to, so that the machine that runs the test has to give nothing for them.
    for (;;) {
      hoarded.push(new Uint8Array(16_000_000));
      Atomics.wait(pause, 0, 0, 5);
    }
  },
};

await import(process.argv[2] ?? '');
// After the listener of the thread itself, which by then has done nothing that cannot wait.
parentPort?.on('message', (message: ToReader | JobGiven) => {
  if ('input' in message) {
    const named = 'file' in message.input ? message.input.file : message.input;
    if ('name' in named) faults[named.name]?.();
  } else if (message.type === 'read') {
    for (const { name } of message.files) faults[name]?.();
  }
});
