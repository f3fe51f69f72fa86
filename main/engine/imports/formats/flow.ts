import type { Element, ElementContent, Root } from 'hast';
import { type Mark, marksOfWhole, type Run, toInline, withoutMarks } from './runs.ts';

export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

/** A paragraph's place in a list of a word processor, where an item is a paragraph that says so. */
export interface Item {
  /** Which list; its numbers go on wherever it is taken up again. */
  list: string;
  numbered: boolean;
  /** From 0. */
  level: number;
  /** The number of a level's first item. */
  start: number;
}

export interface Paragraph {
  kind: 'p' | HeadingTag | 'quote' | 'code';
  item: Item | null;
  runs: Run[];
}

/** Blocks are paragraphs and what is already in its final form: tables. */
export type Block = Paragraph | Element;

/**
 * The structure that word processors write as a flow of paragraphs, each with its style: lists are rebuilt from their
 * items, code from its lines, and the notes stand at the end. One for all such formats, so that the same text in any
 * of them comes out the same.
 */
export function toTree(blocks: readonly Block[], notes: readonly (readonly Block[])[]): Root {
  const children = toElements(blocks);
  if (notes.length === 0) return { type: 'root', children };
  const isAfterList = children.at(-1)?.tagName === 'ol';
  const ends = notes.map((note, index) => {
    const lines = intoLines(note);
    // Right after a numbered list, the editor would take the notes for more of its items.
    return isAfterList ? element('p', [text(`[${index + 1}] `), ...lines]) : element('li', lines);
  });
  return { type: 'root', children: [...children, ...(isAfterList ? ends : [element('ol', ends)])] };
}

/** The reference to a note, by its place among the notes. */
export function noteReference(index: number): Run {
  return { text: `[${index + 1}]`, marks: new Set<Mark>(['sup']), href: null };
}

/** A heading's tag by its outline level, from 0. */
export function headingTag(level: number): HeadingTag {
  return headingTags[Math.max(0, Math.min(level, headingTags.length - 1))] ?? 'h6';
}

const headingTags: readonly HeadingTag[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Paragraphs a cell may have and still be read as data; with more, or with structure, the table only lays out a page. */
const mostInCell = 4;

/** A table of its rows' cells; the blocks themselves, one after another, where it is there for the layout. */
export function toTable(rows: readonly (readonly Block[])[][]): Block[] {
  const isLayout = rows.every((cells) => cells.length <= 1) || rows.some((cells) => cells.some(hasStructure));
  if (isLayout) return rows.flat(2);
  return [
    element(
      'table',
      rows.map((cells) =>
        element(
          'tr',
          cells.map((cell) => element('td', intoLines(cell))),
        ),
      ),
    ),
  ];
}

function hasStructure(cell: readonly Block[]): boolean {
  const paragraphs = cell.filter(isParagraph);
  if (paragraphs.length < cell.length || paragraphs.filter(({ runs }) => runs.length > 0).length > mostInCell) return true;
  return paragraphs.some(({ kind, item }) => item !== null || (kind !== 'p' && kind !== 'quote'));
}

function isParagraph(block: Block): block is Paragraph {
  return 'runs' in block;
}

/** Blocks as lines of one piece, as in a cell or a note. */
function intoLines(blocks: readonly Block[]): ElementContent[] {
  return blocks.flatMap((block, index) => {
    const lines = isParagraph(block) ? toInline(block.runs) : [block];
    return index === 0 ? lines : [element('br', []), ...lines];
  });
}

/** A list being built, and the list that holds it. */
interface OpenList {
  item: Item;
  node: Element;
}

function toElements(blocks: readonly Block[]): Element[] {
  const out: Element[] = [];
  const counters = new Map<string, number[]>();
  let lists: OpenList[] = [];
  let code: Element | null = null;
  for (const block of blocks) {
    const lines = isParagraph(block) && block.kind === 'code' && block.item === null ? toInline(withoutMarks(block.runs, ['code'])) : null;
    if (code !== null && isParagraph(block) && block.kind === 'code' && block.runs.length === 0) {
      // A blank line parts paragraphs where a whole text is set like a program's.
      code = null;
      continue;
    }
    if (lines !== null && code !== null) {
      for (const node of [text('\n'), ...lines]) code.children.push(node);
      continue;
    }
    code = null;
    if (isParagraph(block) && block.item !== null) {
      if (block.runs.length > 0) lists = addItem(out, lists, counters, block.item, toInline(block.runs));
      continue;
    }
    lists = [];
    if (!isParagraph(block)) out.push(block);
    else if (lines !== null) {
      code = element('code', lines);
      out.push(element('pre', [code]));
    } else if (block.runs.length > 0) out.push(toElement(block));
  }
  return out;
}

function toElement({ kind, runs }: Paragraph): Element {
  if (kind === 'p' || kind === 'code') return element('p', toInline(runs));
  if (kind === 'quote') return element('blockquote', [element('p', toInline(runs))]);
  // All headings are bold, and what holds for the whole of one is its style's.
  return element(kind, toInline(withoutMarks(runs, ['b', ...marksOfWhole(runs)])));
}

function addItem(out: Element[], open: OpenList[], counters: Map<string, number[]>, item: Item, content: ElementContent[]): OpenList[] {
  const number = countItem(counters, item);
  let lists = open.filter(({ item: outer }) => outer.level < item.level);
  const same = open.find(({ item: other }) => other.level === item.level && other.list === item.list && other.numbered === item.numbered);
  if (same !== undefined) {
    lists = [...lists, same];
  } else {
    const node = element(item.numbered ? 'ol' : 'ul', []);
    if (item.numbered && number !== 1) node.properties.start = number;
    // An item two levels down without one between hangs on the item above it all the same.
    const holder = lists.at(-1)?.node.children.at(-1);
    if (holder?.type === 'element') holder.children.push(node);
    else out.push(node);
    lists = [...lists, { item, node }];
  }
  lists.at(-1)?.node.children.push(element('li', content));
  return lists;
}

/** An item's number; counting a level starts those below it anew. */
function countItem(counters: Map<string, number[]>, { list, level, start }: Item): number {
  const counts = (counters.get(list) ?? []).slice(0, level + 1);
  const number = (counts[level] ?? start - 1) + 1;
  counts[level] = number;
  counters.set(list, counts);
  return number;
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
