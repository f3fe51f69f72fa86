import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  ArmillaryError,
  connect,
  type EngineClient,
  type ImportReport,
  type WatchChange,
  type WatchedFolder,
} from '../../../contract/index.ts';
import type { EngineProcess } from '../engine-process.ts';
import type { JsonFile } from '../json-file.ts';
import { toWireError } from '../wire-error.ts';
import { type Found, followFolder } from './follow.ts';
import { lookInto, type Stamp } from './look.ts';
import { changed, clear, emptyRecord, failAll, isDone, leaveOut, noteReport, reportOf, tryAgain, type WatchRecord } from './record.ts';

/** Taken in at a time: what became of them is remembered, and told, after each. */
const mostAtOnce = 200;

/** The folder that is watched for a notebook, while that is open. */
export interface Watch {
  /** Null where there is none. */
  state(): WatchedFolder | null;
  /** Watches this folder from now on. Throws, and goes on as it was, where it cannot be looked into. */
  begin(folder: string, present: boolean): Promise<void>;
  change(change: WatchChange): void;
  /** The notebook is being closed. */
  end(): void;
}

interface WatchOptions {
  notebook: string;
  store: JsonFile<WatchRecord>;
  engine: EngineProcess;
  /** Told when the state is not what it was. */
  tell(): void;
  /** Between two looks, milliseconds. */
  pause?: number;
}

export function createWatch({ notebook, store, engine, tell, pause }: WatchOptions): Watch {
  const client = clientOf(engine);
  let record = store.read();
  let present: ReadonlyMap<string, Stamp> | null = null;
  let why = '';
  let growing = 0;
  let comingIn = 0;
  let stop: () => void = () => undefined;

  function keep(next: WatchRecord): void {
    record = next;
    store.write(next);
    tell();
  }

  /** Goes by the record: follows its folder, or nothing. */
  function follow(): void {
    stop();
    present = null;
    why = '';
    growing = 0;
    comingIn = 0;
    const { folder, paused } = record;
    if (folder === null || paused) return;
    const stopping = new AbortController();
    const unfollow = followFolder(
      folder,
      {
        isDone: (found) => isDone(record, found),
        onLook(now, stillGrowing) {
          const isNews = why !== '' || growing !== stillGrowing || present?.size !== now.size;
          present = now;
          why = '';
          growing = stillGrowing;
          if (isNews) tell();
        },
        onFiles: (files) => takeIn(folder, files, stopping.signal),
        onAway(reason) {
          if (why === reason.message) return;
          why = reason.message;
          growing = 0;
          tell();
        },
      },
      pause,
    );
    stop = () => {
      unfollow();
      stopping.abort();
      stop = () => undefined;
    };
  }

  async function takeIn(folder: string, files: readonly Found[], signal: AbortSignal): Promise<void> {
    const unseen: Found[] = [];
    for (const found of files) if (!(await cameInBefore(folder, found))) unseen.push(found);
    for (let at = 0; at < unseen.length && !signal.aborted; at += mostAtOnce) {
      const some = unseen.slice(at, at + mostAtOnce);
      comingIn = unseen.length - at;
      tell();
      const report = await importSome(folder, some, signal);
      // Another folder may be watched by now; what came of this one belongs to it no more.
      if (record.folder === folder) keep(noteReport(record, some, report, today()));
    }
    if (!signal.aborted) comingIn = 0;
    tell();
  }

  async function importSome(folder: string, files: readonly Found[], signal: AbortSignal): Promise<ImportReport> {
    const grant = engine.grant(files.map(({ name }) => ({ path: join(folder, name), name })));
    try {
      return await client.call('imports.folder', { grant }, { signal });
    } catch (error) {
      if (signal.aborted) return { imported: [], skipped: [], failed: [], cancelled: files.map(({ name }) => name) };
      return failAll(files, toWireError(error));
    }
  }

  /** Sees whether a file that has changed since it came in is another; then that is told, and it does not come in twice. */
  async function cameInBefore(folder: string, found: Found): Promise<boolean> {
    const document = record.files[found.name]?.document ?? null;
    if (document === null) return false;
    try {
      const isOther = (await sha256Of(join(folder, found.name))) !== document.sha256;
      if (record.folder === folder) keep(changed(record, found, isOther));
      return true;
    } catch {
      // The import says what is the matter with it.
      return false;
    }
  }

  const changes: Record<WatchChange, () => WatchRecord> = {
    pause: () => ({ ...record, paused: true }),
    'go-on': () => ({ ...record, paused: false }),
    'try-again': () => tryAgain(record),
    clear: () => clear(record),
    stop: () => emptyRecord(notebook),
  };

  follow();
  return {
    state() {
      const { folder, paused } = record;
      if (folder === null) return null;
      return {
        folder: fromHome(folder),
        state: paused ? 'paused' : why === '' ? 'watching' : 'away',
        reason: why,
        coming: growing + comingIn,
        today: record.today.day === today() ? record.today.count : 0,
        report: reportOf(record, present),
      };
    },
    async begin(folder, takePresent) {
      const there = await lookInto(folder);
      const fresh = { ...emptyRecord(notebook), folder };
      keep(takePresent ? fresh : leaveOut(fresh, there));
      follow();
    },
    change(change) {
      if (record.folder === null) throw new ArmillaryError('not-found', 'No folder is watched for this notebook.');
      keep(changes[change]());
      if (change !== 'clear') follow();
    },
    end() {
      stop();
    },
  };
}

function clientOf(engine: EngineProcess): EngineClient {
  return connect({ send: engine.send, onMessage: engine.onMessage, onClose: engine.onLost }, `watched-folder-${crypto.randomUUID()}`);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The calendar's day where the analyst is. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`;
}

function fromHome(folder: string): string {
  const home = homedir();
  return folder === home || folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder;
}
