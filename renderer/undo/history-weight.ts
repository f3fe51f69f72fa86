import { $isElementNode, $isTextNode, type EditorState, type NodeKey } from 'lexical';

/** Bytes that one editor's undo history may take, as far as they can be told. */
export const heaviest = 64 * 1024 * 1024;

/** Bytes of a node beside its text, and of its place in a state's map; as Chromium's heap profiler counts them, rounded up. */
const nodeBytes = 512;
const placeBytes = 48;

/** Bytes for each block of the text that Lexical keeps whole with every state: as a rope, of a block's text and what parts it from the next. */
const ropeBytes = 40;

/** From this many nodes on, Lexical's states share a map and each holds only what changed since it was last made anew. */
const sharedFrom = 1000;

/** Reckons what each entry of an undo history keeps in memory that no other entry does: rather too much than too little. */
export class HistoryWeight {
  #touched = new Set<NodeKey>();
  #touchedEver = 0;
  readonly #weights = new WeakMap<object, number>();

  /** An update touched these nodes. */
  touch(keys: Iterable<NodeKey>): void {
    for (const key of keys) this.#touched.add(key);
  }

  /** The history made an entry of what was touched since the last one, or took one back that it made before. */
  weigh(entry: object, { _nodeMap: nodes }: EditorState): void {
    if (this.#weights.has(entry)) return;
    this.#touchedEver += this.#touched.size;
    // Lexical makes the map anew when half of it has changed.
    let bytes = placeBytes * (nodes.size < sharedFrom ? nodes.size : Math.min(this.#touchedEver, nodes.size / 2));
    const root = nodes.get('root');
    if ($isElementNode(root)) bytes += ropeBytes * root.__size;
    for (const key of this.#touched) {
      const node = nodes.get(key);
      bytes += nodeBytes + ($isTextNode(node) ? 2 * node.__text.length : 0);
    }
    this.#weights.set(entry, bytes);
    this.#touched = new Set();
  }

  /** Takes the oldest entries off a history until the others are light enough; the newest always stays. */
  lighten(entries: object[], most: number): void {
    let bytes = 0;
    let first = entries.length;
    while (first > 0) {
      bytes += this.#weights.get(entries[first - 1] ?? {}) ?? 0;
      if (bytes > most && first < entries.length) break;
      first -= 1;
    }
    entries.splice(0, first);
  }
}
