import { type Block, type Paragraph, toTable } from './flow.ts';
import type { Run } from './runs.ts';

/** A table as its rows are read; its cell and row are the ones not yet ended. */
interface OpenTable {
  rows: Block[][][];
  row: Block[][];
  cell: Block[];
}

/** One run of text with its paragraphs and tables: the body, a note, a text box. */
export interface Story {
  /** Of the paragraph not yet ended. */
  runs: Run[];
  /** Text boxes anchored in that paragraph. */
  beside: Block[];
  /** Whether a row has been begun, so that a paragraph stands in it even if it does not say so. */
  isRowOpen: boolean;
  /** Ends the paragraph, at a depth of tables: 0 is the text itself. `kind` is null where it is to be left out. */
  endParagraph(kind: Paragraph['kind'] | null, item: Paragraph['item'], depth: number): void;
  /** Ends a cell of a table of that depth, from 1. */
  endCell(depth: number): void;
  /** Ends a row; `merged` says which of its cells are part of the one before them. */
  endRow(depth: number, merged: readonly boolean[]): void;
  finish(): Block[];
}

export function createStory(): Story {
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];

  const place = () => tables.at(-1)?.cell ?? blocks;
  const closeTable = () => {
    const table = tables.pop();
    if (table === undefined) return;
    // The file may end, or the text go on, before the row has ended.
    if (table.cell.length > 0) table.row.push(table.cell);
    if (table.row.length > 0) table.rows.push(table.row);
    for (const block of toTable(table.rows)) place().push(block);
  };
  const goTo = (depth: number) => {
    while (tables.length > depth) closeTable();
    while (tables.length < depth) tables.push({ rows: [], row: [], cell: [] });
  };

  const story: Story = {
    runs: [],
    beside: [],
    isRowOpen: false,
    endParagraph(kind, item, depth) {
      goTo(depth);
      if (kind !== null) place().push({ kind, item, runs: story.runs });
      for (const block of story.beside) place().push(block);
      story.runs = [];
      story.beside = [];
    },
    endCell(depth) {
      goTo(depth);
      const table = tables.at(-1);
      table?.row.push(table.cell);
      if (table !== undefined) table.cell = [];
    },
    endRow(depth, merged) {
      goTo(depth);
      const table = tables.at(-1);
      table?.rows.push(table.row.filter((_, index) => merged[index] !== true));
      if (table !== undefined) table.row = [];
    },
    finish() {
      goTo(0);
      return blocks;
    },
  };
  return story;
}
