import type { Hyphens } from './hyphens.ts';
import { isSpaced } from './segments.ts';
import type { Piece, Row, Run } from './shapes.ts';

/** Han, kana and full-width forms: written without spaces between words. */
const wide = '[\\u2e80-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff00-\\uff60]';
const endsWide = new RegExp(`${wide}$`, 'u');
const startsWide = new RegExp(`^${wide}`, 'u');
const spacesBetweenWide = new RegExp(`(?<=${wide}) +(?=${wide})`, 'gu');

/** The dots that lead to a page's number in a table of contents. */
export const leaders = /\s?(?:[.·…]\s?){4,}|\s[.·…](?:\s[.·…])*(?=\s+(?:\d+|[ivxlc]+)$)/u;

/** Few of them are leaders only where the page's number follows, perhaps as a run of its own. */
const fewLeaders = /(?:^|\s)[.·…](?:\s[.·…])*\s*$/u;

/** The text of runs that stand on one line, by looks. */
export function piecesOf(row: Row, runs: readonly Run[] = row.segments.flatMap((segment) => segment.runs)): Piece[] {
  const pieces: Piece[] = [];
  const isEntry = leaders.test(row.text);
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    const space = isSpaced(before, run) && !(before !== undefined && endsWide.test(before.text) && startsWide.test(run.text));
    const { bold, italic, fixed, href } = run;
    const words = run.text.replace(spacesBetweenWide, '').replace(leaders, ' ');
    const text = isEntry ? words.replace(fewLeaders, ' ') : words;
    add(pieces, { text: space ? ` ${text}` : text, bold, italic, fixed, href, shift: shiftOf(run, row) });
  });
  return pieces;
}

/** Small type above the line's middle is raised, below it lowered. */
function shiftOf(run: Run, row: Row): Piece['shift'] {
  if (run.size > row.size * 0.85) return null;
  const raised = row.baseline - run.baseline;
  if (raised > row.size * 0.15) return 'sup';
  return raised < -row.size * 0.08 ? 'sub' : null;
}

/** Adds a piece, to the last one where they look alike. White space takes the look before it. */
export function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last === undefined) {
    if (piece.text.trim() !== '') pieces.push({ ...piece, text: piece.text.trimStart() });
  } else if (piece.text.trim() === '') {
    if (!/\s$/.test(last.text)) last.text += ' ';
  } else if (looksLike(last, piece)) last.text += /\s$/.test(last.text) ? piece.text.trimStart() : piece.text;
  else if (/^\s/.test(piece.text)) {
    last.text = `${last.text.trimEnd()} `;
    pieces.push({ ...piece, text: piece.text.trimStart() });
  } else pieces.push({ ...piece });
}

function looksLike(one: Piece, other: Piece): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.fixed === other.fixed &&
    one.href === other.href &&
    one.shift === other.shift
  );
}

export function plainText(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Puts the next line behind a text, with the space or hyphen that belongs there. */
export function joinLine(pieces: Piece[], next: readonly Piece[], hyphens: Hyphens): void {
  const last = pieces.at(-1);
  const [first] = next;
  if (last === undefined || first === undefined) {
    for (const piece of next) add(pieces, piece);
    return;
  }
  const { cut, space } = jointOf(plainText(pieces.slice(-4)), plainText(next.slice(0, 4)), hyphens);
  last.text = last.text.trimEnd();
  if (cut) last.text = last.text.replace(/[-\u00ad‐]$/u, '');
  next.forEach((piece, index) => {
    const text = index === 0 ? piece.text.trimStart() : piece.text;
    add(pieces, { ...piece, text: index === 0 && space ? ` ${text}` : text });
  });
}

/** What stood between two lines: whether the hyphen goes, whether a space comes. */
export function jointOf(left: string, right: string, hyphens: Hyphens): { cut: boolean; space: boolean } {
  const before = left.trimEnd();
  const after = right.trimStart();
  if (endsWide.test(before) && startsWide.test(after)) return { cut: false, space: false };
  if (/[\p{L}\p{M}]\u00ad$/u.test(before)) return { cut: true, space: false };
  // An address goes on after what it may be broken at.
  if (/(?:https?:\/\/|www\.)\S*[/\-_=&?%.#~]$/.test(before) && /^[\w/~%#?&=.-]/.test(after)) return { cut: false, space: false };
  if (/(?:https?:)$/.test(before) && after.startsWith('//')) return { cut: false, space: false };
  const broken = /([\p{L}\p{M}\d'’]+(?:[-‐][\p{L}\p{M}\d]+)*)[-‐]$/u.exec(before)?.[1];
  if (broken === undefined) return { cut: false, space: !/[—/]$/.test(before) || /\s[—/]$/.test(before) };
  const rest = /^[\p{L}\p{M}'’]+/u.exec(after)?.[0] ?? '';
  // "Haupt- und": a hyphen that stands for what follows later.
  if (/^(?:and|or|und|oder|bzw|и|или|et|ou|y|o|e)$/u.test(rest)) return { cut: false, space: true };
  if (!/^\p{Ll}/u.test(rest) || /\d$/.test(broken)) return { cut: false, space: false };
  if (isNoSyllable(before, broken, rest)) return { cut: false, space: false };
  return { cut: hyphens.areOneWord(broken, rest), space: false };
}

/** "TCP-based", "web-сервер", "/etc/pap-secrets": a hyphen that no line's end puts there. */
function isNoSyllable(before: string, broken: string, rest: string): boolean {
  const isLatin = (letter: string) => /^\p{Script=Latin}/u.test(letter);
  return /[/\\_=]\S*$/.test(before) || /\p{Lu}{2}$/u.test(broken) || isLatin(broken.slice(-1)) !== isLatin(rest);
}

/** Takes the first characters off a text. */
export function dropStart(pieces: Piece[], length: number): void {
  let left = length;
  while (left > 0) {
    const [first] = pieces;
    if (first === undefined) return;
    if (first.text.length > left) {
      first.text = first.text.slice(left).trimStart();
      return;
    }
    left -= first.text.length;
    pieces.shift();
  }
}
