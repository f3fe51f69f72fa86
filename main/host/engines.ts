import type { ClientMessage, EngineMessage } from '../../contract/index.ts';
import type { EngineStart, GrantedPath } from '../engine/ports.ts';
import type { EngineProcess } from './engine-process.ts';
import { canonicalFile } from './notebook-file.ts';

/** One window's use of a notebook's engine. */
export interface Lease {
  readonly file: string;
  send(message: ClientMessage): void;
  /** Lets the window have these paths read; it names them by the grant. */
  grant(paths: readonly GrantedPath[]): string;
  /** Gives it back; the last one closes the engine, and then this resolves when everything is on disk. */
  leave(): Promise<void>;
}

export interface LeaseListeners {
  /** Answers to this lease's own calls, and what changed. */
  onMessage(message: EngineMessage): void;
  onLost(reason: string): void;
}

/** The engines at work in this host: one a notebook, however many windows have it open. */
export interface Engines {
  lease(start: EngineStart, listeners: LeaseListeners): Promise<Lease>;
  closeAll(): Promise<void>;
}

interface Running {
  process: Promise<EngineProcess>;
  leases: number;
  /** Ends what goes on beside it. */
  endBeside: () => void;
}

/** What the host itself does with an engine as long as it is there. Returns what ends that. */
type Beside = (start: EngineStart, process: EngineProcess) => () => void;

/** Follows a lease's calls, so that answers go to the window that asked and nobody waits for one that has left. */
function track(process: EngineProcess) {
  const calls = new Map<string, { client: string; id: number }>();
  const clients = new Set<string>();
  return {
    sent(message: ClientMessage) {
      clients.add(message.client);
      if (message.type === 'call') calls.set(`${message.client} ${message.id}`, { client: message.client, id: message.id });
    },
    concerns(message: EngineMessage): boolean {
      if (message.type === 'changed') return true;
      if (message.type !== 'progress') calls.delete(`${message.client} ${message.id}`);
      return clients.has(message.client);
    },
    cancelAll() {
      for (const { client, id } of calls.values()) process.send({ type: 'cancel', client, id });
    },
  };
}

export function createEngines(
  startEngine: (start: EngineStart) => Promise<EngineProcess>,
  beside: Beside = () => () => undefined,
): Engines {
  const running = new Map<string, Running>();
  /** Engines on their way out: a file is opened again only when the one before has let go of it. */
  const closing = new Map<string, Promise<void>>();

  function close(file: string, engine: Running): Promise<void> {
    running.delete(file);
    const closed = engine.process
      .then((process) => {
        engine.endBeside();
        return process.close();
      })
      .finally(() => {
        if (closing.get(file) === closed) closing.delete(file);
      });
    closing.set(file, closed);
    return closed;
  }

  async function start(file: string, given: EngineStart): Promise<Running> {
    await closing.get(file);
    const there = running.get(file);
    if (there !== undefined) return there;
    const engine: Running = { process: startEngine({ ...given, file }), leases: 0, endBeside: () => undefined };
    running.set(file, engine);
    const forget = () => {
      engine.endBeside();
      if (running.get(file) === engine) running.delete(file);
    };
    engine.process.then((process) => {
      process.onLost(forget);
      engine.endBeside = beside({ ...given, file }, process);
    }, forget);
    return engine;
  }

  return {
    async lease(given, listeners) {
      const file = canonicalFile(given.file);
      const engine = await start(file, given);
      engine.leases += 1;
      const process = await engine.process;
      const calls = track(process);
      const stops = [
        process.onMessage((message) => {
          if (calls.concerns(message)) listeners.onMessage(message);
        }),
        process.onLost((reason) => listeners.onLost(reason)),
      ];
      let left: Promise<void> | null = null;
      return {
        file,
        send(message) {
          if (left !== null) return;
          calls.sent(message);
          process.send(message);
        },
        grant: (paths) => process.grant(paths),
        leave() {
          if (left !== null) return left;
          for (const stop of stops) stop();
          calls.cancelAll();
          engine.leases -= 1;
          left = engine.leases === 0 && running.get(file) === engine ? close(file, engine) : Promise.resolve();
          return left;
        },
      };
    },
    async closeAll() {
      await Promise.all([...running].map(([file, engine]) => close(file, engine)));
      await Promise.all(closing.values());
    },
  };
}
