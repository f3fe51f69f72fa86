/** Code units of a name before its extension: short enough for every file system, also in UTF-8. */
const longest = 60;

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Words made into a file name that Windows, macOS and Linux all take. */
export function safeFileName(words: string, extension: string): string {
  const name = Array.from(
    words
      .toWellFormed()
      .normalize('NFC')
      .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
      .replace(/\s+/g, ' '),
  )
    .slice(0, longest)
    .join('')
    .replace(/^[\s.~-]+|[\s.]+$/g, '');
  return `${name === '' || reserved.test(name.split('.')[0] ?? '') ? `notebook ${name}`.trim() : name}.${extension}`;
}
