import { basename } from 'node:path';
import {
  ArmillaryError,
  type HostMessage,
  isShellMethodName,
  type ShellEvent,
  type ShellMethodName,
  type ShellMethods,
  type ShellResult,
  shellMethods,
  WindowMessage,
} from '../../contract/index.ts';
import type { Lease } from './engines.ts';
import { announceState, type Host } from './host.ts';
import { newNotebookPath, refuseTaken } from './notebook-file.ts';
import { notebookName } from './recent.ts';
import type { Watch } from './watch/watch.ts';
import { toWireError } from './wire-error.ts';

type Received<M extends ShellMethodName> = ReturnType<ShellMethods[M]['params']['parse']>;
type ShellHandlers = { [M in ShellMethodName]: (params: Received<M>) => ShellResult<M> | Promise<ShellResult<M>> };

/** What a window's host does in its own way. Null where the analyst cancelled. */
export interface WindowDoors extends Pick<ShellHandlers, 'newWindow' | 'pickFiles' | 'saveFile' | 'openLink'> {
  send(message: HostMessage): void;
  /** Asks where a new notebook goes. */
  chooseNewNotebook(): Promise<string | null>;
  /** Asks for a folder to import. */
  chooseFolder(): Promise<string | null>;
  /** The folder to watch: what the window names, where the host lets it, or what the analyst is asked for. */
  chooseWatched(path: string | undefined): Promise<string | null>;
  /** Asks which notebook to open. */
  chooseNotebook(): Promise<string | null>;
  reveal(file: string): void;
  /** The window has another notebook now, or none. */
  notebookChanged(file: string | null): void;
}

/** How a window's last save before it closes went. `silent`: it did not answer in time. */
export type FlushOutcome = { kind: 'saved' } | { kind: 'problem'; problem: string } | { kind: 'silent' };

/** A host's side of one window: which notebook it has open, and the answers to what it asks. */
export interface WindowSession {
  /** Takes what came from the window. False where it is not a message of the contract, and then nothing was done. */
  receive(message: unknown): boolean;
  open(file: string, mode: 'open' | 'create'): Promise<void>;
  file(): string | null;
  tell(event: ShellEvent): void;
  /** Asks the window to save now, where it may have something to save. */
  flush(timeoutMs: number): Promise<FlushOutcome>;
  /** The window is gone. */
  close(): Promise<void>;
}

