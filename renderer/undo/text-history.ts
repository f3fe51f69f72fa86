import { createEmptyHistoryState, type HistoryStateEntry, registerHistory } from '@lexical/history';
import {
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  CUT_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  PASTE_TAG,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { ArmillaryError } from '../../contract/index.ts';
import { HistoryWeight, heaviest } from './history-weight.ts';
import { type Deed, forgetDocument, forgetEntries, record, useTimeline } from './timeline.ts';

/** Typing that pauses for less than this many milliseconds is one deed. */
const pause = 1000;
/** States kept, where they are not too heavy: each holds what its edits changed of the document. */
const longest = 500;

/** One change of an editor's text, to be taken back as part of a deed, which names it as its `entry`. */
export type TextEntry = Pick<Deed, 'undo' | 'redo'>;

/**
 * The undo history of one editor as part of the window's timeline: every entry that Lexical makes becomes a deed, and
 * the editor's own undo (a key, a menu of the browser) takes back the timeline's last deed, whatever it was.
 */
export class TextHistory {
  readonly #editor: LexicalEditor;
  readonly #documentId: string;
  readonly #state = createEmptyHistoryState();
  readonly #onTurn: (direction: 'undo' | 'redo') => void;
  readonly #weight = new HistoryWeight();
  #top: HistoryStateEntry | undefined;
  /** What deeds hold of the entries on Lexical's two stacks, in their order: Lexical makes entries anew whenever they turn. */
  readonly #done: TextEntry[] = [];
  readonly #undone: TextEntry[] = [];
  /** What an entry made now is called, where its update does not say. */
  #label = 'Typing';
  #tags: ReadonlySet<string> = new Set();
  /** Put on the clock, so that typing after another deed is never merged into the typing before it. */
  #skew = 0;
  #recording = false;
  /** Lexical's history moves for a deed that records itself, or because the timeline turns it; null: by what is written. */
  #moving: 'entry' | 'turn' | null = null;

  /** `onTurn` turns the window's timeline: the editor's own undo and redo come here. */
  constructor(editor: LexicalEditor, documentId: string, onTurn: (direction: 'undo' | 'redo') => void) {
    this.#editor = editor;
    this.#documentId = documentId;
    this.#onTurn = onTurn;
  }

  /** Returns how to stop; the document's deeds are then forgotten. */
  register(): () => void {
    const turn = (direction: 'undo' | 'redo') => () => {
      if (this.#moving === 'turn') return false;
      this.#onTurn(direction);
      return true;
    };
    return mergeRegister(
      // Before the history's own listener, which makes the entry.
      this.#editor.registerUpdateListener(({ tags, dirtyLeaves, dirtyElements }) => {
        this.#tags = tags;
        // Of a document just opened, nothing can be taken back.
        if (this.#state.current === null) return;
        this.#weight.touch(dirtyLeaves);
        this.#weight.touch(dirtyElements.keys());
      }),
      registerHistory(
        this.#editor,
        this.#state,
        pause,
        () => Date.now() + this.#skew,
        () => this.#follow(),
        longest,
      ),
      useTimeline.subscribe(() => {
        if (!this.#recording) this.#skew += pause;
      }),
      this.#editor.registerCommand(UNDO_COMMAND, turn('undo'), COMMAND_PRIORITY_CRITICAL),
      this.#editor.registerCommand(REDO_COMMAND, turn('redo'), COMMAND_PRIORITY_CRITICAL),
      () => forgetDocument(this.#documentId),
    );
  }

  /** Changes the document in an entry of its own, which the caller records; null where nothing changed. */
  entry(change: () => void): TextEntry | null {
    const before = this.#done.at(-1);
    this.#move('entry', () => this.#editor.update(change, { discrete: true, tag: HISTORY_PUSH_TAG }));
    const entry = this.#done.at(-1);
    return entry === before ? null : (entry ?? null);
  }

  /** Changes the document in an entry that is a deed of this name. */
  deed(label: string, change: () => void): void {
    const entry = this.entry(change);
    if (entry !== null) record({ label, documentId: this.#documentId, ...entry, entry });
  }

  /** Calls what is changed while `work` runs by this name on the timeline. */
  named(label: string, work: () => void): void {
    this.#label = label;
    try {
      work();
      this.#editor.read(() => undefined);
    } finally {
      this.#label = 'Typing';
    }
  }

  /** Forgets every state: the document was replaced by another version. */
  clear(): void {
    this.#move('turn', () => this.#editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined));
    this.#done.length = 0;
    this.#undone.length = 0;
    forgetDocument(this.#documentId);
  }

  #newEntry(): TextEntry {
    const entry: TextEntry = {
      undo: () => this.#turn(UNDO_COMMAND, entry, this.#done, this.#undone),
      redo: () => this.#turn(REDO_COMMAND, entry, this.#undone, this.#done),
    };
    return entry;
  }

  /** Turns Lexical's history up to and with an entry. Throws `not-found` where it is kept no longer. */
  #turn(command: typeof UNDO_COMMAND, entry: TextEntry, from: TextEntry[], to: TextEntry[]): void {
    const at = from.lastIndexOf(entry);
    if (at === -1) throw new ArmillaryError('not-found', 'The text before it is kept no longer. The document’s versions may have it.');
    const focused = typeof document === 'undefined' ? null : document.activeElement;
    const turned = from.splice(at).reverse();
    to.push(...turned);
    this.#move('turn', () => {
      for (let turns = turned.length; turns > 0; turns -= 1) this.#editor.dispatchCommand(command, undefined);
      // Has the state on screen now rather than a moment later.
      this.#editor.read(() => undefined);
    });
    // The state put back brings its selection along, and with it the focus: who undoes from a list stays in the list.
    if (focused === null || focused === document.body || focused === document.activeElement) return;
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  #move(why: 'entry' | 'turn', work: () => void): void {
    this.#moving = why;
    try {
      work();
    } finally {
      this.#moving = null;
      this.#top = this.#state.undoStack.at(-1);
    }
  }

  #follow(): void {
    const { undoStack, redoStack } = this.#state;
    const top = undoStack.at(-1);
    const grew = top !== this.#top && top !== undefined;
    this.#top = top;
    if (grew) {
      this.#weight.weigh(top, this.#editor.getEditorState());
      this.#weight.lighten(undoStack, heaviest);
    }
    if (!grew || this.#moving === 'turn') return;
    const entry = this.#newEntry();
    this.#done.push(entry);
    if (redoStack.length === 0) this.#undone.length = 0;
    this.#recording = true;
    const lost = this.#done.splice(0, this.#done.length - undoStack.length);
    if (lost.length > 0) forgetEntries(lost);
    const label = this.#tags.has(PASTE_TAG) ? 'Paste' : this.#tags.has(CUT_TAG) ? 'Cut' : this.#label;
    if (this.#moving === null) record({ label, documentId: this.#documentId, ...entry, entry });
    this.#recording = false;
  }
}
