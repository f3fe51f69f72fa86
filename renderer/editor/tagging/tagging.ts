import { $getSelection, type BaseSelection } from 'lexical';
import { projectPassages } from '../../../anchoring/index.ts';
import { ArmillaryError, type EngineClient, type Segment, type Sphere } from '../../../contract/index.ts';
import { notify } from '../../ui/index.ts';
import { inItsTurn } from '../../undo/in-its-turn.ts';
import { record, recordStep } from '../../undo/timeline.ts';
import { holdTyping, takeTyped } from '../../workspace/typed-ahead.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import type { Act } from '../session/acts.ts';
import type { DocumentSession } from '../session/session.ts';
import { carryOver } from '../text/merge.ts';
import { $selected } from '../text/selection.ts';
import { $mark, $unmark, $unmarkAll, nextWordEnd, passagesOn, previousWordEnd } from '../text/stretch.ts';
import { $textMap, type TextMap } from '../text/text-map.ts';

type NamedSphere = Pick<Sphere, 'id' | 'name'>;
type Selected = NonNullable<ReturnType<typeof $selected>>;
type Target = { passageId: string } | { selected: Selected };

/** The passage in focus and what was selected, at one time. */
interface Meant {
  passageId: string | null;
  selected: Selected | null;
  selection: BaseSelection | null;
}

const wordsChanged = 'The words selected were changed before their turn came. Nothing was done: select them again.';

function sayNothingSelected(): void {
  notify({ message: 'Nothing was done: no words are selected.' });
}

/** Where what was selected stands now. Throws `conflict` where its words were changed meanwhile. */
function placeIn(now: TextMap, { map, segment }: Selected): Segment {
  const place = carryOver(map.text, now.text, segment);
  if (place === null) throw new ArmillaryError('conflict', wordsChanged);
  return place;
}

/** What the analyst does with passages in one open document. */
export class Tagging {
  readonly #session: DocumentSession;
  readonly #engine: EngineClient;

  constructor(session: DocumentSession, engine: EngineClient) {
    this.#session = session;
    this.#engine = engine;
  }

  /** The passage on exactly the selected stretch, the selected stretch, or, with nothing selected, the passage in focus. */
  target(): Target | null {
    return this.#targetOf(this.#meant());
  }

  /** Whether there is something to tag; where there is not, the analyst is told. */
  canTag(): boolean {
    if (this.target() !== null) return true;
    sayNothingSelected();
    return false;
  }

