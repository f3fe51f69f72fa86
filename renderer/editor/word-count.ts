import { $getRoot, type LexicalEditor, type NodeKey } from 'lexical';
import { countWords } from '../../anchoring/index.ts';
import type { Document } from '../../contract/index.ts';

/** Milliseconds after the last change before words are counted again. */
const pause = 400;

/** Milliseconds before the words of a document just opened are counted: what is shown until then was counted when it was saved. */
const firstPause = 3000;

/** Milliseconds of counting at a stretch: a book is counted between keystrokes, not in place of them. */
const slice = 8;

/**
 * Tells the number of words when the typing pauses: what the notebook counted when it was saved, and what came and went since.
 * A browser parts a few words otherwise than the notebook does. Only blocks that changed are counted again. Returns how to stop.
 */
export function watchWords(
  editor: LexicalEditor,
  { language, words }: Pick<Document, 'language' | 'words'>,
  tell: (words: number) => void,
): () => void {
  const opened = editor.getEditorState();
  const counted = new Map<NodeKey, number>();
  let atFirst: number | null = null;
  let isChanged = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = () => {
    const until = performance.now() + slice;
    const sum = (atFirst === null ? opened : editor.getEditorState()).read(() => {
      let all = 0;
      for (const block of $getRoot().getChildren()) {
        const key = block.getKey();
        let known = counted.get(key);
        if (known === undefined) {
          if (performance.now() > until) return null;
          known = countWords(block.getTextContent(), language);
          counted.set(key, known);
        }
        all += known;
      }
      return all;
    });
    if (sum === null) timer = setTimeout(count, 0);
    else if (atFirst !== null) tell(words + sum - atFirst);
    else {
      atFirst = sum;
      if (isChanged) {
        counted.clear();
        timer = setTimeout(count, 0);
      }
    }
  };
  timer = setTimeout(count, firstPause);
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    isChanged = true;
    // An undo puts another state in place of this one, and names only the root.
    if (dirtyElements.size === 1 && dirtyElements.has('root')) counted.clear();
    for (const key of dirtyElements.keys()) counted.delete(key);
    clearTimeout(timer);
    timer = setTimeout(count, pause);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
