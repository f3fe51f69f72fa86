import {
  $getSelection,
  $isRangeSelection,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type EditorState as LexicalState,
  mergeRegister,
} from 'lexical';
import { createStore } from 'zustand/vanilla';
import { type AnchoredText, anchoredText, applyBlocks, deriveText, dropMarks } from '../../anchoring/index.ts';
import {
  ArmillaryError,
  type Changed,
  type Document,
  type EditorState,
  type EngineClient,
  type NewPassage,
  type Passage,
  type StepId,
} from '../../contract/index.ts';
import { patchPassages, tellSaved } from '../engine/saved-passages.ts';
import type { TextHistory } from '../undo/text-history.ts';
import type { SaveState } from '../workspace/workspace.ts';
import { Autosave } from './autosave.ts';
import { allBlocks, changedBlocks } from './changed-blocks.ts';
import { adoptedTag, parseDocument } from './documents.ts';
import { carryOver, passageChanges, placeOf, skeletonOf } from './merge.ts';
import { markReturned } from './returning.ts';
import { $restoreOffsets } from './selection.ts';
import { $mark, $unmark } from './stretch.ts';
import { $segmentOf, $textMap } from './text-map.ts';

/** A passage to be made, removed or anchored by hand by a save of its own, so that it has a step of its own to take it back. */
export interface Act {
  create?: NewPassage;
  remove?: string;
  /** A detached passage whose mark was put into the text. */
  anchor?: string;
  /** Set when it is on disk: the step that takes it back, null where there was nothing to do. */
  done?: { step: StepId | null };
}

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
  #acts: Act[] = [];
  /** What is newer on disk is being taken in. */
  #catching: Promise<void> | null = null;
  /** Passages made elsewhere since, which no state of the undo history knows. */
  readonly #joined = new Map<string, AnchoredText>();
  #ids: string[] = [];
  /** Those passages by their ids that `#indexed` lists. */
  #byId: ReadonlyMap<string, Passage> = new Map();
  #indexed: readonly Passage[] = [];

  constructor(engine: EngineClient, document: Document, editor: LexicalEditor, history: TextHistory) {
    this.documentId = document.id;
    this.#engine = engine;
    this.editor = editor;
    this.history = history;
    this.#revision = document.revision;
    this.#heard = document.revision;
    this.#base = document.state;
    this.#autosave = new Autosave({ write: () => this.#write(), onState: (save) => this.#show(save) });
  }

  /** Follows the editor and the notebook. Returns how to stop. */
  register(): () => void {
    void this.#mint();
    this.#began();
    return mergeRegister(
      this.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
        const changed = dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has(HISTORIC_TAG);
        if (changed && !tags.has(adoptedTag)) this.#autosave.touch();
        if (tags.has(HISTORIC_TAG) && this.#joined.size > 0) queueMicrotask(() => this.#joinAgain());
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
    const asked = this.#acts.find(({ create }) => create?.id === passageId)?.create;
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

  /** An id for a passage; the engine mints them ahead, so that none is waited for while one tags. */
  async takeId(): Promise<string> {
    const id = this.#ids.shift() ?? (await this.#mint().then(() => this.#ids.shift()));
    if (id === undefined) throw new ArmillaryError('internal', 'No passage was made: the notebook gave no id. Try again.');
    if (this.#ids.length < 5) void this.#mint();
    return id;
  }

  async #mint(): Promise<void> {
    const { ids } = await this.#engine.call('ids.mint', { count: 20 });
    this.#ids.push(...ids);
  }

  /** Has a passage made or removed by the next save but those asked for before. */
  ask(act: Act): void {
    this.#joined.delete(act.remove ?? '');
    this.#acts.push(act);
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
      else if (direction === 'redo') this.#acts.push(act);
      else this.#acts = this.#acts.filter((other) => other !== act);
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
    const removed = new Set(this.#acts.map(({ remove }) => remove));
    markReturned(
      this.editor,
      this.store.getState().passages.filter(({ id }) => !removed.has(id)),
    );
    const now = this.editor.getEditorState();
    const blocks = this.#saved === null ? allBlocks(now) : changedBlocks(this.#saved, now);
    const act = this.#acts[0];
    const saved = await this.#engine.call('documents.save', {
      documentId: this.documentId,
      baseRevision: this.#revision,
      state: { blocks },
      knowsPassages: true,
      ...(act?.create === undefined ? {} : { create: [act.create] }),
      ...(act?.remove === undefined ? {} : { remove: [act.remove] }),
      ...(act?.anchor === undefined ? {} : { anchor: [act.anchor] }),
    });
    if (act !== undefined) {
      act.done = { step: saved.step };
      this.#acts = this.#acts.filter((other) => other !== act);
      if (this.#acts.length > 0) this.#autosave.touch();
    }
    this.#revision = saved.revision;
    this.#heard = Math.max(this.#heard, saved.revision);
    const gone = act?.remove === undefined ? [] : [act.remove];
    this.#base = dropMarks(applyBlocks(this.#base, blocks) ?? this.#base, new Set([...saved.unknownMarks, ...gone]));
    this.#saved = now;
    const news = { documentId: this.documentId, changed: saved.passages, moved: new Map(saved.moved), gone };
    this.store.setState((was) => ({ passages: patchPassages(was.passages, news) }));
    tellSaved(news);
    const asked = new Set(this.#acts.map(({ create }) => create?.id));
    this.#dropMarks(saved.unknownMarks.filter((id) => !asked.has(id)));
  }

  /** Marks that undo brought back of passages which are gone. */
  #dropMarks(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.#adopt(() => {
      for (const id of ids) $unmark($textMap(), id);
    });
  }

  #adopt(change: () => void): void {
    this.editor.update(change, { discrete: true, tag: [adoptedTag, HISTORY_MERGE_TAG] });
  }

  #hear({ documents }: Changed): void {
    const news = documents?.find(({ id }) => id === this.documentId);
    if (documents !== null && news === undefined) return;
    this.#heard = Math.max(this.#heard, news?.revision ?? this.#revision + 1);
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

  /** Brings in passages that were made, moved or removed elsewhere. False where more than passages changed. */
  #joinPassages(latest: Document): boolean {
    if (skeletonOf(latest.state) !== skeletonOf(this.#base)) return false;
    const before = deriveText(this.#base);
    const after = deriveText(latest.state);
    const { put, drop } = passageChanges(before, after);
    for (const [id, segments] of put) this.#joined.set(id, anchoredText(after.text, segments));
    for (const id of drop) this.#joined.delete(id);
    this.#adopt(() => {
      for (const id of [...drop, ...put.keys()]) $unmark($textMap(), id);
      for (const [id, segments] of put) {
        for (const segment of segments) {
          const map = $textMap();
          const place = carryOver(before.text, map.text, segment);
          if (place !== null) $mark(map, id, place);
        }
      }
    });
    this.#revision = latest.revision;
    this.#base = latest.state;
    return true;
  }

  /** An undo put back a text from before other hands tagged it: their passages are found in it again by their words. */
  #joinAgain(): void {
    const known = new Set(this.store.getState().passages.map(({ id }) => id));
    this.#adopt(() => {
      const present = new Set($textMap().runs.flatMap(({ markIds }) => markIds));
      for (const [id, anchored] of this.#joined) {
        if (present.has(id) || !known.has(id)) continue;
        const map = $textMap();
        const place = placeOf(map.text, anchored);
        if (place !== null) $mark(map, id, place);
      }
    });
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
    if (caret !== null) this.#adopt(() => $restoreOffsets(caret));
    this.#joined.clear();
    this.#acts = [];
    this.#revision = latest.revision;
    this.#heard = Math.max(this.#heard, latest.revision);
    this.store.setState({ conflict: null });
    this.#autosave.forget();
  }
}
