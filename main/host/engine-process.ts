import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ArmillaryError, type ClientMessage, type EngineMessage } from '../../contract/index.ts';
import type { EngineStart, FromEngine, GrantedPath, ToEngine } from '../engine/ports.ts';

/** An engine at work beside its host. */
export interface EngineProcess {
  send(message: ClientMessage): void;
  /** Lets clients of the engine have these paths read; they name them by the grant. */
  grant(paths: readonly GrantedPath[]): string;
  onMessage(listener: (message: EngineMessage) => void): () => void;
  /** Called once, when the engine stops though nobody closed it. */
  onLost(listener: (reason: string) => void): () => void;
  /** Resolves when everything is on disk and the engine is gone. */
  close(): Promise<void>;
}

/** The engine's entry: a neighbour of the bundle this stands in, or the source where there is no bundle (in tests). */
const entry = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../engine/entry.ts' : './engine.js', import.meta.url));

const lost = 'The part of Armillary that keeps the notebook stopped unexpectedly. What was saved is on disk. Open the notebook again.';

/** A thread or a process, by what they have in common. */
interface Runner {
  post(message: ToEngine): void;
  onMessage(listener: (message: FromEngine) => void): void;
  onExit(listener: () => void): void;
}

function inThread(): Runner {
  const worker = new Worker(entry);
  worker.on('error', (error) => console.error('armillary: the engine failed:', error));
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => worker.on('exit', listener),
  };
}

function inProcess(node: string): Runner {
  const child: ChildProcess = fork(entry, {
    execPath: node,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('error', (error) => console.error('armillary: the engine failed:', error));
  return {
    post: (message) => {
      if (child.connected) child.send(message);
    },
    // The other end is our own entry, which sends nothing else.
    onMessage: (listener) => child.on('message', (message) => listener(message as FromEngine)),
    onExit: (listener) => child.on('exit', listener),
  };
}

/**
 * Starts an engine on a notebook. Rejects with the engine's own words where it cannot be opened. `node` names the Node
 * to run it in when the host's own is too old for the engine; by default it is a thread of the host.
 */
export function startEngine(start: EngineStart, node: string | null = null): Promise<EngineProcess> {
  const runner = node === null ? inThread() : inProcess(node);
  const messageListeners = new Set<(message: EngineMessage) => void>();
  const lostListeners = new Set<(reason: string) => void>();
  let closing = false;
  const exited = new Promise<void>((resolve) => runner.onExit(resolve));

  return new Promise((resolve, reject) => {
    const process: EngineProcess = {
      send: (message) => runner.post({ type: 'message', message }),
      grant(paths) {
        const grant = randomUUID();
        runner.post({ type: 'grant', grant, paths });
        return grant;
      },
      onMessage(listener) {
        messageListeners.add(listener);
        return () => messageListeners.delete(listener);
      },
      onLost(listener) {
        lostListeners.add(listener);
        return () => lostListeners.delete(listener);
      },
      close() {
        if (!closing) runner.post({ type: 'close' });
        closing = true;
        return exited;
      },
    };
    runner.onMessage((message) => {
      if (message.type === 'message') for (const listener of messageListeners) listener(message.message);
      else if (message.type === 'ready') resolve(process);
      else {
        closing = true;
        reject(ArmillaryError.fromWire(message.error));
      }
    });
    void exited.then(() => {
      // Settles nothing where `ready` or `failed` came before.
      reject(new ArmillaryError('internal', 'The notebook could not be opened: the engine stopped at once. Its file was left as it is.'));
      if (!closing) for (const listener of lostListeners) listener(lost);
    });
    runner.post({ type: 'start', start });
  });
}
