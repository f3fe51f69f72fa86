import type { Element, ElementContent, Root } from 'hast';
import { readPlainText } from './plain-text.ts';

/** Deeper quotes are shown at this depth. */
const deepestQuote = 20;
/** Turns between text and quotes beyond which nobody quotes: the text is taken as it is. */
const mostTurns = 20_000;

interface Flow {
  /** `format=flowed` of RFC 3676: a space at a line's end says that the paragraph goes on. */
  flowed: boolean;
  /** `delsp=yes`: that space is not part of the text. */
  deletesSpace: boolean;
}

interface Line {
  /** Marks of quoting before it. */
  depth: number;
  text: string;
}

/** The plain text of a message as a tree: lines that answer others stand in quotes, wrapped lines are joined again. */
export function readMessageText(source: string, flow: Flow): Root {
  const lines = source.split('\n').map(lineOf);
  const joined = flow.flowed ? unflow(lines, flow.deletesSpace) : lines;
  const turns = joined.filter(({ depth }, index) => depth !== joined[index - 1]?.depth).length;
  return { type: 'root', children: turns > mostTurns ? paragraphsOf(joined) : quoted(joined, 0) };
}

function lineOf(written: string): Line {
  const marks = /^(?:>[ \t]?)+/.exec(written)?.[0] ?? '';
  const depth = Math.min(deepestQuote, marks.split('>').length - 1);
  return { depth, text: written.slice(marks.length) };
}

function unflow(lines: readonly Line[], deletesSpace: boolean): Line[] {
  const paragraphs: Line[] = [];
  let goesOn = false;
  for (const { depth, text } of lines) {
    // A space that was put before a line so that it is not taken for a quote's mark.
    const content = depth === 0 && text.startsWith(' ') ? text.slice(1) : text;
    const isSignature = content === '-- ';
    const continues = content.endsWith(' ') && !isSignature;
    const kept = continues && deletesSpace ? content.slice(0, -1) : content;
    const last = paragraphs.at(-1);
    if (goesOn && last?.depth === depth && !isSignature) last.text += kept;
    else paragraphs.push({ depth, text: kept });
    goesOn = continues;
  }
  return paragraphs;
}

/** Lines of one depth as paragraphs; deeper ones between them as quotes. */
function quoted(lines: readonly Line[], depth: number): Element[] {
  const blocks: Element[] = [];
  let start = 0;
  while (start < lines.length) {
    const isDeeper = (line: Line | undefined) => line !== undefined && line.depth > depth;
    let end = start + 1;
    while (end < lines.length && isDeeper(lines[end]) === isDeeper(lines[start])) end += 1;
    const run = lines.slice(start, end);
    if (isDeeper(run[0])) blocks.push({ type: 'element', tagName: 'blockquote', properties: {}, children: quoted(run, depth + 1) });
    else blocks.push(...paragraphsOf(run));
    start = end;
  }
  return blocks;
}

/** A message has no title in its text: its first line is a greeting. */
function paragraphsOf(lines: readonly Line[]): Element[] {
  const { children } = readPlainText(lines.map(({ text }) => text).join('\n'));
  return children
    .filter((child): child is ElementContent & Element => child.type === 'element')
    .map((block) => (block.tagName === 'h1' ? { ...block, tagName: 'p' } : block));
}
