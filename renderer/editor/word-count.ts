import { $getRoot, type LexicalEditor, type NodeKey } from 'lexical';
import { countWords } from '../../anchoring/index.ts';

/** Milliseconds after the last change before words are counted again. */
const pause = 400;

/** Milliseconds before the words of a document just opened are counted: what is shown until then was counted when it was saved. */
const firstPause = 3000;

/** Milliseconds of counting at a stretch: a book is counted between keystrokes, not in place of them. */
const slice = 8;

/**
 * Tells the number of words when the typing pauses, counted as the notebook counts them; only blocks that changed are counted
 * again. Returns how to stop.
 */
export function watchWords(editor: LexicalEditor, language: string, tell: (words: number) => void): () => void {
  const counted = new Map<NodeKey, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = () => {
    const until = performance.now() + slice;
    const words = editor.getEditorState().read(() => {
      let sum = 0;
      for (const block of $getRoot().getChildren()) {
        const key = block.getKey();
        let known = counted.get(key);
        if (known === undefined) {
          if (performance.now() > until) return null;
          known = countWords(block.getTextContent(), language);
          counted.set(key, known);
        }
        sum += known;
      }
      return sum;
    });
    if (words === null) timer = setTimeout(count, 0);
    else tell(words);
  };
  timer = setTimeout(count, firstPause);
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
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