  /** Puts what is selected into a sphere; takes it out where it is in it already. */
  toggle(sphere: NamedSphere): void {
    this.#inTurn(async (meant) => {
      await this.#putInto(meant, sphere);
    });
  }

  /** Makes a sphere and puts what is selected into it. */
  toggleNew(name: string): void {
    this.#inTurn(async (meant) => {
      const { sphere, step } = await this.#engine.call('spheres.add', { name });
      recordStep(this.#engine, `Add the sphere ${sphere.name}`, step);
      await this.#putInto(meant, sphere);
    });
  }

  /** Opens the note of what is selected; makes it a passage first where it is none. */
  note(): void {
    if (!this.canTag()) return;
    holdTyping();
    this.#inTurn(async (meant) => {
      try {
        const target = this.#targetOf(meant);
        if (target === null) return void takeTyped();
        const id = 'passageId' in target ? target.passageId : await this.#create(target.selected, [], 'New passage');
        useWorkspace.getState().focusPassage(id);
        useWorkspace.getState().requestNote();
      } catch (error) {
        takeTyped();
        throw error;
      }
    });
  }

  remove(ids: readonly string[]): void {
    const label = ids.length === 1 ? 'Remove the passage' : `Remove ${ids.length} passages`;
    void inItsTurn(async () => {
      const stoodInText = this.#perform({ remove: ids }, label, () => $unmarkAll($textMap(), new Set(ids)));
      if (!stoodInText) await this.#removeDetached(ids, label);
      const { passageId, focusPassage } = useWorkspace.getState();
      if (passageId !== null && ids.includes(passageId)) focusPassage(null);
    });
  }

  async #removeDetached(ids: readonly string[], label: string): Promise<void> {
    await this.#session.flush();
    const { step } = await this.#engine.call('passages.remove', { passageIds: [...ids] });
    recordStep(this.#engine, label, step, this.#session.documentId);
  }

  /** Sets a passage to what is selected; one that is detached is anchored there. */
  extend(id: string): void {
    this.#inTurn(async ({ selected }) => {
      if (selected === null) return sayNothingSelected();
      const place = placeIn(this.#session.editor.read($textMap), selected);
      if (this.#session.isDetached(id)) {
        this.#perform({ anchor: id }, 'Anchor the passage', () => $mark($textMap(), id, place));
      } else {
        this.#move(id, place, 'Set the passage');
      }
    });
  }

  grow(id: string): void {
    this.#resize(id, 'Extend the passage', (text, { start, end }) => ({ start, end: nextWordEnd(text, end) }));
  }

  shrink(id: string): void {
    this.#resize(id, 'Shrink the passage', (text, segment) => ({ start: segment.start, end: previousWordEnd(text, segment) }));
  }

  #resize(id: string, label: string, resize: (text: string, last: Segment) => Segment): void {
    void inItsTurn(async () => {
      const map = this.#session.editor.read($textMap);
      const last = projectPassages(map).get(id)?.segments.at(-1);
      if (last === undefined) return void notify({ message: 'The passage has no words in the text: anchor it on some first.' });
      const next = resize(map.text, last);
      if (next.end === last.end) return;
      this.#session.history.deed(label, () => {
        const fresh = $textMap();
        if (next.end > last.end) $mark(fresh, id, next);
        else $unmark(fresh, id, { start: next.end, end: last.end });
      });
    });
  }

  #move(id: string, segment: Segment, label: string): void {
    this.#session.history.deed(label, () => {
      $unmark($textMap(), id);
      $mark($textMap(), id, segment);
    });
  }

  /** Resolves to the new passage's id. */
  async #create({ map, segment }: Selected, spheres: string[], label: string): Promise<string> {
    const id = await this.#session.takeId();
    const isMade = this.#perform({ create: { id, spheres } }, label, () => {
      const now = $textMap();
      const place = carryOver(map.text, now.text, segment);
      if (place !== null) $mark(now, id, place);
    });
    if (!isMade) throw new ArmillaryError('conflict', wordsChanged);
    return id;
  }

  /** Changes marks and passages together, as one deed. False where nothing changed. */
  #perform(act: Act, label: string, change: () => void): boolean {
    const session = this.#session;
    const entry = session.history.entry(change);
    if (entry === null) return false;
    session.ask(act);
    record({
      label,
      documentId: session.documentId,
      entry,
      undo: () => session.turn(act, entry.undo, entry.redo, 'undo'),
      redo: () => session.turn(act, entry.redo, entry.undo, 'redo'),
    });
    return true;
  }

  async #toggleSphere(passageId: string, { id, name }: NamedSphere): Promise<void> {
    await this.#session.made(passageId);
    const { taggings } = await this.#engine.call('passages.get', { passageId });
    const has = taggings.some(({ sphereId }) => sphereId === id);
    const change = has ? { remove: [id] } : { add: [id] };
    const { passages, step } = await this.#engine.call('passages.changeSpheres', { passageIds: [passageId], ...change });
    this.#session.learn(passages);
    recordStep(this.#engine, has ? `Take out of ${name}` : `Tag ${name}`, step, this.#session.documentId);
  }

  /** What a key or a press means now. */
  #meant(): Meant {
    const { passageId } = useWorkspace.getState();
    return this.#session.editor.read(() => ({ passageId, selected: $selected(), selection: $getSelection()?.clone() ?? null }));
  }

  /** Whether the analyst is still where the key was pressed. */
  #isStillMeant({ passageId, selection }: Meant): boolean {
    const now = this.#session.editor.read($getSelection);
    return useWorkspace.getState().passageId === passageId && (now === null ? selection === null : now.is(selection));
  }

  /** Those before it may have made a passage of the selection, or the analyst written in the text before its turn came. */
  #targetOf({ passageId, selected, selection }: Meant): Target | null {
    if (selected === null) {
      const isSpace = selection?.isCollapsed() === false;
      return isSpace || passageId === null || !this.#session.spheresOf(passageId) ? null : { passageId };
    }
    const map = this.#session.editor.read($textMap);
    // The mark of a passage that an undo took back stays in the text until the next save.
    const there = passagesOn(map, placeIn(map, selected)).filter((id) => this.#session.spheresOf(id) !== undefined);
    const focused = useWorkspace.getState().passageId;
    const existing = there.find((id) => id === focused) ?? there[0];
    return existing === undefined ? { selected } : { passageId: existing };
  }

  async #putInto(meant: Meant, sphere: NamedSphere): Promise<void> {
    const target = this.#targetOf(meant);
    if (target === null) return sayNothingSelected();
    // Who went on meanwhile keeps the focus where it is now.
    const isStillMeant = this.#isStillMeant(meant);
    if ('passageId' in target) {
      if (isStillMeant) useWorkspace.getState().focusPassage(target.passageId);
      await this.#toggleSphere(target.passageId, sphere);
    } else {
      const id = await this.#create(target.selected, [sphere.id], `Tag ${sphere.name}`);
      if (isStillMeant) useWorkspace.getState().focusPassage(id);
    }
  }

  /** Does it when those before are done, to what was meant when it was asked for: by then another stretch may be selected. */
  #inTurn(work: (meant: Meant) => Promise<void>): void {
    // The update ends first that the key is handled in.
    const meant = Promise.resolve().then(() => this.#meant());
    void inItsTurn(async () => work(await meant));
  }
}
