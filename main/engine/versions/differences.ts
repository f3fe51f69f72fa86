import type { DifferenceKind, ParagraphDifference } from '../../../contract/index.ts';
import type { Tell } from '../jobs/tell.ts';
import { align } from './align.ts';

interface Part {
  kind: DifferenceKind;
  text: string;
}

/** What was replaced by what; either may be empty. */
interface Replacement {
  removed: string;
  added: string;
}

/**
 * Words that stayed between two replacements at least this many times as long are shown as replaced with them: two texts
 * with nothing but “the” in common are two texts.
 */
const drowned = 4;

/** What leads from one text to the other: paragraph by paragraph, then word by word as the reader's language has words. */
export function differences(before: string, after: string, language: string, tell: Tell = () => undefined): ParagraphDifference[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const wordsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const parts: Part[] = [];
  let changed = { removed: '', added: '' };
  const settle = () => {
    for (const part of legible(compare(wordsOf(changed.removed), wordsOf(changed.added)))) parts.push(part);
    changed = { removed: '', added: '' };
  };
  const edits = compare(linesOf(before), linesOf(after));
  for (const [done, { kind, text }] of edits.entries()) {
    tell({ done, total: edits.length, label: 'Comparing' });
    if (kind === 'same') {
      settle();
      parts.push({ kind, text });
    } else changed[kind] += text;
  }
  settle();
  return paragraphsOf(parts);
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function compare(before: readonly string[], after: readonly string[]): Part[] {
  const numbers = new Map<string, number>();
  const numberOf = (item: string) => {
    const known = numbers.get(item) ?? numbers.size;
    numbers.set(item, known);
    return known;
  };
  const edits = align(Int32Array.from(before, numberOf), Int32Array.from(after, numberOf));
  return edits.map(({ kind, from, to }) => ({ kind, text: (kind === 'added' ? after : before).slice(from, to).join('') }));
}

/** Makes stretches of replacements and of what stayed between them, and lets drown what stayed but tells nothing. */
function legible(edits: readonly Part[]): Part[] {
  const stack: (Replacement | string)[] = [{ removed: '', added: '' }];
  for (const { kind, text } of edits) {
    const last = stack.at(-1);
    if (kind === 'same') stack.push(text, { removed: '', added: '' });
    else if (typeof last === 'object') {
      last[kind] += text;
      letDrown(stack);
    }
  }
  return stack.flatMap((item): Part[] => {
    if (typeof item === 'string') return [{ kind: 'same', text: item }];
    const { removed, added } = item;
    return [{ kind: 'removed', text: removed } as const, { kind: 'added', text: added } as const].filter(({ text }) => text !== '');
  });
}

function letDrown(stack: (Replacement | string)[]): void {
  for (;;) {
    const [before, between, after] = stack.slice(-3);
    if (typeof before !== 'object' || typeof between !== 'string' || typeof after !== 'object') return;
    if (between.includes('\n') || Math.min(lengthOf(before), lengthOf(after)) < needed(between)) return;
    stack.splice(-3, 3, {
      removed: before.removed + between + after.removed,
      added: before.added + between + after.added,
    });
  }
}

function lengthOf({ removed, added }: Replacement): number {
  return Math.max(removed.length, added.length);
}

/** How long the replacements on both sides must be for the words between to drown in them. */
function needed(between: string): number {
  return /[\p{L}\p{N}]/u.test(between) ? between.length * drowned : 1;
}

function paragraphsOf(parts: readonly Part[]): ParagraphDifference[] {
  const paragraphs: ParagraphDifference[] = [];
  let line: Part[] = [];
  for (const { kind, text } of parts) {
    const lines = text.split('\n');
    lines.forEach((piece, index) => {
      const last = line.at(-1);
      if (piece !== '' && last?.kind === kind) last.text += piece;
      else if (piece !== '') line.push({ kind, text: piece });
      if (index === lines.length - 1) return;
      paragraphs.push({ parts: line, end: kind });
      line = [];
    });
  }
  if (line.length > 0) paragraphs.push({ parts: line, end: null });
  return paragraphs;
}
