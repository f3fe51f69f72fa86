/** Where a thread begins that does jobs beside the engine. */
import { parentPort } from 'node:worker_threads';
import { ArmillaryError } from '../../../contract/index.ts';
import { onLife } from '../imports/threads/life.ts';
import { doJob } from './jobs.ts';
import type { FromThread, JobGiven } from './run.ts';
import type { Tell } from './tell.ts';

/** Milliseconds between two messages of how far it is. */
const pause = 100;

function post(message: FromThread): void {
  parentPort?.postMessage(message);
}

let label = '';
let told = 0;
const tell: Tell = (progress) => {
  const now = Date.now();
  if (progress.label === label && now - told < pause) return;
  label = progress.label;
  told = now;
  post({ type: 'progress', progress });
};

onLife(() => tell({ done: 0, total: null, label }));

parentPort?.on('message', (given: JobGiven) => void work(given));

/** What no job foresaw ends the thread: whoever waits for it hears of that. */
async function work({ name, input }: JobGiven): Promise<void> {
  label = '';
  try {
    post({ type: 'done', value: await doJob(name, input, tell) });
  } catch (error) {
    if (!(error instanceof ArmillaryError)) throw error;
    post({ type: 'failed', error: error.toWire() });
  }
}
