import { projectPassages } from '../../../anchoring/index.ts';
import { ArmillaryError, type EngineClient, type Segment, type Sphere } from '../../../contract/index.ts';
import { notifyError } from '../../ui/index.ts';
import { record, recordStep } from '../../undo/timeline.ts';
import { holdTyping, takeTyped } from '../../workspace/typed-ahead.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import type { Act } from '../session/acts.ts';
import type { DocumentSession } from '../session/session.ts';
import { carryOver } from '../text/merge.ts';
import { $selected } from '../text/selection.ts';
import { $mark, $unmark, $unmarkAll, nextWordEnd, passagesOn, previousWordEnd } from '../text/stretch.ts';
import { $textMap } from '../text/text-map.ts';

type NamedSphere = Pick<Sphere, 'id' | 'name'>;
type Target = { passageId: string } | { segment: Segment };

/** The passage in focus and what was selected, at one time. */
interface Meant {
  passageId: string | null;
  selected: ReturnType<typeof $selected>;
}

/** What the analyst does with passages in one open document. */
export class Tagging {
  readonly #session: DocumentSession;
  readonly #engine: EngineClient;
  /** Changes to passages follow one another: the second key must see what the first did. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(session: DocumentSession, engine: EngineClient) {
    this.#session = session;
    this.#engine = engine;
  }

  /** The passage on exactly the selected stretch, the selected stretch, or the passage in focus. */
  target(): Target | null {
    return this.#targetOf(this.#meant());
  }

  /** Puts what is selected into a sphere; takes it out where it is in it already. */
  toggle(sphere: NamedSphere): void {
    this.#inTurn(async (meant) => {
      const target = this.#targetOf(meant);
      if (target === null) return;
      await this.#putInto(target, sphere);
    });
  }

  /** Makes a sphere and puts what is selected into it. */
  toggleNew(name: string): void {
    this.#inTurn(async (meant) => {
      const { sphere, step } = await this.#engine.call('spheres.add', { name });
      recordStep(this.#engine, `Add the sphere ${sphere.name}`, step);
      const target = this.#targetOf(meant);
      if (target !== null) await this.#putInto(target, sphere);
    });
  }

  /** Opens the note of what is selected; makes it a passage first where it is none. */
  note(): void {
    if (this.target() === null) return;
    holdTyping();
    this.#inTurn(async (meant) => {
      try {
        const target = this.#targetOf(meant);
        if (target === null) return void takeTyped();
        if ('segment' in target) await this.#create(target.segment, [], 'New passage');
        else useWorkspace.getState().focusPassage(target.passageId);
        useWorkspace.getState().requestNote();
      } catch (error) {
        takeTyped();
        throw error;
      }
    });
  }

  remove(ids: readonly string[]): void {
    const label = ids.length === 1 ? 'Remove the passage' : `Remove ${ids.length} passages`;
    this.#perform({ remove: ids }, label, () => $unmarkAll($textMap(), new Set(ids)));
    useWorkspace.getState().focusPassage(null);
  }

  /** Sets a passage to what is selected; one that is detached is anchored there. */
  extend(id: string): void {
    const selected = this.#session.editor.read($selected);
    if (selected === null) return;
    if (this.#session.isDetached(id)) {
      this.#perform({ anchor: id }, 'Anchor the passage', () => $mark($textMap(), id, selected.segment));
    } else {
      this.#move(id, selected.segment, 'Set the passage');
    }
  }

  grow(id: string): void {
    this.#resize(id, 'Extend the passage', (text, { start, end }) => ({ start, end: nextWordEnd(text, end) }));
  }

  shrink(id: string): void {
    this.#resize(id, 'Shrink the passage', (text, segment) => ({ start: segment.start, end: previousWordEnd(text, segment) }));
  }

  #resize(id: string, label: string, resize: (text: string, last: Segment) => Segment): void {
    const map = this.#session.editor.read($textMap);
    const last = projectPassages(map).get(id)?.segments.at(-1);
    if (last === undefined) return;
    const next = resize(map.text, last);
    if (next.end === last.end) return;
    this.#session.history.deed(label, () => {
      const fresh = $textMap();
      if (next.end > last.end) $mark(fresh, id, next);
      else $unmark(fresh, id, { start: next.end, end: last.end });
    });
  }

  #move(id: string, segment: Segment, label: string): void {
    this.#session.history.deed(label, () => {
      $unmark($textMap(), id);
      $mark($textMap(), id, segment);
    });
  }

  async #create(segment: Segment, spheres: string[], label: string): Promise<void> {
    const id = await this.#session.takeId();
    this.#perform({ create: { id, spheres } }, label, () => $mark($textMap(), id, segment));
    useWorkspace.getState().focusPassage(id);
  }

  /** Changes marks and passages together, as one deed. */
  #perform(act: Act, label: string, change: () => void): void {
    const session = this.#session;
    const entry = session.history.entry(change);
    if (entry === null) return;
    session.ask(act);
    record({
      label,
      documentId: session.documentId,
      entry,
      undo: () => session.turn(act, entry.undo, entry.redo, 'undo'),
      redo: () => session.turn(act, entry.redo, entry.undo, 'redo'),
    });
  }

  async #setSphere(passageId: string, sphere: NamedSphere): Promise<void> {
    await this.#session.flush();
    const had = this.#session.spheresOf(passageId) ?? [];
    const has = had.includes(sphere.id);
    const sphereIds = has ? had.filter((id) => id !== sphere.id) : [...had, sphere.id];
    const { passages, step } = await this.#engine.call('passages.setSpheres', { passageIds: [passageId], sphereIds });
    this.#session.learn(passages);
    recordStep(this.#engine, has ? `Take out of ${sphere.name}` : `Tag ${sphere.name}`, step, this.#session.documentId);
    useWorkspace.getState().focusPassage(passageId);
  }

  /** What a key or a press means now. */
  #meant(): Meant {
    const { passageId } = useWorkspace.getState();
    return { passageId, selected: this.#session.editor.read($selected) };
  }

  /** Those before it may have made a passage of the selection, or the analyst written in the text before its turn came. */
  #targetOf({ passageId, selected }: Meant): Target | null {
    if (selected === null) return passageId === null || !this.#session.spheresOf(passageId) ? null : { passageId };
    const map = this.#session.editor.read($textMap);
    const segment = carryOver(selected.map.text, map.text, selected.segment);
    if (segment === null) {
      throw new ArmillaryError(
        'conflict',
        'The words selected were changed before they could be tagged. Nothing was tagged: select them again.',
      );
    }
    // The mark of a passage that an undo took back stays in the text until the next save.
    const there = passagesOn(map, segment).filter((id) => this.#session.spheresOf(id) !== undefined);
    const focused = useWorkspace.getState().passageId;
    const existing = there.find((id) => id === focused) ?? there[0];
    return existing === undefined ? { segment } : { passageId: existing };
  }

  async #putInto(target: Target, sphere: NamedSphere): Promise<void> {
    if ('segment' in target) await this.#create(target.segment, [sphere.id], `Tag ${sphere.name}`);
    else await this.#setSphere(target.passageId, sphere);
  }

  /** Does it when those before are done, to what was meant when it was asked for: by then another stretch may be selected. */
  #inTurn(work: (meant: Meant) => Promise<void>): void {
    // The update ends first that the key is handled in.
    const meant = Promise.resolve().then(() => this.#meant());
    const before = this.#last;
    this.#last = meant.then(async (asked) => before.then(() => work(asked))).catch(notifyError);
  }
}