export function createWindowSession(host: Host, doors: WindowDoors): WindowSession {
  let lease: Lease | null = null;
  /** The notebook whose engine stopped by itself; opened again when the window next asks. */
  let lost: string | null = null;
  /** Whether the page has spoken to the engine: before that there is nothing it could have to save. */
  let atWork = false;
  let flushing: ((outcome: FlushOutcome) => void) | null = null;

  async function leave(): Promise<void> {
    const left = lease;
    lease = null;
    lost = null;
    atWork = false;
    await left?.leave();
  }

  async function open(file: string, mode: 'open' | 'create'): Promise<{ file: string; name: string }> {
    const next = await host.engines.lease(
      { file, mode },
      {
        onMessage: (message) => doors.send({ type: 'engine', message }),
        onLost: (reason) => {
          lost = next.file;
          lease = null;
          doors.send({ type: 'engine-lost', reason });
        },
      },
    );
    // Only now: where the next notebook cannot be opened, the window keeps the one it has.
    await leave();
    lease = next;
    atWork = false;
    host.recent.opened(next.file);
    host.leftOpen.opened(next.file);
    doors.notebookChanged(next.file);
    announceState(host);
    return { file: next.file, name: notebookName(next.file) };
  }

  function recentFile(file: string): string {
    const known = host.recent.list().find((entry) => entry.file === file);
    if (known === undefined) throw new ArmillaryError('not-found', 'That notebook is not in the list of recent ones. Open it by its file.');
    if (known.missing) throw new ArmillaryError('not-found', `${file} is not there. It was moved or deleted, or its disk is away.`);
    return file;
  }

  function watchOfNotebook(): Watch {
    const watch = lease === null ? null : host.watches.of(lease.file);
    if (watch === null) throw noNotebook();
    return watch;
  }

  const handlers: ShellHandlers = {
    async state() {
      const again = lost;
      lost = null;
      if (again !== null) await open(again, 'open');
      return {
        kind: host.kind,
        version: host.version,
        platform: process.platform,
        notebook: lease === null ? null : { file: lease.file, name: notebookName(lease.file) },
        recent: host.recent.list(),
        folder: host.folders.notebooks,
        preferences: host.preferences.read(),
      };
    },
    async newNotebook({ name }) {
      const file = name === undefined ? await doors.chooseNewNotebook() : newNotebookPath(host.folders.notebooks, name);
      if (file === null) return null;
      refuseTaken(file);
      return open(file, 'create');
    },
    async openNotebook({ recent }) {
      const file = recent === undefined ? await doors.chooseNotebook() : recentFile(recent);
      return file === null ? null : open(file, 'open');
    },
    forgetRecent({ file }) {
      host.recent.forget(file);
      announceState(host);
      return {};
    },
    async closeNotebook() {
      if (lease !== null) host.leftOpen.closed(lease.file);
      await leave();
      doors.notebookChanged(null);
      announceState(host);
      return {};
    },
    revealNotebook() {
      if (lease !== null) doors.reveal(lease.file);
      return {};
    },
    setPreferences({ preferences }) {
      host.preferences.write(preferences);
      announceState(host, session);
      return {};
    },
    flushed({ problem }) {
      flushing?.(problem === null ? { kind: 'saved' } : { kind: 'problem', problem });
      return {};
    },
    newWindow: doors.newWindow,
    pickFiles: doors.pickFiles,
    async pickFolder() {
      const path = await doors.chooseFolder();
      if (path === null) return null;
      if (lease === null) throw noNotebook();
      const name = basename(path);
      return { grant: lease.grant([{ path, name }]), name };
    },
    watched: () => (lease === null ? null : (host.watches.of(lease.file)?.state() ?? null)),
    async watchFolder({ path, present }) {
      const folder = await doors.chooseWatched(path);
      if (folder === null) return null;
      const watch = watchOfNotebook();
      await watch.begin(folder, present);
      return watch.state();
    },
    changeWatched({ change }) {
      const watch = watchOfNotebook();
      watch.change(change);
      return watch.state();
    },
    saveFile: doors.saveFile,
    openLink: doors.openLink,
  };

  async function answer<M extends ShellMethodName>(method: M, params: unknown): Promise<ShellResult<M>> {
    const parsed = shellMethods[method].params.safeParse(params);
    if (!parsed.success) throw new ArmillaryError('invalid', `The host does not understand this ${method}.`, parsed.error.message);
    // The compiler cannot see that shellMethods[method] and Received<M> speak of the same M.
    return handlers[method](parsed.data as Received<M>);
  }

  async function shellCall(id: number, method: string, params: unknown): Promise<void> {
    try {
      if (!isShellMethodName(method)) throw new ArmillaryError('invalid', `The host has no method ${method}.`);
      doors.send({ type: 'answer', id, value: await answer(method, params) });
    } catch (error) {
      doors.send({ type: 'refusal', id, error: toWireError(error) });
    }
  }

  const session: WindowSession = {
    receive(received) {
      const parsed = WindowMessage.safeParse(received);
      if (!parsed.success) return false;
      const message = parsed.data;
      if (message.type === 'shell') void shellCall(message.id, message.method, message.params);
      else {
        atWork = true;
        lease?.send(message.message);
      }
      return true;
    },
    async open(file, mode) {
      await open(file, mode);
    },
    file: () => lease?.file ?? null,
    tell: (event) => doors.send({ type: 'event', event }),
    flush(timeoutMs) {
      if (!atWork) return Promise.resolve({ kind: 'saved' });
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle({ kind: 'silent' }), timeoutMs);
        const settle = (outcome: FlushOutcome) => {
          clearTimeout(timer);
          flushing = null;
          resolve(outcome);
        };
        flushing = settle;
        doors.send({ type: 'event', event: { type: 'flush' } });
      });
    },
    async close() {
      host.windows.delete(session);
      flushing?.({ kind: 'silent' });
      await leave();
    },
  };
  host.windows.add(session);
  return session;
}

function noNotebook(): ArmillaryError {
  return new ArmillaryError('not-found', 'No notebook is open in this window. Open one first.');
}
