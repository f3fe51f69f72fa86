/** Whatever `normaliseText` changes, but for halves of surrogate pairs; most texts have nothing of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are among it.
const toChange = /[\0-\u0008\u000b\r\u000e-\u001f\u007f\u0085\u2028\u2029\ufeff]/;

/**
 * Text as the rest reads it: `\n` alone ends a line, no control characters but tab and page break, no halves of
 * surrogate pairs. Letters, spaces and their composition stay as they came.
 */
export function normaliseText(text: string): string {
  if (text.isWellFormed() && !toChange.test(text)) return text;
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u0085\u2028]/g, '\n')
      .replaceAll('\u2029', '\n\n')
      .replaceAll('\ufeff', '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what this takes out.
      .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '')
  );
}
