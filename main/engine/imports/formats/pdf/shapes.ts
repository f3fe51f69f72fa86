/** How a font looks, as far as text keeps it. */
export interface Look {
  bold: boolean;
  italic: boolean;
  /** Every character equally wide. */
  fixed: boolean;
}

/** A stretch of text in one font as the page draws it. Lengths in points, y downwards from the page's top. */
export interface Run extends Look {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** The web page it leads to. */
  href: string | null;
  /** Its place in the order in which the page is drawn. */
  order: number;
  /** White space was drawn before it. */
  spaced: boolean;
  /** The file says that it is no part of the text: a running head, say. */
  artifact: boolean;
}

/** Runs that follow each other on a line without a wide gap. */
export interface Segment {
  runs: Run[];
  left: number;
  right: number;
  baseline: number;
  /** Of most of its letters. */
  size: number;
  order: number;
}

/** A line of a page or column, its segments in reading order. */
export interface Row {
  segments: Segment[];
  left: number;
  right: number;
  baseline: number;
  size: number;
  text: string;
  rightToLeft: boolean;
}

/** Text of one direction on a page, set upright. */
export interface Sheet {
  segments: Segment[];
  top: number;
  bottom: number;
}

export interface Page {
  /** From 0. */
  index: number;
  /** As the file names it: `xii`, `12`. */
  label: string;
  /** The page's text; then text that stands sideways on it. */
  sheets: Sheet[];
  /** Whether anything but text is drawn on it; asked only of a page without text. */
  drawn: boolean;
}

/** A stretch of a block's text of one look. */
export interface Piece extends Look {
  text: string;
  href: string | null;
  shift: 'sup' | 'sub' | null;
}

/** Where a block stands: indexes of its first and last page. */
export interface Span {
  first: number;
  last: number;
}

export interface TextBlock extends Span {
  kind: 'text';
  pieces: Piece[];
  size: number;
  bold: boolean;
  left: number;
  lines: number;
  /** `bullet`, a number of a numbered list, or neither. */
  marker: 'bullet' | number | null;
  /** 1 to 6; 0 where it is no heading. */
  level: number;
  /** Fills the line it ends with, so that it may go on in the next column or page. */
  open: boolean;
  /** A line of a table of contents. */
  entry: boolean;
  /** Of a note, which stands apart from the flow at the foot of a page: its mark. */
  note: string | null;
}

export interface CodeBlock extends Span {
  kind: 'code';
  lines: string[];
}

export interface TableBlock extends Span {
  kind: 'table';
  rows: Piece[][][];
}

export type Block = TextBlock | CodeBlock | TableBlock;
