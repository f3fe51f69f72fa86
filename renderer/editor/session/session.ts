import {
  $getSelection,
  $isRangeSelection,
  HISTORIC_TAG,
  type LexicalEditor,
  type EditorState as LexicalState,
  mergeRegister,
} from 'lexical';
import { createStore } from 'zustand/vanilla';
import { applyBlocks, dropMarks } from '../../../anchoring/index.ts';
import { ArmillaryError, type Document, type EditorState, type EngineClient, type Passage } from '../../../contract/index.ts';
import { patchPassages, type SavedPassages, tellSaved } from '../../engine/saved-passages.ts';
import type { TextHistory } from '../../undo/text-history.ts';
import type { SaveState } from '../../workspace/workspace.ts';
import { $restoreOffsets } from '../text/selection.ts';
import { $unmarkAll } from '../text/stretch.ts';
import { $segmentOf, $textMap } from '../text/text-map.ts';
import { type Act, Acts } from './acts.ts';
import { Autosave } from './autosave.ts';
import { allBlocks, changedBlocks } from './changed-blocks.ts';
import { adopt, adoptedTag, parseDocument } from './documents.ts';
import { JoinedPassages } from './joined-passages.ts';
import { NewerRevision } from './newer-revision.ts';
import { PassageIds } from './passage-ids.ts';
import { PassageIndex } from './passage-index.ts';
import { markReturned } from './returning.ts';

export interface SessionState {
  save: SaveState;
  /** The version on disk that what was written here cannot be joined with; null while all is well. */
  conflict: Document | null;
  /** The document's passages as the last save or answer had them. */
  passages: readonly Passage[];
}

/** Saves that meet a newer revision are tried again with its passages this often before the analyst is asked. */
const mergeTries = 5;

/** One document open in one editor: what is on disk of it, what is not, and how the two come together. */
export class DocumentSession {
  readonly documentId: string;
  readonly store = createStore<SessionState>()(() => ({ save: { kind: 'saved' }, conflict: null, passages: [] }));
  readonly #engine: EngineClient;
  readonly editor: LexicalEditor;
  readonly history: TextHistory;
  readonly #autosave: Autosave;
  readonly #newer: NewerRevision;
  #revision: number;
  /** The state on disk at `#revision`. */
  #base: EditorState;
  /** The editor's state that has the blocks of `#base`; null where it has others. */
  #saved: LexicalState | null = null;
  /** The state that the last change here made. */
  #edited: LexicalState;
  /** Marks in `#saved` that are not in `#base`: their passages are made by saves to come. */
  #leftOut: ReadonlySet<string> = new Set();
  readonly #acts = new Acts();
  readonly #joined: JoinedPassages;
  readonly #ids: PassageIds;
  readonly #index = new PassageIndex();

