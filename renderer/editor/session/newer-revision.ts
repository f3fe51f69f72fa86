import type { Changed, Document, EngineClient } from '../../../contract/index.ts';
import type { Autosave } from './autosave.ts';

interface NewerRevisionOptions {
  engine: EngineClient;
  documentId: string;
  autosave: Autosave;
  /** The revision that the editor stands on. */
  revision: () => number;
  /** Whether the analyst is asked which version to keep: until then none is taken in. */
  isAsked: () => boolean;
  take: (latest: Document) => void;
}

/** Hears of newer revisions of an open document and has them taken in. */
export class NewerRevision {
  readonly #options: NewerRevisionOptions;
  /** The newest revision heard of. */
  #heard: number;
  #catching: Promise<void> | null = null;

  constructor(options: NewerRevisionOptions) {
    this.#options = options;
    this.#heard = options.revision();
  }

  /** The editor stands on another revision. */
  reached(revision: number): void {
    this.#heard = Math.max(this.#heard, revision);
  }

  hear({ documents }: Changed): void {
    const { documentId, revision } = this.#options;
    const news = documents?.find(({ id }) => id === documentId);
    if (documents !== null && news === undefined) return;
    this.reached(news?.revision ?? revision() + 1);
    // What could not be taken in now is met by the next save, or by the next change that is heard of.
    if (this.#heard > revision()) void this.#catchUp().catch(() => undefined);
  }

  /** Shows what is on disk now, where the engine put another text in the place of this one. Resolves when it does. */
  async reload(): Promise<void> {
    this.reached(this.#options.revision() + 1);
    await this.#catchUp();
  }

  /** Takes in what is newer on disk; once for all who ask meanwhile, because a book's state is long. */
  #catchUp(): Promise<void> {
    this.#catching ??= this.#takeNewer().finally(() => {
      this.#catching = null;
    });
    return this.#catching;
  }

  /** With unsaved edits the save meets the newer revision as a conflict and joins the two. */
  async #takeNewer(): Promise<void> {
    const { engine, documentId, autosave, revision, isAsked, take } = this.#options;
    await autosave.settled();
    while (this.#heard > revision() && !isAsked()) {
      if (autosave.unsaved) return autosave.flush();
      const heard = this.#heard;
      const latest = await engine.call('documents.get', { documentId });
      await autosave.settled();
      if (autosave.unsaved) return autosave.flush();
      // Of a revision that is not there nothing more will be heard, unless it was heard of meanwhile.
      if (this.#heard === heard) this.#heard = Math.max(latest.revision, revision());
      if (latest.revision > revision()) take(latest);
    }
  }
}
