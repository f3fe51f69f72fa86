import { ArmillaryError } from '../../../contract/index.ts';
import type { SaveState } from '../../workspace/workspace.ts';

/** Milliseconds after the last change before a save begins. */
export const pause = 600;
/** Milliseconds that a change waits at most while more keep coming. */
export const longestWait = 3000;
/** Milliseconds until a failed save is tried again; the last one counts for all later tries. */
export const retries = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** The state shown says what went wrong; whoever only waits for the end need not hear it again. */
const ignore = () => undefined;

interface AutosaveOptions {
  /** Puts on disk what there is now. One at a time. */
  write: () => Promise<void>;
  onState: (state: SaveState) => void;
}

/**
 * When a document is saved: off the keystroke, at most `longestWait` after a change, one save at a time, again by itself
 * after a failure. A conflict that `write` could not settle stops it until the analyst decides (`resume`).
 */
export class Autosave {
  readonly #write: () => Promise<void>;
  readonly #onState: (state: SaveState) => void;
  #dirty = false;
  #waitingSince: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #failures = 0;
  /** Each ends when what is being changed is whole. */
  readonly #holds = new Set<Promise<void>>();
  #stopped: ArmillaryError | null = null;

  constructor({ write, onState }: AutosaveOptions) {
    this.#write = write;
    this.#onState = onState;
  }

  /** Whether something is not on disk yet. */
  get unsaved(): boolean {
    return this.#dirty || this.#running !== null;
  }

  /** Something changed. */
  touch(): void {
    this.#dirty = true;
    if (this.#stopped !== null || this.#running !== null || this.#failures > 0) return;
    this.#waitingSince ??= Date.now();
    this.#onState({ kind: 'saving' });
    this.#schedule(Math.max(0, Math.min(pause, this.#waitingSince + longestWait - Date.now())));
  }

  /** Saves until nothing is unsaved. Rejects, with words for the analyst, when it cannot. */
  async flush(): Promise<void> {
    while (this.unsaved) {
      if (this.#running !== null) await this.#running.catch(ignore);
      else if (this.#holds.size > 0) await Promise.all(this.#holds);
      else if (this.#stopped !== null) throw this.#stopped;
      else await this.#run();
    }
  }

  /** Resolves after the save under way, or one begun now. Rejects, with words for the analyst, when it could not save. */
  async next(): Promise<void> {
    while (this.#holds.size > 0) await Promise.all(this.#holds);
    if (this.#stopped !== null) throw this.#stopped;
    await this.#run();
  }

  /** Resolves when no save is under way, however it ended. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running.catch(ignore);
  }

  /** Lets no save begin until what it returns is called: what is being changed is not whole yet. */
  async hold(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#holds.add(promise);
    clearTimeout(this.#timer);
    await this.settled();
    return () => {
      this.#holds.delete(promise);
      resolve();
      if (this.#dirty && this.#stopped === null) this.#schedule(pause);
    };
  }

  /** Goes on after a conflict the analyst has decided. */
  resume(): void {
    this.#stopped = null;
    this.#failures = 0;
    if (this.#dirty) this.touch();
    else this.#onState({ kind: 'saved' });
  }

  /** What is not saved is given up: the analyst took another version. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.resume();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    if (this.#holds.size === 0) this.#timer = setTimeout(() => void this.#run().catch(ignore), wait);
  }

  #run(): Promise<void> {
    this.#running ??= this.#save().finally(() => {
      this.#running = null;
      if (this.#dirty && this.#failures === 0) this.touch();
    });
    return this.#running;
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#waitingSince = null;
    this.#dirty = false;
    this.#onState({ kind: 'saving' });
    try {
      await this.#write();
    } catch (error) {
      this.#dirty = true;
      this.#failures += 1;
      const problem = error instanceof ArmillaryError ? error : new ArmillaryError('internal', `Not saved: ${String(error)}`);
      this.#onState({ kind: 'unsaved', reason: problem.message });
      if (problem.kind === 'conflict') this.#stopped = problem;
      else this.#schedule(retries[Math.min(this.#failures, retries.length) - 1] ?? longestWait);
      throw problem;
    }
    this.#failures = 0;
    if (!this.#dirty) this.#onState({ kind: 'saved' });
  }
}