  constructor(engine: EngineClient, document: Document, editor: LexicalEditor, history: TextHistory) {
    this.documentId = document.id;
    this.#engine = engine;
    this.editor = editor;
    this.history = history;
    this.#joined = new JoinedPassages(editor);
    this.#ids = new PassageIds(engine);
    this.#revision = document.revision;
    this.#base = document.state;
    this.#edited = editor.getEditorState();
    this.#autosave = new Autosave({ write: () => this.#write(), onState: (save) => this.#show(save) });
    this.#newer = new NewerRevision({
      engine,
      documentId: document.id,
      autosave: this.#autosave,
      revision: () => this.#revision,
      isAsked: () => this.store.getState().conflict !== null,
      take: (latest) => this.#joinPassages(latest) || this.take(latest),
    });
  }

  /** Follows the editor and the notebook. Returns how to stop. */
  register(): () => void {
    void this.#ids.mint();
    this.#began();
    return mergeRegister(
      this.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags, editorState }) => {
        const changed = dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has(HISTORIC_TAG);
        if (changed && !tags.has(adoptedTag)) {
          this.#edited = editorState;
          this.#autosave.touch();
        }
        if (tags.has(HISTORIC_TAG)) queueMicrotask(() => this.#joined.joinAgain((id) => this.passage(id) !== undefined));
      }),
      this.#engine.onChanged((changed) => this.#newer.hear(changed)),
      () => this.#autosave.stop(),
    );
  }

  /** The editor holds what is on disk. An empty document has a paragraph in the editor that it has not on disk. */
  #began(): void {
    this.#saved = this.#base.root.children.length === 0 ? null : this.editor.getEditorState();
  }

  /** Told at each keystroke; who shows it wants to hear of changes alone. */
  #show(save: SaveState): void {
    const was = this.store.getState().save;
    if (save.kind === 'unsaved' || save.kind !== was.kind) this.store.setState({ save });
  }

  get unsaved(): boolean {
    return this.#autosave.unsaved;
  }

  /** Saves now whatever is not saved. Rejects, with words for the analyst, when it cannot. */
  flush(): Promise<void> {
    return this.#autosave.flush();
  }

  /** The spheres of a passage of this document, those about to be saved included; undefined where there is no such passage. */
  spheresOf(passageId: string): readonly string[] | undefined {
    if (this.#acts.removed.includes(passageId)) return undefined;
    const asked = this.#acts.created.find(({ id }) => id === passageId);
    return asked?.spheres ?? this.passage(passageId)?.taggings.map(({ sphereId }) => sphereId);
  }

  /** A passage as the last save had it. */
  passage(passageId: string): Passage | undefined {
    return this.#index.find(this.store.getState().passages, passageId);
  }

  /** Whether none of a passage's text is left in the document, as the last save had it. */
  isDetached(passageId: string): boolean {
    return this.passage(passageId)?.state === 'detached';
  }

  /** Takes in what the engine answered about some of the passages. */
  learn(passages: readonly Passage[]): void {
    const news = new Map(passages.map((passage) => [passage.id, passage]));
    this.store.setState((was) => ({ passages: was.passages.map((passage) => news.get(passage.id) ?? passage) }));
  }

  /** An id for a passage that is about to be made. */
  takeId(): Promise<string> {
    return this.#ids.take();
  }

  /** Resolves when a passage that was asked for is in the notebook. Rejects, with words for the analyst, when it cannot be. */
  async made(id: string): Promise<void> {
    while (this.#acts.created.some((asked) => asked.id === id)) await this.#autosave.next();
  }

  /** Has a passage made or removed by the next save but those asked for before. */
  ask(act: Act): void {
    for (const id of act.remove ?? []) this.#joined.forget(id);
    this.#acts.add(act, this.#edited);
    this.store.setState((was) => ({ passages: [...was.passages] }));
    this.#autosave.touch();
    // The save state says what went wrong, and it is tried again.
    this.flush().catch(() => undefined);
  }

  /** Takes back what `ask` asked for, or does it again, around `turn`, which turns the text. */
  async turn(act: Act, turn: () => void, back: () => void, direction: 'undo' | 'redo'): Promise<void> {
    turn();
    const state = this.#edited;
    this.#acts.turning = act;
    const release = await this.#autosave.hold();
    try {
      if (act.done !== undefined) await this.#turnStep(act, act.done, direction);
      else if (direction === 'redo') this.#acts.add(act, state);
      else this.#acts.drop(act);
    } catch (error) {
      // What was written meanwhile stays, and stands on the text as it is.
      if (this.#edited === state) back();
      throw error;
    } finally {
      this.#acts.turning = null;
      this.#autosave.touch();
      release();
    }
    await this.flush().catch(() => undefined);
  }

  async #turnStep({ create, remove = [] }: Act, done: NonNullable<Act['done']>, direction: 'undo' | 'redo'): Promise<void> {
    if (done.step === null) return;
    done.step = (await this.#engine.call('history.undo', { step: done.step })).step;
    const made = create === undefined ? [] : [create.id];
    const isUndone = direction === 'undo';
    const back = isUndone ? remove : made;
    const changed =
      back.length === 0 ? [] : await this.#engine.call('passages.list', { documentId: this.documentId, passageIds: [...back] });
    // The key that comes next must find them as they are now.
    this.#tell({ changed, moved: new Map(), gone: isUndone ? made : remove });
  }

  async #write(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#save();
        return;
      } catch (error) {
        if (!(error instanceof ArmillaryError) || error.kind !== 'conflict') throw error;
        const latest = await this.#engine.call('documents.get', { documentId: this.documentId });
        if (tries < mergeTries && this.#joinPassages(latest)) continue;
        this.store.setState({ conflict: latest });
        throw new ArmillaryError('conflict', 'This document was changed elsewhere. What you wrote here is kept, not saved.');
      }
    }
  }

  async #save(): Promise<void> {
    const { act, state } = this.#acts.next ?? {};
    if (!state) this.#markReturned();
    const now = state ?? this.editor.getEditorState();
    const blocks = this.#saved === null ? allBlocks(now) : changedBlocks(this.#saved, now, this.#leftOut);
    const saved = await this.#engine.call('documents.save', {
      documentId: this.documentId,
      baseRevision: this.#revision,
      state: { blocks },
      knowsPassages: true,
      ...(act?.create === undefined ? {} : { create: [act.create] }),
      ...(act?.remove === undefined ? {} : { remove: [...act.remove] }),
      ...(act?.anchor === undefined ? {} : { anchor: [act.anchor] }),
    });
    if (act !== undefined) {
      act.done = { step: saved.step };
      this.#acts.drop(act);
    }
    this.#revision = saved.revision;
    this.#newer.reached(saved.revision);
    const gone = act?.remove ?? [];
    this.#base = dropMarks(applyBlocks(this.#base, blocks) ?? this.#base, new Set([...saved.unknownMarks, ...gone]));
    this.#saved = now;
    this.#tell({ changed: saved.passages, moved: new Map(saved.moved), gone });
    const { coming } = this.#acts;
    this.#leftOut = new Set(saved.unknownMarks.filter((id) => coming.has(id)));
    this.#dropMarks(saved.unknownMarks.filter((id) => !coming.has(id)));
    if (act !== undefined && (this.#acts.next !== undefined || this.#edited !== state || this.#markReturned())) this.#autosave.touch();
  }

  /** Tells whoever shows passages what became of some. */
  #tell(news: Omit<SavedPassages, 'documentId'>): void {
    const saved = { ...news, documentId: this.documentId };
    this.store.setState((was) => ({ passages: patchPassages(was.passages, saved) }));
    tellSaved(saved);
  }

  #markReturned(): boolean {
    const removed = new Set(this.#acts.removed);
    return markReturned(
      this.editor,
      this.store.getState().passages.filter(({ id }) => !removed.has(id)),
    );
  }

  /** Marks that undo brought back of passages which are gone. */
  #dropMarks(ids: readonly string[]): void {
    if (ids.length === 0) return;
    adopt(this.editor, () => $unmarkAll($textMap(), new Set(ids)));
  }

  /** Shows what is on disk now, where the engine put another text in the place of this one. Resolves when it does. */
  reload(): Promise<void> {
    return this.#newer.reload();
  }

  /** Brings in what became of passages elsewhere. False where more than passages changed. */
  #joinPassages(latest: Document): boolean {
    if (!this.#joined.join(this.#base, latest.state)) return false;
    this.#acts.forgetStates();
    this.#revision = latest.revision;
    this.#base = latest.state;
    return true;
  }

  /** Takes another version whole; what was not saved here is given up. The caret stays where it was in the text. */
  take(latest: Document): void {
    const { editor } = this;
    const caret = editor.read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) ? $segmentOf($textMap(), selection) : null;
    });
    // First: the state that comes then is the one the history begins with, so that the first words typed on it can be taken back.
    this.history.clear();
    editor.setEditorState(parseDocument(editor, latest.state), { tag: adoptedTag });
    this.#base = latest.state;
    this.#began();
    if (caret !== null) adopt(editor, () => $restoreOffsets(caret));
    this.#joined.clear();
    this.#acts.clear();
    this.#revision = latest.revision;
    this.#newer.reached(latest.revision);
    this.store.setState({ conflict: null });
    this.#autosave.forget();
  }
}
