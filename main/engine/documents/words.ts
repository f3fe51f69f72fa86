const segmenters = new Map<string, Intl.Segmenter>();

/** Words as the reader's language has them, so that Chinese, which writes no spaces, has a count too. */
export function countWords(text: string, language: string): number {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}

/**
 * The word count of `after`, from that of `before`: only the lines that differ are counted, because a book takes a
 * fifth of a second and this runs at each save. A word never crosses a line's end.
 */
export function recountWords(before: { text: string; words: number }, after: string, language: string): number {
  const { start, endBefore, endAfter } = changedLines(before.text, after);
  return before.words - countWords(before.text.slice(start, endBefore), language) + countWords(after.slice(start, endAfter), language);
}

/** The whole lines in which two texts differ: from `start` in both to an end in each. */
function changedLines(before: string, after: string): { start: number; endBefore: number; endAfter: number } {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same += 1;
  const start = same === 0 ? 0 : before.lastIndexOf('\n', same - 1) + 1;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  const lineEnd = before.indexOf('\n', before.length - tail);
  const kept = lineEnd === -1 ? 0 : before.length - lineEnd;
  return { start, endBefore: before.length - kept, endAfter: after.length - kept };
}
