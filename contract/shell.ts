import { z } from 'zod';
import { CommandId } from './commands.ts';
import { ImportFile } from './exchange.ts';
import { WatchChange, WatchedFolder } from './watched.ts';
import type { Wire } from './wire.ts';

export const RecentNotebook = z.object({
  file: z.string(),
  name: z.string(),
  openedAt: z.iso.datetime(),
  /** The file is not there now (moved, or on a disk that is away). */
  missing: z.boolean(),
});
export type RecentNotebook = z.infer<typeof RecentNotebook>;

/** Window furniture that is the analyst's, not the notebook's: theme, pane sizes. Any JSON, by name. */
export const Preferences = z.record(z.string(), z.json());
export type Preferences = z.infer<typeof Preferences>;

export const ShellState = z.object({
  kind: z.enum(['desktop', 'browser']),
  version: z.string(),
  /** `process.platform`; decides between Ctrl and Cmd. */
  platform: z.string(),
  /** The notebook this window has open. */
  notebook: z.object({ file: z.string(), name: z.string() }).nullable(),
  recent: z.array(RecentNotebook),
  /** Where a notebook goes that is made by name alone. */
  folder: z.string(),
  preferences: Preferences,
});
export type ShellState = z.infer<typeof ShellState>;

const nothing = z.object({});
const opened = z.object({ file: z.string(), name: z.string() });

/** What only the host of the window can do. Null where the analyst cancelled a dialog. */
export const shellMethods = {
  state: { params: nothing, result: ShellState },
  /** Desktop: asks where. Browser, or with a name: makes NAME.armillary in the notebooks' folder; `conflict` if it is there. */
  newNotebook: { params: z.object({ name: z.string().trim().min(1).max(120).optional() }), result: opened.nullable() },
  /** With `recent`: one of the recent list, nothing else. Without: desktop asks; browser is `unsupported`. */
  openNotebook: { params: z.object({ recent: z.string().optional() }), result: opened.nullable() },
  forgetRecent: { params: z.object({ file: z.string() }), result: z.object({}) },
  closeNotebook: { params: nothing, result: z.object({}) },
  newWindow: { params: nothing, result: z.object({}) },
  /** Desktop: a file dialog, the files read. Browser: the page's own file chooser stands in, see `Shell.pickFiles`. */
  pickFiles: { params: z.object({ many: z.boolean().default(true) }), result: z.array(ImportFile) },
  /**
   * Desktop: asks for a folder and lets the engine of this window's notebook read it; `imports.folder` takes the grant.
   * Browser: `unsupported`, for the page's own chooser hands in its files.
   */
  pickFolder: { params: nothing, result: z.object({ grant: z.string(), name: z.string() }).nullable() },
  /** The folder watched for this window's notebook; null where there is none. */
  watched: { params: nothing, result: WatchedFolder.nullable() },
  /**
   * Watches a folder for this window's notebook, instead of the one before. Desktop: asks for it. Browser: `path` names it, from
   * the root or from `~`; a hidden folder is `unsupported`. `present`: the files that lie in it now come in too.
   */
  watchFolder: { params: z.object({ path: z.string().optional(), present: z.boolean() }), result: WatchedFolder.nullable() },
  /** What the folder is then; null once it is no longer watched. `not-found` where there is none. */
  changeWatched: { params: z.object({ change: WatchChange }), result: WatchedFolder.nullable() },
  /** Desktop: asks where and writes. Null where cancelled, else the path or name it has. */
  saveFile: {
    params: z.object({ fileName: z.string(), mediaType: z.string(), content: z.union([z.string(), z.instanceof(Uint8Array)]) }),
    result: z.object({ path: z.string() }).nullable(),
  },
  /** https only; the host asks the analyst first. */
  openLink: { params: z.object({ url: z.string() }), result: z.object({ opened: z.boolean() }) },
  revealNotebook: { params: nothing, result: z.object({}) },
  setPreferences: { params: z.object({ preferences: Preferences }), result: z.object({}) },
  /** The window's answer to a `flush`: its unsaved work is on disk (or it says why not, and the host asks). */
  flushed: { params: z.object({ problem: z.string().nullable() }), result: z.object({}) },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>;

export type ShellMethods = typeof shellMethods;
export type ShellMethodName = keyof ShellMethods;
export type ShellParams<M extends ShellMethodName> = z.input<ShellMethods[M]['params']>;
export type ShellResult<M extends ShellMethodName> = z.output<ShellMethods[M]['result']>;

export function isShellMethodName(name: string): name is ShellMethodName {
  return Object.hasOwn(shellMethods, name);
}

/** What a host tells its window. */
export const ShellEvent = z.discriminatedUnion('type', [
  /** A menu item was chosen. */
  z.object({ type: z.literal('command'), command: CommandId }),
  /** The window is about to close: save now, then call `flushed`. */
  z.object({ type: z.literal('flush') }),
  /** The recent list, the notebook or the preferences changed. */
  z.object({ type: z.literal('state') }),
  /** The folder watched for this window's notebook, or what came of it, is not what it was. */
  z.object({ type: z.literal('watched') }),
]);
export type ShellEvent = z.infer<typeof ShellEvent>;

/** The window's view of its host. One implementation for Electron, one for a browser. */
export interface Shell {
  call<M extends ShellMethodName>(method: M, params: ShellParams<M>): Promise<ShellResult<M>>;
  onEvent(listener: (event: ShellEvent) => void): () => void;
  /** A wire to the engine of the notebook this window has open; call again after another notebook was opened. */
  engine(): Promise<Wire>;
}
