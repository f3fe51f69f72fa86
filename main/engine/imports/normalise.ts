/**
 * Text as the rest reads it: `\n` alone ends a line, no control characters but tab and page break, no halves of
 * surrogate pairs. Letters, spaces and their composition stay as they came.
 */
export function normaliseText(text: string): string {
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
