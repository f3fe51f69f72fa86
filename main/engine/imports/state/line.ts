import type { EditorNode } from '../../../../contract/index.ts';
import { lineBreak, link, tab, text } from './nodes.ts';

/** How a stretch of text stands in a line. */
export interface Style {
  /** Lexical's format bits. */
  format: number;
  /** The address it links to. */
  url: string | null;
  /** White space is kept as it is, as in `<pre>`. */
  verbatim: boolean;
}

interface Stretch extends Style {
  text: string;
}
type Token = Stretch | 'break';

/** Gathers the inline content of one block, with white space as a browser would show it. */
export interface Line {
  add(value: string, style: Style): void;
  break(): void;
  /** Whether nothing that can be seen is in it. */
  isEmpty(): boolean;
  endsInBreak(): boolean;
  /** What was gathered, as nodes; the line is empty afterwards. */
  take(): EditorNode[];
}

export function createLine(): Line {
  let tokens: Token[] = [];

  const atEdge = () => {
    const last = tokens.at(-1);
    return last === undefined || last === 'break' || (!last.verbatim && last.text.endsWith(' '));
  };
  const push = (value: string, style: Style) => {
    if (value === '') return;
    const last = tokens.at(-1);
    if (last !== undefined && last !== 'break' && sameStyle(last, style)) last.text += value;
    else tokens.push({ text: value, ...style });
  };
  /** A space before a break or at the end is not shown. */
  const trimEnd = () => {
    const last = tokens.at(-1);
    if (last === undefined || last === 'break' || last.verbatim || !last.text.endsWith(' ')) return;
    if (last.text === ' ') tokens.pop();
    else last.text = last.text.slice(0, -1);
  };
  const breakLine = () => {
    trimEnd();
    tokens.push('break');
  };

  return {
    add(value, style) {
      if (style.verbatim) {
        value.split('\n').forEach((part, index) => {
          if (index > 0) breakLine();
          push(part, style);
        });
      } else {
        const collapsed = value.replace(/[ \t\n\f\r]+/g, ' ');
        push(atEdge() && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed, style);
      }
    },
    break: breakLine,
    isEmpty: () => tokens.every((token) => token === 'break' || token.text.trim() === ''),
    endsInBreak: () => tokens.at(-1) === 'break',
    take() {
      trimEnd();
      const isBreak = (token: Token | undefined) => token === 'break';
      while (isBreak(tokens.at(-1))) tokens.pop();
      const nodes = toNodes(tokens.slice(tokens.findIndex((token) => !isBreak(token))));
      tokens = [];
      return nodes;
    },
  };
}

function sameStyle(left: Style, right: Style): boolean {
  return left.format === right.format && left.url === right.url && left.verbatim === right.verbatim;
}

function toNodes(tokens: readonly Token[]): EditorNode[] {
  const nodes: EditorNode[] = [];
  let open: { url: string; children: EditorNode[] } | null = null;
  tokens.forEach((token, index) => {
    const url = token === 'break' ? linkAcross(tokens, index) : token.url;
    if (open !== null && url !== open.url) open = null;
    if (url !== null && open === null) {
      open = { url, children: [] };
      nodes.push(link(url, open.children));
    }
    const target = open?.children ?? nodes;
    if (token === 'break') target.push(lineBreak());
    else addText(target, token);
  });
  return nodes;
}

/** The address of the link that a break stands inside of. */
function linkAcross(tokens: readonly Token[], index: number): string | null {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (before === undefined || before === 'break' || after === undefined || after === 'break') return null;
  return before.url === after.url ? before.url : null;
}

/** A tab is a node of its own in Lexical; neighbours of one format are one node. */
function addText(nodes: EditorNode[], { text: value, format }: Stretch): void {
  for (const part of value.split(/(\t)/)) {
    if (part === '') continue;
    const last = nodes.at(-1);
    if (part === '\t') nodes.push(tab(format));
    else if (last?.type === 'text' && last.format === format) last.text += part;
    else nodes.push(text(part, format));
  }
}
