import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ArmillaryError, connect, type EngineClient, type EngineMessage } from '../../../contract/index.ts';
import type { FromEngine, ToEngine } from '../../../main/engine/ports.ts';

/** The built engine, in a process of its own. */
export interface BuiltEngine {
  client: EngineClient;
  grant(path: string): void;
  /** The most memory it and its threads ever had. MB; null where the system does not tell. */
  peakMegabytes(): number | null;
  close(): Promise<void>;
}

const entry = fileURLToPath(new URL('../../../build/main/engine.js', import.meta.url));

export async function startBuilt(file: string): Promise<BuiltEngine> {
  const child = fork(entry, { execPath: process.execPath, execArgv: [], serialization: 'advanced' });
  const send = (message: ToEngine) => void child.send(message);
  const listeners = new Set<(message: EngineMessage) => void>();
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: FromEngine) => {
      if (message.type === 'message') for (const listener of listeners) listener(message.message);
      else if (message.type === 'ready') resolve();
      else reject(ArmillaryError.fromWire(message.error));
    });
    send({ type: 'start', start: { file, mode: 'create' } });
  });
  const client = connect(
    {
      send: (message) => send({ type: 'message', message }),
      onMessage(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onClose: () => () => undefined,
    },
    'bench',
  );
  return {
    client,
    grant: (path) => send({ type: 'grant', grant: path, paths: [{ path, name: 'bench' }] }),
    peakMegabytes() {
      try {
        const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
        return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1_000);
      } catch {
        return null;
      }
    },
    close() {
      const closed = new Promise<void>((resolve) => child.on('exit', () => resolve()));
      send({ type: 'close' });
      return closed;
    },
  };
}
