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
import { ArmillaryError, type Changed, type Document, type EditorState, type EngineClient, type Passage } from '../../../contract/index.ts';
import { patchPassages, tellSaved } from '../../engine/saved-passages.ts';
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
import { PassageIds } from './passage-ids.ts';
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
  #revision: number;
  /** The newest revision heard of. */
  #heard: number;
  /** The state on disk at `#revision`. */
  #base: EditorState;
  /** The editor's state that has the blocks of `#base`; null where it has others. */
  #saved: LexicalState | null = null;
  /** Marks in it that are not in `#base`: their passages are made by saves to come. */
  #leftOut: ReadonlySet<string> = new Set();
  readonly #acts = new Acts();
  /** What is newer on disk is being taken in. */
  #catching: Promise<void> | null = null;
  readonly #joined: JoinedPassages;
  readonly #ids: PassageIds;
  /** Those passages by their ids that `#indexed` lists. */
  #byId: ReadonlyMap<string, Passage> = new Map();
  #indexed: readonly Passage[] = [];

  constructor(engine: EngineClient, document: Document, editor: LexicalEditor, history: TextHistory) {
    this.documentId = document.id;
    this.#engine = engine;
    this.editor = editor;
    this.history = history;
    this.#joined = new JoinedPassages(editor);
    this.#ids = new PassageIds(engine);
    this.#revision = document.revision;
    this.#heard = document.revision;
    this.#base = document.state;
    this.#autosave = new Autosave({ write: () => this.#write(), onState: (save) => this.#show(save) });
  }

  /** Follows the editor and the notebook. Returns how to stop. */
  register(): () => void {
    void this.#ids.mint();
    this.#began();
    return mergeRegister(
      this.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
        const changed = dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has(HISTORIC_TAG);
        if (changed && !tags.has(adoptedTag)) this.#autosave.touch();
        if (tags.has(HISTORIC_TAG)) queueMicrotask(() => this.#joined.joinAgain((id) => this.passage(id) !== undefined));
      }),
      this.#engine.onChanged((changed) => this.#hear(changed)),
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
    const asked = this.#acts.created.find(({ id }) => id === passageId);
    return asked?.spheres ?? this.passage(passageId)?.taggings.map(({ sphereId }) => sphereId);
  }

  /** A passage as the last save had it. */
  passage(passageId: string): Passage | undefined {
    const { passages } = this.store.getState();
    if (this.#indexed !== passages) {
      this.#indexed = passages;
      this.#byId = new Map(passages.map((passage) => [passage.id, passage]));
    }
    return this.#byId.get(passageId);
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

  /** Has a passage made or removed by the next save but those asked for before. */
  ask(act: Act): void {
    for (const id of act.remove ?? []) this.#joined.forget(id);
    this.#acts.add(act);
    this.store.setState((was) => ({ passages: [...was.passages] }));
    this.#autosave.touch();
    // The save state says what went wrong, and it is tried again.
    this.flush().catch(() => undefined);
  }

  /** Takes back what `ask` asked for, or does it again, around `turn`, which turns the text. */
  async turn(act: Act, turn: () => void, back: () => void, direction: 'undo' | 'redo'): Promise<void> {
    const release = await this.#autosave.hold();
    try {
      turn();
      if (act.done !== undefined) await this.#turnStep(act.done);
      else if (direction === 'redo') this.#acts.add(act);
      else this.#acts.drop(act);
    } catch (error) {
      back();
      throw error;
    } finally {
      this.#autosave.touch();
      release();
    }
    await this.flush().catch(() => undefined);
  }

  async #turnStep(done: NonNullable<Act['done']>): Promise<void> {
    if (done.step !== null) done.step = (await this.#engine.call('history.undo', { step: done.step })).step;
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
    const removed = new Set(this.#acts.removed);
    markReturned(
      this.editor,
      this.store.getState().passages.filter(({ id }) => !removed.has(id)),
    );
    const now = this.editor.getEditorState();
    const blocks = this.#saved === null ? allBlocks(now) : changedBlocks(this.#saved, now, this.#leftOut);
    const act = this.#acts.next;
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
      if (this.#acts.next !== undefined) this.#autosave.touch();
    }
    this.#revision = saved.revision;
    this.#heard = Math.max(this.#heard, saved.revision);
    const gone = act?.remove ?? [];
    this.#base = dropMarks(applyBlocks(this.#base, blocks) ?? this.#base, new Set([...saved.unknownMarks, ...gone]));
    this.#saved = now;
    const news = { documentId: this.documentId, changed: saved.passages, moved: new Map(saved.moved), gone };
    this.store.setState((was) => ({ passages: patchPassages(was.passages, news) }));
    tellSaved(news);
    const asked = new Set(this.#acts.created.map(({ id }) => id));
    this.#leftOut = new Set(saved.unknownMarks.filter((id) => asked.has(id)));
    this.#dropMarks(saved.unknownMarks.filter((id) => !asked.has(id)));
  }

  /** Marks that undo brought back of passages which are gone. */
  #dropMarks(ids: readonly string[]): void {
    if (ids.length === 0) return;
    adopt(this.editor, () => $unmarkAll($textMap(), new Set(ids)));
  }

  #hear({ documents }: Changed): void {
    const news = documents?.find(({ id }) => id === this.documentId);
    if (documents !== null && news === undefined) return;
    this.#heard = Math.max(this.#heard, news?.revision ?? this.#revision + 1);
    // What could not be taken in now is met by the next save, or by the next change that is heard of.
    if (this.#heard > this.#revision) void this.#catchUp().catch(() => undefined);
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
    await this.#autosave.settled();
    while (this.#heard > this.#revision && this.store.getState().conflict === null) {
      if (this.#autosave.unsaved) return this.flush();
      const heard = this.#heard;
      const latest = await this.#engine.call('documents.get', { documentId: this.documentId });
      await this.#autosave.settled();
      if (this.#autosave.unsaved) return this.flush();
      // Of a revision that is not there nothing more will be heard, unless it was heard of meanwhile.
      if (this.#heard === heard) this.#heard = Math.max(latest.revision, this.#revision);
      if (latest.revision > this.#revision && !this.#joinPassages(latest)) this.take(latest);
    }
  }

  /** Shows what is on disk now, where the engine put another text in the place of this one. Resolves when it does. */
  async reload(): Promise<void> {
    this.#heard = Math.max(this.#heard, this.#revision + 1);
    await this.#catchUp();
  }

  /** Brings in what became of passages elsewhere. False where more than passages changed. */
  #joinPassages(latest: Document): boolean {
    if (!this.#joined.join(this.#base, latest.state)) return false;
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
    this.#heard = Math.max(this.#heard, latest.revision);
    this.store.setState({ conflict: null });
    this.#autosave.forget();
  }
}
