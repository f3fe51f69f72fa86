/** Where a thread begins that does one job beside the engine, and ends with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { ArmillaryError } from '../../../contract/index.ts';
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

// Given by run.ts alone.
const { name, input } = workerData as JobGiven;
try {
  post({ type: 'done', value: await doJob(name, input, tell) });
} catch (error) {
  if (error instanceof ArmillaryError) post({ type: 'failed', error: error.toWire() });
  else throw error;
}
