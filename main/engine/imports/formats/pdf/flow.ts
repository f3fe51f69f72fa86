import { isCode, toCode } from './code.ts';
import { columnsOf } from './columns.ts';
import type { Edges } from './edges.ts';
import type { Hyphens } from './hyphens.ts';
import type { Measure } from './measure.ts';
import { noteMark, takeNotes } from './notes.ts';
import { paragraphsOf, type Setting } from './paragraphs.ts';
import { joinLine, plainText } from './pieces.ts';
import type { Block, Page, Row, TextBlock } from './shapes.ts';
import { tableLength, toTable } from './tables.ts';

/** A page's columns in reading order. */
export interface Columns {
  page: Page;
  columns: Row[][];
}

export function readColumns(pages: readonly Page[]): Columns[] {
  return pages.map((page) => ({ page, columns: page.sheets.flatMap(({ segments }) => columnsOf(segments)) }));
}

/** What holds for the whole document. */
export interface Style {
  measure: Measure;
  edges: Edges;
  hyphens: Hyphens;
}

/** The text of all pages: paragraphs go on over columns and pages, notes stand behind the paragraph that they interrupt. */
export function toBlocks(pages: readonly Columns[], style: Style): Block[] {
  const blocks: Block[] = [];
  let waiting: TextBlock[] = [];
  /** Whether a column begins, where the text of the one before may go on. */
  let starts = false;
  const put = (block: Block) => {
    const parts = starts ? broken(blocks, block) : null;
    starts = false;
    if (parts !== null) {
      const { before, rest } = parts;
      joinLine(before.pieces, rest.pieces, style.hyphens);
      before.last = rest.last;
      before.open = rest.open;
      before.lines += rest.lines;
      return;
    }
    blocks.push(...waiting, block);
    waiting = [];
  };
  for (const { page, columns } of pages) {
    const notes: TextBlock[] = [];
    for (const column of columns) {
      const { rows, notes: small } = takeNotes(column, style.measure.size, isLowest(column, columns));
      const start = Math.min(...column.map(({ left }) => left));
      const setting: Setting = { ...style, page: page.index, start, edge: style.edges.of(column) };
      starts = true;
      for (const block of blocksOf(rows, setting)) put(block);
      notes.push(...notesOf(small, setting));
    }
    waiting.push(...notes);
  }
  blocks.push(...waiting);
  return blocks;
}

/** Whether a column stands below all others of its page. */
function isLowest(column: readonly Row[], columns: readonly (readonly Row[])[]): boolean {
  const top = Math.min(...column.map(({ baseline }) => baseline));
  return columns.length > 1 && columns.every((other) => other === column || other.every(({ baseline }) => baseline < top));
}

function blocksOf(rows: readonly Row[], setting: Setting): Block[] {
  const { page } = setting;
  const blocks: Block[] = [];
  let text: Row[] = [];
  const flush = () => {
    if (text.length > 0) blocks.push(...paragraphsOf(text, setting));
    text = [];
  };
  for (let at = 0; at < rows.length; ) {
    const code = rows.slice(at).findIndex((row) => !isCode(row));
    const codeLength = code === -1 ? rows.length - at : code;
    const length = tableLength(rows, at, setting);
    if (length > codeLength) {
      flush();
      blocks.push(toTable(rows.slice(at, at + length), setting));
    } else if (codeLength > 0) {
      flush();
      blocks.push(toCode(rows.slice(at, at + codeLength), page));
    } else text.push(...rows.slice(at, at + 1));
    at += length > codeLength ? length : Math.max(1, codeLength);
  }
  flush();
  return blocks;
}

/** The notes of a column's foot, each in one block. */
function notesOf(rows: readonly Row[], setting: Setting): TextBlock[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group === undefined || noteMark(row) !== null) groups.push([row]);
    else group.push(row);
  }
  return groups.flatMap((group) => {
    const blocks = paragraphsOf(group, { ...setting, measure: { ...setting.measure, leading: 3, wideLeading: 3 } });
    const [first, ...rest] = blocks;
    if (first === undefined) return [];
    for (const block of rest) joinLine(first.pieces, block.pieces, setting.hyphens);
    return [{ ...first, note: noteMark(group[0]) ?? '', open: false }];
  });
}

/** The text that a block is the rest of, broken off by the column or page before it, or by a table or picture at its foot. */
function broken(blocks: readonly Block[], block: Block): { before: TextBlock; rest: TextBlock } | null {
  if (block.kind !== 'text' || block.marker !== null) return null;
  const before = blocks.slice(-4).findLast((each) => each.kind === 'text' && !caption.test(plainText(each.pieces)));
  if (before?.kind !== 'text' || !before.open || before.entry || before.note !== null) return null;
  if (Math.abs(before.size - block.size) > 0.6 || before.bold !== block.bold) return null;
  const ended = /[.!?:;。！？：；…]["'”’»)\]\d]*$/u.test(plainText(before.pieces).trimEnd());
  const lower = /^\s*\p{Ll}/u.test(plainText(block.pieces));
  return lower || (!ended && before === blocks.at(-1)) ? { before, rest: block } : null;
}

const caption = /^\s*(?:table|fig(?:ure|\.)|таблица|рис(?:унок|\.)|表|图|圖|図)\s*\d/iu;
