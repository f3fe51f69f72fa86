import type { NewPassage, StepId } from '../../../contract/index.ts';

/** Passages to be made, removed or anchored by hand by a save of its own, so that there is a step of its own to take it back. */
export interface Act {
  create?: NewPassage;
  remove?: readonly string[];
  /** A detached passage whose mark was put into the text. */
  anchor?: string;
  /** Set when it is on disk: the step that takes it back, null where there was nothing to do. */
  done?: { step: StepId | null };
}

/** What was asked for and is not on disk yet: one act a save, in the order of their asking. */
export class Acts {
  #waiting: readonly Act[] = [];

  get next(): Act | undefined {
    return this.#waiting[0];
  }

  add(act: Act): void {
    this.#waiting = [...this.#waiting, act];
  }

  drop(act: Act): void {
    this.#waiting = this.#waiting.filter((other) => other !== act);
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The passages that are about to be made. */
  get created(): NewPassage[] {
    return this.#waiting.flatMap(({ create }) => create ?? []);
  }

  /** The ids of those that are about to be removed. */
  get removed(): string[] {
    return this.#waiting.flatMap(({ remove }) => remove ?? []);
  }
}
