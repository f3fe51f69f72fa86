import { ArmillaryError } from '../../../../contract/index.ts';

/** A table as a file has it: rows of cells, of which the first may be names. */
export interface Sheet {
  rows: string[][];
  /** Of a workbook: the name of the one that was read, and of those that can be chosen, in order. */
  sheet: string | null;
  sheets: string[];
  /** Of a table in text: what parts its cells, and what it was read in. */
  delimiter: string | null;
  encoding: string | null;
  notices: string[];
}

/** Bounds of what is read: more rows would be more documents than a notebook is for. */
export const mostRows = 200_000;
export const mostColumns = 500;

/** Throws where a table is longer than is read. */
export function boundRows(count: number): void {
  if (count <= mostRows) return;
  throw new ArmillaryError(
    'unsupported',
    `This table has more than ${mostRows.toLocaleString('en')} rows, the most that are read. Nothing was imported: split it and import the parts.`,
  );
}
