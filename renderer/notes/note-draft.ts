import type { StepId } from '../../contract/index.ts';

/** How the words in a note's field stand against the notebook. */
export type DraftStatus = { kind: 'saved' } | { kind: 'unsaved' } | { kind: 'saving' } | { kind: 'failed'; message: string };

/** Puts a note's words on disk. */
type Put = (body: string) => Promise<StepId>;

/** What one editing session did to a note. */
export interface DraftSession {
  before: string;
  after: string;
  /** The engine's step of each save, oldest first. */
  steps: StepId[];
}

/** Milliseconds without a keystroke before a note is saved. */
export const pause = 600;

/** A note while it is being written: saves itself when the writing pauses, one save at a time, and never loses words. */
export class NoteDraft {
  #body: string;
  #saved: string;
  #before: string;
  #steps: StepId[] = [];
  #status: DraftStatus = { kind: 'saved' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #put: Put;
  readonly #listeners = new Set<() => void>();

  constructor(body: string, put: Put) {
    this.#body = body;
    this.#saved = body;
    this.#before = body;
    this.#put = put;
  }

  /** From now on saves through another connection: the one before may be lost. */
  saveWith(put: Put): void {
    this.#put = put;
  }

  get body(): string {
    return this.#body;
  }

  get status(): DraftStatus {
    return this.#status;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(body: string): void {
    this.#body = body;
    this.#say({ kind: 'unsaved' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.flush().catch(saidByStatus);
    }, pause);
  }

  /** Saves now what is not saved. Rejects where that failed; the words stay in the draft and `status` says why. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#save().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Saves, and gives what was done since the session began as one thing to take back; null where nothing was. */
  async endSession(): Promise<DraftSession | null> {
    await this.flush();
    const session = { before: this.#before, after: this.#saved, steps: this.#steps };
    this.#before = this.#saved;
    this.#steps = [];
    return session.before === session.after ? null : session;
  }

  async #save(): Promise<void> {
    while (this.#body !== this.#saved) {
      const body = this.#body;
      this.#say({ kind: 'saving' });
      try {
        this.#steps.push(await this.#put(body));
      } catch (error) {
        this.#say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
        throw error;
      }
      this.#saved = body;
    }
    this.#say({ kind: 'saved' });
  }

  #say(status: DraftStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}

function saidByStatus(): void {
  // A save that nobody waits for: the field shows the status, which has the words.
}
