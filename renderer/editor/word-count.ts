import { $getRoot, type LexicalEditor, type NodeKey } from 'lexical';

/** Milliseconds after the last change before words are counted again. */
const pause = 400;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words as readers count them, in any language. */
export function countWords(text: string): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}

/** Tells the number of words when the typing pauses; only blocks that changed are counted again. Returns how to stop. */
export function watchWords(editor: LexicalEditor, tell: (words: number) => void): () => void {
  const counted = new Map<NodeKey, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = () =>
    editor.getEditorState().read(() => {
      let words = 0;
      const present = new Set<NodeKey>();
      for (const block of $getRoot().getChildren()) {
        const key = block.getKey();
        const known = counted.get(key) ?? countWords(block.getTextContent());
        counted.set(key, known);
        present.add(key);
        words += known;
      }
      for (const key of counted.keys()) if (!present.has(key)) counted.delete(key);
      tell(words);
    });
  timer = setTimeout(count, 0);
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
