import type { Database } from 'better-sqlite3';
import type { OriginalInfo, Result } from '../../../contract/index.ts';
import { importerVersion } from '../imports/importer.ts';
import type { Change, Context } from '../kernel/context.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { statement } from '../kernel/statement.ts';

/** The imported file, byte for byte. */
export interface Original {
  name: string;
  mediaType: string;
  /** In lower-case hexadecimal. */
  sha256: string;
  bytes: Uint8Array;
  /** Which part of it the document is, where it holds several. Default: all of it. */
  part?: string;
  /** How the table was read that the document is a row of, in words. */
  readAs?: string;
  /** What its text was read in, and how sure that is, from 0 to 1. */
  encoding?: { name: string; confidence: number } | null;
  /** What the analyst should know of the reading. */
  notices?: readonly string[];
}

interface OriginalRow {
  documentId: string;
  sha256: string;
  name: string;
  mediaType: string;
  now: string;
  part: string;
  readAs: string;
  encoding: string | null;
  confidence: number | null;
  importer: string;
  notices: string;
}

const insertFile = statement<[string, number, Uint8Array]>(
  'INSERT INTO files (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
);
const insert = statement<[OriginalRow], number>(`
  INSERT INTO originals (document_id, file_n, name, media_type, imported_at, part, read_as, encoding, confidence, importer, notices)
  SELECT @documentId, n, @name, @mediaType, @now, @part, @readAs, @encoding, @confidence, @importer, @notices FROM files WHERE sha256 = @sha256
  ON CONFLICT (document_id, file_n, part) DO UPDATE
    SET read_as = @readAs, encoding = @encoding, confidence = @confidence, importer = @importer, notices = @notices
  RETURNING n`);
/**
 * The document is named by its original, not by a parameter: where a table has a partial index, SQLite prepares a statement
 * that compares a column of it with a parameter anew for each value.
 */
const setCurrent = statement<[{ n: number | undefined }]>(
  'UPDATE documents SET original_n = @n WHERE id = (SELECT document_id FROM originals WHERE n = @n)',
);
const info = statement<[number], Omit<OriginalInfo, 'notices'> & { notices: string }>(`
  SELECT o.name, o.media_type AS mediaType, f.size, f.sha256, o.imported_at AS importedAt, o.part, o.encoding, o.confidence, o.importer, o.notices
  FROM originals o JOIN files f ON f.n = o.file_n WHERE o.n = ?`);
const whole = statement<[number], Result<'documents.original'>>(`
  SELECT o.name, o.media_type AS mediaType, f.sha256, f.bytes FROM originals o JOIN files f ON f.n = o.file_n WHERE o.n = ?`);
const verified = statement<[number], { sha256: string; size: number; bytes: Uint8Array }>(
  'SELECT f.sha256, f.size, f.bytes FROM originals o JOIN files f ON f.n = o.file_n WHERE o.n = ?',
);
const current = statement<[string], { row: number | null }>('SELECT original_n AS row FROM documents WHERE id = ?');

/** Keeps a file and makes it the one the document comes from. Those before it stay: versions come from them. */
export function setOriginal({ db, now }: Context, change: Change, documentId: string, original: Original): void {
  const { name, mediaType, sha256, bytes, part = '', readAs = '', encoding, notices = [] } = original;
  const n = change.aside(() => {
    insertFile(db).run(sha256, bytes.byteLength, bytes);
    return insert(db)
      .pluck()
      .get({
        documentId,
        sha256,
        name,
        mediaType,
        now: now(),
        part,
        readAs,
        encoding: encoding?.name ?? null,
        confidence: encoding?.confidence ?? null,
        importer: importerVersion,
        notices: notices.join('\n'),
      });
  });
  setCurrent(db).run({ n });
}

/** The row of the file that a document now comes from; null for one that was written or pasted here. */
export function originalRowOf(db: Database, documentId: string): number | null {
  return current(db).get(documentId)?.row ?? null;
}

export function originalInfo(db: Database, row: number | null): OriginalInfo | null {
  const found = row === null ? undefined : info(db).get(row);
  return found === undefined ? null : { ...found, notices: found.notices === '' ? [] : found.notices.split('\n') };
}

/** A kept file against the SHA-256 taken when it came in; null where there is none. */
export function verifyOriginal(db: Database, row: number | null): Result<'documents.verify'> | null {
  const kept = row === null ? undefined : verified(db).get(row);
  if (kept === undefined) return null;
  const { sha256, size, bytes } = kept;
  return { intact: bytes.byteLength === size && sha256Of(bytes) === sha256, sha256, size };
}

export function readOriginal(db: Database, row: number | null): Result<'documents.original'> | null {
  return row === null ? null : (whole(db).get(row) ?? null);
}

const bySha256 = statement<[string], { documentId: string; title: string; deletedAt: string | null }>(`
  SELECT d.id AS documentId, d.title, d.deleted_at AS deletedAt
  FROM files f JOIN originals o ON o.file_n = f.n JOIN documents d ON d.id = o.document_id
  WHERE f.sha256 = ? ORDER BY d.deleted_at IS NOT NULL, d.created_at LIMIT 1`);

const isKept = statement<[string], number>('SELECT n FROM files WHERE sha256 = ?');

/** The document that has or had these bytes for its original; one in the bin only where none is in the library. */
export function findBySha256(db: Database, sha256: string): { documentId: string; title: string; deletedAt: string | null } | null {
  return isKept(db).get(sha256) === undefined ? null : (bySha256(db).get(sha256) ?? null);
}

const byPart = statement<
  [{ sha256: string; part: string; readAs: string | null }],
  { documentId: string; title: string; deletedAt: string | null }
>(`
  SELECT d.id AS documentId, d.title, d.deleted_at AS deletedAt
  FROM files f JOIN originals o ON o.file_n = f.n JOIN documents d ON d.id = o.document_id
  WHERE f.sha256 = @sha256 AND o.part = @part AND (@readAs IS NULL OR o.read_as = @readAs)
  ORDER BY d.deleted_at IS NOT NULL, d.created_at LIMIT 1`);

/** As `findBySha256`, of one part of a file that holds several documents; where `readAs` is given, of one that was read so. */
export function findPart(db: Database, sha256: string, part: string, readAs: string | null): ReturnType<typeof findBySha256> {
  return byPart(db).get({ sha256, part, readAs }) ?? null;
}

const partsOfFile = statement<[string], KnownPart>(
  'SELECT DISTINCT part, read_as AS readAs FROM originals WHERE file_n = (SELECT n FROM files WHERE sha256 = ?)',
);

/** A part of a file that a document has or had for its original, and how it was read. */
export interface KnownPart {
  part: string;
  readAs: string;
}

export function knownParts(db: Database, sha256: string): KnownPart[] {
  return partsOfFile(db).all(sha256);
}

const wholeFiles = statement<[], { sha256: string }>(`
  SELECT sha256 FROM files WHERE n IN (SELECT file_n FROM originals WHERE part = '')`);

/** SHA-256 of every file that a document has or had for its original, whole. */
export function knownFiles(db: Database): Set<string> {
  return new Set(
    wholeFiles(db)
      .all()
      .map(({ sha256 }) => sha256),
  );
}
