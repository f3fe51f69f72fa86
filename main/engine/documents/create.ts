import type { Database } from 'better-sqlite3';
import { deriveText, dropMarks, markIdsOf } from '../../../anchoring/index.ts';
import type { EditorState, Source } from '../../../contract/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { countWords } from './words.ts';

/** The imported file, byte for byte. */
export interface Original {
  name: string;
  mediaType: string;
  /** In lower-case hexadecimal. */
  sha256: string;
  bytes: Uint8Array;
}

export interface NewDocument {
  title: string;
  state: EditorState;
  language: string;
  source: Source;
  /** Null for a document that was written or pasted here. */
  original: Original | null;
}

/** Where a document came from when nothing is known of it. */
export const unknownSource: Source = { author: '', publisher: '', url: '', published: null, accessed: null, reliability: null };

const insertDocument = statement<[string, string, string, number, string, string]>(`
  INSERT INTO documents (id, title, language, words, revision, created_at, updated_at) VALUES (?, ?, ?, ?, 1, ?, ?)`);
const insertBody = statement<[string, string, string]>('INSERT INTO bodies (document_id, state, text) VALUES (?, ?, ?)');
const insertSource = statement<[string, string, string, string, string | null, string | null, string | null]>(`
  INSERT INTO sources (document_id, author, publisher, url, published, accessed, reliability) VALUES (?, ?, ?, ?, ?, ?, ?)`);
const insertOriginal = statement<[string, string, string, string, number, string, Uint8Array]>(`
  INSERT INTO originals (document_id, name, media_type, sha256, size, imported_at, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)`);

/** Adds a document, inside a transaction of the caller's. Marks in `state` are dropped: its passages come later. */
export function createDocument(context: Context, change: Change, { title, state, language, source, original }: NewDocument): string {
  const { db } = context;
  const id = context.newId();
  const now = context.now();
  const unmarked = dropMarks(state, markIdsOf(state));
  const { text } = deriveText(unmarked);
  insertDocument(db).run(id, title, language, countWords(text, language), now, now);
  insertBody(db).run(id, JSON.stringify(unmarked), text);
  insertSource(db).run(id, source.author, source.publisher, source.url, source.published, source.accessed, source.reliability);
  if (original !== null) {
    insertOriginal(db).run(id, original.name, original.mediaType, original.sha256, original.bytes.byteLength, now, original.bytes);
  }
  change.changed('documents', { id, revision: 1 });
  return id;
}

const bySha256 = statement<[string], { documentId: string; title: string; deletedAt: string | null }>(`
  SELECT d.id AS documentId, d.title, d.deleted_at AS deletedAt
  FROM originals o JOIN documents d ON d.id = o.document_id
  WHERE o.sha256 = ? ORDER BY d.deleted_at IS NOT NULL, d.created_at LIMIT 1`);

/** The document whose original has these bytes; one in the bin only where none is in the library. */
export function findBySha256(db: Database, sha256: string): { documentId: string; title: string; deletedAt: string | null } | null {
  return bySha256(db).get(sha256) ?? null;
}

/** What a document holds before anything is written in it: one empty paragraph, for the caret to stand in. */
export function emptyState(): EditorState {
  const element = { version: 1, direction: null, format: '', indent: 0 };
  return { root: { ...element, type: 'root', children: [{ ...element, type: 'paragraph', textFormat: 0, textStyle: '', children: [] }] } };
}
