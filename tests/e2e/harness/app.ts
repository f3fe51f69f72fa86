import type { Page } from '@playwright/test';

/** What a scenario has of Armillary: the same of both hosts. */
export interface App {
  readonly kind: 'browser' | 'desktop';
  /** The window; another one after `restart`. */
  page: Page;
  /** The folder of notebooks made by name. */
  readonly notebooks: string;
  /** A folder of this test's own, for files to import or save. */
  readonly scratch: string;
  /** Makes a notebook by the welcome screen, with keys, and waits until it is open. */
  newNotebook(name: string): Promise<void>;
  /** Does what asks for files, and chooses these. */
  choose(files: readonly string[], act: () => Promise<void>): Promise<void>;
  /** Does what offers a file to save, saves it, and gives back what it was called and what is in it. */
  save(act: () => Promise<void>): Promise<{ fileName: string; content: Buffer }>;
  /** Does what opens another window, and waits for it. */
  another(act: () => Promise<void>): Promise<Page>;
  /** Quits in order, as an analyst does. */
  quit(): Promise<void>;
  /** Quits and starts again, as on another day. */
  restart(): Promise<void>;
  /** Is killed without a warning, and started again. */
  crash(): Promise<void>;
}

export interface AppOptions {
  /** Everything Armillary keeps in this test: `ARMILLARY_HOME`. */
  home: string;
  scratch: string;
  /** Told of every window, to listen for what goes wrong in it. */
  watch(page: Page): void;
}
