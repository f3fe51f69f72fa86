import { projectPassages } from '../../anchoring/index.ts';
import type { EngineClient, Segment, Sphere } from '../../contract/index.ts';
import { notifyError } from '../ui/index.ts';
import { record, recordStep } from '../undo/timeline.ts';
import { holdTyping, takeTyped } from '../workspace/typed-ahead.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { $selected } from './selection.ts';
import type { Act, DocumentSession } from './session.ts';
import { $mark, $unmark, nextWordEnd, passagesOn, previousWordEnd } from './stretch.ts';
import { $textMap } from './text-map.ts';

type NamedSphere = Pick<Sphere, 'id' | 'name'>;

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
  target(): { passageId: string } | { segment: Segment } | null {
    const { passageId } = useWorkspace.getState();
    const selected = this.#session.editor.read($selected);
    if (selected === null) return passageId === null || !this.#session.spheresOf(passageId) ? null : { passageId };
    const there = passagesOn(selected.map, selected.segment);
    const existing = there.find((id) => id === passageId) ?? there[0];
    return existing === undefined ? { segment: selected.segment } : { passageId: existing };
  }

  /** Puts what is selected into a sphere; takes it out where it is in it already. */
  toggle(sphere: NamedSphere): void {
    this.#inTurn(async () => {
      const target = this.target();
      if (target === null) return;
      if ('segment' in target) await this.#create(target.segment, [sphere.id], `Tag ${sphere.name}`);
      else await this.#setSphere(target.passageId, sphere);
    });
  }

  /** Makes a sphere and puts what is selected into it. */
  toggleNew(name: string): void {
    this.#inTurn(async () => {
      const { sphere, step } = await this.#engine.call('spheres.add', { name });
      recordStep(this.#engine, `Add the sphere ${sphere.name}`, step);
      this.toggle(sphere);
    });
  }

  /** Opens the note of what is selected; makes it a passage first where it is none. */
  note(): void {
    if (this.target() === null) return;
    holdTyping();
    this.#inTurn(async () => {
      try {
        const target = this.target();
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

  remove(id: string): void {
    this.#perform({ remove: id }, 'Remove the passage', () => $unmark($textMap(), id));
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

  #inTurn(work: () => Promise<void>): void {
    this.#last = this.#last.then(work).catch(notifyError);
  }
}
