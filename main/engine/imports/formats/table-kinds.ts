/** Kinds of files of which each row is a document. */
export type TableKind = 'csv' | 'tsv' | 'xlsx';

export function isTable(kind: string): kind is TableKind {
  return kind === 'csv' || kind === 'tsv' || kind === 'xlsx';
}
