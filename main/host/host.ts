import { join } from 'node:path';
import { Preferences } from '../../contract/index.ts';
import { startEngine } from './engine-process.ts';
import { createEngines, type Engines } from './engines.ts';
import type { Folders } from './folders.ts';
import { type JsonFile, jsonFile } from './json-file.ts';
import { createLeftOpen, type LeftOpen, LeftOpenFile } from './left-open.ts';
import { createRecent, type Recent, RecentFile } from './recent.ts';
import { createWatches, type Watches } from './watch/watches.ts';
import type { WindowSession } from './window-session.ts';

/** What all windows of one running program share. */
export interface Host {
  kind: 'desktop' | 'browser';
  version: string;
  folders: Folders;
  engines: Engines;
  watches: Watches;
  recent: Recent;
  leftOpen: LeftOpen;
  preferences: JsonFile<Preferences>;
  windows: Set<WindowSession>;
}

export interface HostOptions {
  kind: Host['kind'];
  version: string;
  folders: Folders;
  /** A Node for the engine where the host's own is too old for it. */
  engineNode: string | null;
  /** Shows the analyst a message that belongs to no window. */
  warn(message: string): void;
}

export function createHost({ kind, version, folders, engineNode, warn }: HostOptions): Host {
  const setting = (name: string) => join(folders.settings, name);
  const windows = new Set<WindowSession>();
  const watches = createWatches({
    folder: setting('watched'),
    warn,
    tell(notebook) {
      for (const window of windows) if (window.file() === notebook) window.tell({ type: 'watched' });
    },
  });
  return {
    kind,
    version,
    folders,
    engines: createEngines((start) => startEngine(start, engineNode), watches.accompany),
    watches,
    recent: createRecent(jsonFile({ path: setting('recent.json'), schema: RecentFile, empty: [], warn })),
    leftOpen: createLeftOpen(jsonFile({ path: setting('left-open.json'), schema: LeftOpenFile, empty: { file: null }, warn })),
    preferences: jsonFile({ path: setting('preferences.json'), schema: Preferences, empty: {}, warn }),
    windows,
  };
}

/** Tells every window but the one that did it that the recent list or the preferences are not what they were. */
export function announceState(host: Host, by: WindowSession | null = null): void {
  for (const window of host.windows) if (window !== by) window.tell({ type: 'state' });
}
