import type { EditorState as LexicalState } from 'lexical';
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

interface WaitingAct {
  act: Act;
  /**
   * The editor's state that the act made, which is what is saved with it: by the time of its save the passage may be cut,
   * deleted or removed again, and then there would be none to move, detach or bring back. Null: whatever it is by then.
   */
  state: LexicalState | null;
}

/** What was asked for and is not on disk yet: one act a save, in the order of their asking. */
export class Acts {
  #waiting: readonly WaitingAct[] = [];
  /** What is being taken back or done again: the text is turned, the notebook not yet. */
  turning: Act | null = null;

  get next(): WaitingAct | undefined {
    return this.#waiting[0];
  }

  add(act: Act, state: LexicalState): void {
    this.#waiting = [...this.#waiting, { act, state }];
  }

  drop(act: Act): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting.act !== act);
  }

  /** The document is another on disk than those states say. */
  forgetStates(): void {
    this.#waiting = this.#waiting.map(({ act }) => ({ act, state: null }));
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The passages that are about to be made. */
  get created(): NewPassage[] {
    return this.#waiting.flatMap(({ act }) => act.create ?? []);
  }

  /** The ids of those whose marks may stand in the text before the notebook has them. */
  get coming(): Set<string> {
    const { create, remove = [] } = this.turning ?? {};
    return new Set([...this.created, ...(create === undefined ? [] : [create])].map(({ id }) => id).concat(remove));
  }

  /** The ids of those that are about to be removed. */
  get removed(): string[] {
    return this.#waiting.flatMap(({ act }) => act.remove ?? []);
  }
}
