/** Where an engine begins that runs beside its host: in a worker thread, or in a forked Node where the host's own is too old. */
import { parentPort } from 'node:worker_threads';
import { ArmillaryError } from '../../contract/index.ts';
import { type Engine, openEngine } from './engine.ts';
import type { EngineStart, FromEngine, ToEngine } from './ports.ts';

function send(message: FromEngine): void {
  if (parentPort !== null) parentPort.postMessage(message);
  // A call that was under way when the notebook was closed ends after it: nobody waits for its answer.
  else if (process.connected) process.send?.(message);
}

function listen(listener: (message: ToEngine) => void): void {
  if (parentPort !== null) parentPort.on('message', listener);
  else process.on('message', listener);
}

let engine: Engine | null = null;

function start(given: EngineStart): void {
  try {
    engine = openEngine(given);
  } catch (error) {
    if (!(error instanceof ArmillaryError)) console.error(error);
    const told =
      error instanceof ArmillaryError
        ? error
        : new ArmillaryError('internal', 'The notebook could not be opened. Its file was left as it is.', String(error));
    send({ type: 'failed', error: told.toWire() });
    // Lets the message leave: exiting at once would drop it.
    setImmediate(leave);
    return;
  }
  engine.onMessage((message) => send({ type: 'message', message }));
  send({ type: 'ready' });
}

/** Lets go of the pipe to the host, so that the thread or process ends by itself with everything sent. */
function leave(): void {
  if (parentPort !== null) parentPort.close();
  else process.disconnect();
}

function close(): void {
  const closing = engine;
  engine = null;
  closing?.close();
  leave();
}

listen((message) => {
  if (message.type === 'start') start(message.start);
  else if (message.type === 'message') engine?.receive(message.message);
  else if (message.type === 'grant') engine?.grant(message.grant, message.paths);
  else close();
});

// A forked engine whose host died must not stay behind with the notebook open.
if (parentPort === null) process.on('disconnect', () => engine?.close());
