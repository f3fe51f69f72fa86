import { dropStart, plainText } from './pieces.ts';
import type { Block } from './shapes.ts';

/** Writes `[3]` for a raised 3 that leads to a note of the same page, and before that note. */
export function bracketNotes(blocks: readonly Block[]): void {
  const texts = blocks.filter((block) => block.kind === 'text');
  const marks = new Map<number, Set<string>>();
  for (const { note, pieces, first } of texts) {
    if (note === null || note === '') continue;
    marks.set(first, (marks.get(first) ?? new Set()).add(note));
    const text = plainText(pieces);
    if (text.startsWith(note)) dropStart(pieces, note.length + (/^[.)]?\s*/.exec(text.slice(note.length))?.[0].length ?? 0));
    pieces.unshift({ text: `[${inFigures(note)}] `, bold: false, italic: false, fixed: false, href: null, shift: null });
  }
  for (const { first, last, pieces, note } of texts) {
    const known = new Set([...(marks.get(first) ?? []), ...(marks.get(last) ?? [])]);
    if (note !== null || known.size === 0) continue;
    for (const piece of pieces) {
      const written = piece.text.trim();
      if (piece.shift === 'sup' && known.has(written)) {
        piece.text = piece.text.replace(written, `[${written}]`);
        piece.shift = null;
      } else {
        piece.text = piece.text.replace(/[⁰¹²³⁴-⁹]+/gu, (raised) => (known.has(raised) ? `[${inFigures(raised)}]` : raised));
      }
    }
  }
}

/** Raised figures of their own as common ones. */
function inFigures(mark: string): string {
  return mark.normalize('NFKC');
}
