import type { Database } from 'better-sqlite3';
import type { OriginalInfo, Result } from '../../../contract/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';

/** The imported file, byte for byte. */
export interface Original {
  name: string;
  mediaType: string;
  /** In lower-case hexadecimal. */
  sha256: string;
  bytes: Uint8Array;
}

const insert = statement<[string, string, string, string, number, string, Uint8Array]>(`
  INSERT INTO originals (document_id, name, media_type, sha256, size, imported_at, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (document_id, sha256) DO NOTHING`);
const setCurrent = statement<[string, string, string]>(`
  UPDATE documents SET original_n = (SELECT n FROM originals WHERE document_id = ? AND sha256 = ?) WHERE id = ?`);
const info = statement<[number], OriginalInfo>(`
  SELECT name, media_type AS mediaType, size, sha256, imported_at AS importedAt FROM originals WHERE n = ?`);
const whole = statement<[number], Result<'documents.original'>>(
  'SELECT name, media_type AS mediaType, sha256, bytes FROM originals WHERE n = ?',
);
const current = statement<[string], { row: number | null }>('SELECT original_n AS row FROM documents WHERE id = ?');

/** Keeps a file and makes it the one the document comes from. Those before it stay: versions come from them. */
export function setOriginal({ db, now }: Context, change: Change, documentId: string, { name, mediaType, sha256, bytes }: Original): void {
  change.aside(() => insert(db).run(documentId, name, mediaType, sha256, bytes.byteLength, now(), bytes));
  setCurrent(db).run(documentId, sha256, documentId);
}

/** The row of the file that a document now comes from; null for one that was written or pasted here. */
export function originalRowOf(db: Database, documentId: string): number | null {
  return current(db).get(documentId)?.row ?? null;
}

export function originalInfo(db: Database, row: number | null): OriginalInfo | null {
  return row === null ? null : (info(db).get(row) ?? null);
}

export function readOriginal(db: Database, row: number | null): Result<'documents.original'> | null {
  return row === null ? null : (whole(db).get(row) ?? null);
}

const bySha256 = statement<[string], { documentId: string; title: string; deletedAt: string | null }>(`
  SELECT d.id AS documentId, d.title, d.deleted_at AS deletedAt
  FROM originals o JOIN documents d ON d.id = o.document_id
  WHERE o.sha256 = ? ORDER BY d.deleted_at IS NOT NULL, d.created_at LIMIT 1`);

/** The document that has or had these bytes for its original; one in the bin only where none is in the library. */
export function findBySha256(db: Database, sha256: string): { documentId: string; title: string; deletedAt: string | null } | null {
  return bySha256(db).get(sha256) ?? null;
}
