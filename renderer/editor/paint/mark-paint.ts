import { $isMarkNode, MarkNode } from '@lexical/mark';
import { $getNodeByKey, type LexicalEditor, mergeRegister, type NodeKey, type NodeMutation } from 'lexical';
import type { Sphere } from '../../../contract/index.ts';
import { LookSheet } from './mark-looks.ts';

interface Painted {
  element: HTMLElement;
  ids: readonly string[];
  look: string;
}

const focusedClass = 'mark-focused';

/**
 * Paints the marks on screen from what is known of their passages, and knows which elements a passage has. Nothing of
 * it stands in the document; a changed passage repaints its own marks and no others.
 */
export class MarkPaint {
  readonly #editor: LexicalEditor;
  readonly #spheresOf: (passageId: string) => readonly string[] | undefined;
  #looks = new LookSheet();
  #spheres: readonly Sphere[] = [];
  #order = new Map<string, number>();
  #focused: string | null = null;
  readonly #painted = new Map<NodeKey, Painted>();
  readonly #keysOf = new Map<string, Set<NodeKey>>();

  constructor(editor: LexicalEditor, spheresOf: (passageId: string) => readonly string[] | undefined) {
    this.#editor = editor;
    this.#spheresOf = spheresOf;
  }

  /** Returns how to stop. */
  register(): () => void {
    document.adoptedStyleSheets.push(this.#looks.sheet);
    return mergeRegister(
      // The editor has no element yet, and with it every mark will come anew.
      this.#editor.registerMutationListener(MarkNode, (mutations) => this.#follow(mutations), { skipInitialization: true }),
      () => {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#looks.sheet);
        this.#painted.clear();
        this.#keysOf.clear();
      },
    );
  }

  #follow(mutations: ReadonlyMap<NodeKey, NodeMutation>): void {
    this.#editor.getEditorState().read(() => {
      for (const [key, mutation] of mutations) {
        this.#forget(key);
        const node = mutation === 'destroyed' ? null : $getNodeByKey(key);
        const element = this.#editor.getElementByKey(key);
        if ($isMarkNode(node) && element !== null) this.#meet(key, element, node.getIDs());
      }
    });
  }

  /** The codebook changed. */
  setSpheres(spheres: readonly Sphere[]): void {
    this.#spheres = spheres;
    this.#order = new Map(spheres.map(({ id }, index) => [id, index]));
    this.repaint();
  }

  setFocused(passageId: string | null): void {
    const was = this.#focused;
    this.#focused = passageId;
    for (const id of [was, passageId]) for (const element of id === null ? [] : this.elementsOf(id)) this.#show(element);
  }

  /** Paints every mark whose look has changed: what is known of passages changed. */
  repaint(): void {
    for (const painted of this.#painted.values()) this.#paint(painted);
  }

  /** Passages on screen, in no order. */
  ids(): string[] {
    return Array.from(this.#keysOf.keys()).filter((id) => this.knows(id));
  }

  /** A mark stays in the text when its passage is taken back by an undo, until the next save; it looks like no mark. */
  knows(passageId: string): boolean {
    return this.#spheresOf(passageId) !== undefined;
  }

  /** The elements of a passage, in no order. */
  elementsOf(passageId: string): HTMLElement[] {
    return Array.from(this.#keysOf.get(passageId) ?? []).flatMap((key) => this.#painted.get(key)?.element ?? []);
  }

  /** The passages of a mark's element. */
  idsOf(element: Element): readonly string[] {
    return element instanceof HTMLElement ? (element.dataset.passages?.split(' ') ?? []) : [];
  }

  /** The spheres of a passage, in the codebook's order. */
  spheresOf(passageId: string): Sphere[] {
    return (this.#spheresOf(passageId) ?? [])
      .map((id) => this.#spheres[this.#order.get(id) ?? -1])
      .filter((sphere) => sphere !== undefined)
      .toSorted((a, b) => (this.#order.get(a.id) ?? 0) - (this.#order.get(b.id) ?? 0));
  }

  #meet(key: NodeKey, element: HTMLElement, ids: readonly string[]): void {
    const painted: Painted = { element, ids, look: '' };
    this.#painted.set(key, painted);
    element.dataset.passages = ids.join(' ');
    for (const id of ids) {
      const keys = this.#keysOf.get(id) ?? new Set();
      this.#keysOf.set(id, keys.add(key));
    }
    this.#paint(painted);
    if (this.#focused !== null) this.#show(element);
  }

  #forget(key: NodeKey): void {
    const painted = this.#painted.get(key);
    if (painted === undefined) return;
    this.#painted.delete(key);
    painted.element.classList.remove(painted.look || focusedClass);
    for (const id of painted.ids) {
      const keys = this.#keysOf.get(id);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysOf.delete(id);
    }
  }

  #paint(painted: Painted): void {
    const known = painted.ids.filter((id) => this.knows(id));
    const inUse = new Set(known.flatMap((id) => this.#spheresOf(id) ?? []));
    const spheres = this.#spheres.filter(({ id }) => inUse.has(id));
    const look = known.length === 0 ? '' : this.#looks.classOf({ spheres, passages: known.length });
    if (look === painted.look) return;
    if (painted.look !== '') painted.element.classList.remove(painted.look);
    if (look !== '') painted.element.classList.add(look);
    painted.look = look;
  }

  #show(element: HTMLElement): void {
    element.classList.toggle(focusedClass, this.#focused !== null && this.idsOf(element).includes(this.#focused));
  }
}
