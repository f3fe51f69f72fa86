/** Narrower or wider than this, a fixed width is not a person's or a mail program's doing. In columns. */
const narrowest = 50;
const widest = 100;
/** Breaks between lines a text must have before it is called wrapped. */
const fewestBreaks = 4;
/** Of those breaks, how many a wrapping program must explain. */
const wrappedShare = 0.8;
/** Where in the order of line lengths the width is read off: a few lines (an address, a heading) may be longer. */
const widthQuantile = 0.95;

/**
 * The column at which a text was wrapped, or null where it does not look so. A wrapping program breaks a line only where
 * the next word would not have fitted; a person (an address, verse, a table) breaks anywhere.
 */
export function wrapWidth(blocks: readonly (readonly string[])[]): number | null {
  const broken: { line: string; next: string }[] = [];
  for (const lines of blocks) {
    lines.forEach((next, index) => {
      const line = lines[index - 1];
      if (line !== undefined && !startsAnew(next) && !hasColumns(line) && !hasColumns(next)) broken.push({ line, next });
    });
  }
  const widths = broken.map(({ line }) => columns(line)).sort((left, right) => left - right);
  const width = widths[Math.floor((widths.length - 1) * widthQuantile)];
  if (width === undefined || width < narrowest || width > widest || broken.length < fewestBreaks) return null;
  const explained = broken.filter(({ line, next }) => isWrappedBreak(line, next, width));
  return explained.length >= broken.length * wrappedShare ? width : null;
}

/** Whether every break in a block that stands before no list item or quoted line is a wrapping program's. */
export function isWrapped(lines: readonly string[], width: number): boolean {
  return lines.every(
    (line, index) => !hasColumns(line) && (index === 0 || startsAnew(line) || isWrappedBreak(lines[index - 1] ?? '', line, width)),
  );
}

/** A block's lines in one; list items and quoted lines keep a line of their own. */
export function joinWrapped(lines: readonly string[]): string {
  const parts: string[] = [];
  lines.forEach((line, index) => {
    if (index > 0) parts.push(startsAnew(line) ? '\n' : joint(lines[index - 1] ?? '', line.trim()));
    parts.push(line.trim());
  });
  return parts.join('');
}

function isWrappedBreak(line: string, next: string, width: number): boolean {
  const start = next.trim();
  const word = wideCharacter.test(start.slice(0, 1)) ? start.slice(0, 1) : (/^\S+/.exec(start)?.[0] ?? '');
  return columns(line) + joint(line, start).length + columns(word) > width;
}

/** Han, kana and full-width forms, which take two columns and are wrapped between any two characters. */
const wideCharacter = /[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60]/;

function columns(line: string): number {
  let count = line.length;
  for (const character of line) if (wideCharacter.test(character)) count += 1;
  return count;
}

/** What stood where the line was wrapped: a space, but nothing between Han or after a word's hyphen, which stays. */
function joint(left: string, right: string): '' | ' ' {
  if (wideCharacter.test(left.slice(-1)) && wideCharacter.test(right.slice(0, 1))) return '';
  return /\p{L}-$/u.test(left.slice(-3)) && /^\p{Ll}/u.test(right) ? '' : ' ';
}

function startsAnew(line: string): boolean {
  return /^\s*([-*•–—]\s|\d{1,3}[.)]\s|>)/.test(line);
}

/** Columns or a line of dots, as in a table of contents. */
function hasColumns(line: string): boolean {
  return /\S {3,}\S|\S\t+\S|\.{4,}|(\. ){3,}/.test(line);
}
