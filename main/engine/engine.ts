import { rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Database } from 'better-sqlite3';
import { v7 } from 'uuid';
import { type ClientMessage, type EngineMessage, Noun, type Wire } from '../../contract/index.ts';
import { aliases } from './aliases/index.ts';
import { collections } from './collections/index.ts';
import { documents } from './documents/index.ts';
import { exporting } from './exports/index.ts';
import { history } from './history/index.ts';
import { ids } from './ids/index.ts';
import { imports } from './imports/index.ts';
import { type OpenMode, openDatabase } from './kernel/database.ts';
import { createDispatcher, type HandlerTable } from './kernel/dispatch.ts';
import { findMigrations, migrate, readMigrations } from './kernel/migrate.ts';
import { watchOutsideChanges } from './kernel/outside.ts';
import { startSession } from './kernel/session.ts';
import { trackSteps } from './kernel/steps.ts';
import { createNotebook, notebook } from './notebook/index.ts';
import { notes } from './notes/index.ts';
import { passages } from './passages/index.ts';
import type { GrantedPath } from './ports.ts';
import { sample } from './sample/index.ts';
import { drainIndexQueue, openVocabulary, renewIndex, search } from './search/index.ts';
import { searches } from './searches/index.ts';
import { keepSimilar, similar } from './similar/index.ts';
import { spheres } from './spheres/index.ts';
import { versions } from './versions/index.ts';

const handlers: HandlerTable = {
  ...notebook,
  ...sample,
  ...ids,
  ...documents,
  ...passages,
  ...collections,
  ...spheres,
  ...versions,
  ...similar,
  ...notes,
  ...search,
  ...searches,
  ...aliases,
  ...imports,
  ...exporting,
  ...history,
};

export interface EngineOptions {
  /** Path of the notebook's file. */
  file: string;
  mode: OpenMode;
  /** Who made the notebook, where it is made now. Default: the name of the account. */
  analyst?: string;
}

/** The notebook, open. Speaks the contract to any number of clients. */
export interface Engine {
  receive(message: ClientMessage): void;
  /** Returns a function that stops listening. */
  onMessage(listener: (message: EngineMessage) => void): () => void;
  /** A wire for a client in this process. */
  wire(): Wire;
  /** Lets clients have these paths read, which they name by the grant alone. */
  grant(grant: string, paths: readonly GrantedPath[]): void;
  /** Cancels what runs, writes the log back into the one file, lets go of it. */
  close(): void;
}

/** Opens or makes a notebook. Throws an `ArmillaryError` that says why not; then nothing was changed. */
export function openEngine({ file, mode, analyst = userInfo().username }: EngineOptions): Engine {
  const now = () => new Date().toISOString();
  const newId = () => v7();
  const db = openDatabase(file, mode);
  try {
    migrate(db, file, readMigrations(findMigrations()), now);
    if (mode === 'create') createNotebook(db, { analyst, now, newId });
    return serve(db, file, { now, newId });
  } catch (error) {
    db.close();
    if (mode === 'create') rmSync(file, { force: true });
    throw error;
  }
}

function serve(db: Database, file: string, { now, newId }: { now: () => string; newId: () => string }): Engine {
  const listeners = new Set<(message: EngineMessage) => void>();
  const send = (message: EngineMessage) => {
    for (const listener of listeners) listener(message);
  };
  const currentAnalyst = db.prepare<[], string>('SELECT analyst_id FROM notebook').pluck();
  const grants = new Map<string, readonly GrantedPath[]>();
  const contextOf = startSession({
    db,
    file,
    granted: (grant) => grants.get(grant),
    steps: trackSteps(db),
    analystId: () => currentAnalyst.get() ?? '',
    now,
    newId,
    drain: drainIndexQueue,
    tell: (changed) => send({ type: 'changed', changed }),
  });
  const dispatcher = createDispatcher(handlers, contextOf, send);
  openVocabulary(db);
  const stopRenewing = renewIndex(db, () => send({ type: 'changed', changed: { nouns: ['searches'], documents: [], client: null } }));
  const stopComparing = keepSimilar(db, () => send({ type: 'changed', changed: { nouns: ['similar'], documents: [], client: null } }));
  const stopWatching = watchOutsideChanges(db, () =>
    send({ type: 'changed', changed: { nouns: [...Noun.options], documents: null, client: null } }),
  );
  const onMessage = (listener: (message: EngineMessage) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const closeListeners = new Set<(reason: string) => void>();

  return {
    receive: dispatcher.receive,
    onMessage,
    grant: (grant, paths) => void grants.set(grant, paths),
    wire: () => ({
      send: dispatcher.receive,
      onMessage,
      onClose(listener) {
        closeListeners.add(listener);
        return () => closeListeners.delete(listener);
      },
    }),
    close() {
      stopWatching();
      stopRenewing();
      stopComparing();
      dispatcher.cancelAll();
      // What an import was writing: nobody was told that it is in.
      if (db.inTransaction) db.exec('ROLLBACK');
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
      for (const listener of closeListeners) listener('The notebook was closed.');
    },
  };
}
