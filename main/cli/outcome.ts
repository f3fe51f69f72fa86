import { stripVTControlCharacters } from 'node:util';

/** What a command has to say when it is done. */
export interface Outcome {
  /** For `--json`. */
  json: unknown;
  /** For a reader; ends with a line break unless it is a text given out as it is. */
  text: string;
  /** Whether all that was asked for was done: decides between exit codes 0 and 1. */
  done: boolean;
}

/** Lines of plain output. What documents hold must not steer the terminal. */
export function lines(all: readonly string[]): string {
  return all.map((line) => `${harmless(line)}\n`).join('');
}

/** Columns lined up under each other, the last one ragged. */
export function table(rows: readonly (readonly string[])[]): string {
  const widthOf = (column: number) => rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0);
  const widths = (rows[0] ?? []).map((_, column) => widthOf(column));
  return lines(
    rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ')),
  );
}

export function harmless(text: string): string {
  return stripVTControlCharacters(text).replace(/\p{Cc}/gu, ' ');
}

/** “1 document”, “3 documents”. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Messages go to stderr, so that stdout holds the answer alone. */
export function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}
