import type { TableMapping } from './formats/table-mapping.ts';

export type TableKind = 'csv' | 'tsv' | 'xlsx';

export function isTable(kind: string): kind is TableKind {
  return kind === 'csv' || kind === 'tsv' || kind === 'xlsx';
}

/** How a person wants a table read. */
export interface TableChoice {
  mapping?: TableMapping | undefined;
  encoding?: string | undefined;
  /** The name of a workbook's sheet. */
  sheet?: string | undefined;
}
