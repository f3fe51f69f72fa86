import type { LexicalEditor } from 'lexical';
import { type AnchoredText, anchoredText, deriveText } from '../../../anchoring/index.ts';
import type { EditorState } from '../../../contract/index.ts';
import { carryOver, passageChanges, placeOf, skeletonOf } from '../text/merge.ts';
import { $mark, $unmarkAll } from '../text/stretch.ts';
import { $textMap } from '../text/text-map.ts';
import { adopt } from './documents.ts';

/** What other hands do to the passages of a document that is open in an editor, brought into that editor. */
export class JoinedPassages {
  readonly #editor: LexicalEditor;
  /** Those that no state of the undo history knows. */
  readonly #joined = new Map<string, AnchoredText>();

  constructor(editor: LexicalEditor) {
    this.#editor = editor;
  }

  /** Brings in passages that were made, moved or removed between two stored states. False where more than passages changed. */
  join(base: EditorState, latest: EditorState): boolean {
    if (skeletonOf(latest) !== skeletonOf(base)) return false;
    const before = deriveText(base);
    const after = deriveText(latest);
    const { put, drop } = passageChanges(before, after);
    for (const [id, segments] of put) this.#joined.set(id, anchoredText(after.text, segments));
    for (const id of drop) this.#joined.delete(id);
    adopt(this.#editor, () => {
      $unmarkAll($textMap(), new Set([...drop, ...put.keys()]));
      for (const [id, segments] of put) {
        for (const segment of segments) {
          const map = $textMap();
          const place = carryOver(before.text, map.text, segment);
          if (place !== null) $mark(map, id, place);
        }
      }
    });
    return true;
  }

  /** An undo put back a text from before other hands tagged it: their passages are found in it again by their words. */
  joinAgain(isPassage: (id: string) => boolean): void {
    if (this.#joined.size === 0) return;
    adopt(this.#editor, () => {
      const present = new Set($textMap().runs.flatMap(({ markIds }) => markIds));
      for (const [id, anchored] of this.#joined) {
        if (present.has(id) || !isPassage(id)) continue;
        const map = $textMap();
        const place = placeOf(map.text, anchored);
        if (place !== null) $mark(map, id, place);
      }
    });
  }

  /** A passage was removed here. */
  forget(id: string): void {
    this.#joined.delete(id);
  }

  /** The text is another. */
  clear(): void {
    this.#joined.clear();
  }
}
