import { createHeadlessEditor } from '@lexical/headless';
import {
  $getRoot,
  COMMAND_PRIORITY_NORMAL,
  COPY_COMMAND,
  CUT_COMMAND,
  DROP_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import type { Segment } from '../../../../contract/index.ts';
import { $flattenMarks } from '../../../../renderer/editor/text/marks.ts';
import { documentEditorConfig } from '../../../../renderer/editor/text/nodes.ts';
import { $textMap } from '../../../../renderer/editor/text/text-map.ts';
import { registerRules } from '../../../../renderer/editor/typing/rules.ts';
import { TextHistory } from '../../../../renderer/undo/text-history.ts';
import { record, redo, undo, useTimeline } from '../../../../renderer/undo/timeline.ts';
import { opening } from './opening.ts';
import { charactersOf, Oracle } from './oracle.ts';
import { $places, $selectPlaces, pick } from './places.ts';

/** What undo brings back. */
interface Stage {
  oracle: Oracle;
  /** Passages that the notebook has, whether they stand in the text or not. */
  passages: ReadonlySet<string>;
}

/** An editor with the program's own rules and history, and the stages that undo and redo must bring back. */
export class Ledger {
  readonly editor: LexicalEditor;
  readonly history: TextHistory;
  readonly #stop: () => void;
  now: Stage;
  #past: Stage[] = [];
  #future: Stage[] = [];

  constructor() {
    useTimeline.setState({ done: [], undone: [] });
    this.editor = createHeadlessEditor(documentEditorConfig());
    this.history = new TextHistory(this.editor, 'document', () => undefined);
    // A clipboard and a pointer are not at hand: what they would do is done by the acts.
    const atHand = mergeRegister(
      this.editor.registerCommand(CUT_COMMAND, () => true, COMMAND_PRIORITY_NORMAL),
      this.editor.registerCommand(COPY_COMMAND, () => true, COMMAND_PRIORITY_NORMAL),
      this.editor.registerCommand(DROP_COMMAND, () => true, COMMAND_PRIORITY_NORMAL),
    );
    const stopRules = mergeRegister(
      registerRules(this.editor, (id) => this.now.passages.has(id)),
      this.history.register(),
    );
    this.#stop = mergeRegister(atHand, stopRules);
    this.editor.setEditorState(this.editor.parseEditorState(JSON.stringify(opening), () => $flattenMarks($getRoot())));
    this.select({ from: 0, to: 0 });
    const passages = new Set(['a', 'b', 'c']);
    const map = this.editor.read($textMap);
    const characters = map.runs.flatMap(({ start, end, markIds }) => charactersOf(map.text.slice(start, end), new Set(markIds)));
    this.now = { oracle: new Oracle(characters), passages };
  }

  get oracle(): Oracle {
    return this.now.oracle;
  }

  get passages(): ReadonlySet<string> {
    return this.now.passages;
  }

  close(): void {
    this.#stop();
  }

  /** A deed that changes passages together with the text's marks. */
  deed(change: () => void, next: Stage): void {
    const entry = this.history.entry(change);
    if (entry === null) return;
    record({ label: 'passage', documentId: 'document', ...entry });
    this.#past.push(this.now);
    this.#future = [];
    this.now = next;
  }

  /** Takes deeds back or does them again, as many as there are; answers whether there was any. */
  async turn(direction: 'undo' | 'redo', times: number): Promise<boolean> {
    for (let turns = 0; turns < times; turns += 1) {
      const deed = await (direction === 'undo' ? undo() : redo());
      const [from, onto] = direction === 'undo' ? [this.#past, this.#future] : [this.#future, this.#past];
      const stage = from.pop();
      if ((deed === null) !== (stage === undefined)) throw new Error(`${direction}: the timeline and what was done differ`);
      if (stage === undefined) return turns > 0;
      onto.push(this.now);
      this.now = stage;
    }
    return true;
  }

  /** Changes the text; a new entry of the timeline begins a new stage. */
  keep(work: () => void, next: Oracle): void {
    const { done } = useTimeline.getState();
    work();
    if (useTimeline.getState().done !== done) {
      this.#past.push(this.now);
      this.#future = [];
    }
    this.now = { ...this.now, oracle: next };
  }

  change(change: () => void, tag?: string): void {
    this.editor.update(change, { discrete: true, ...(tag === undefined ? {} : { tag }) });
  }

  command<T>(command: LexicalCommand<T>, payload: T): void {
    this.change(() => void this.editor.dispatchCommand(command, payload));
  }

  /** Selects the stretch; answers how many code units of text come before its beginning and its end. */
  select({ from, to }: { from: number; to: number }): Segment {
    const places = this.editor.read($places);
    const [anchor, focus] = [pick(places, from), pick(places, to)];
    this.change(() => $selectPlaces(anchor, focus));
    return { start: Math.min(anchor.at, focus.at), end: Math.max(anchor.at, focus.at) };
  }
}
