import type { Database } from 'better-sqlite3';
import { ArmillaryError, type EditorState } from '../../../contract/index.ts';
import { statement } from '../kernel/statement.ts';

/** A document with its text, as the notebook keeps it. */
export interface StoredDocument {
  id: string;
  title: string;
  language: string;
  words: number;
  revision: number;
  updatedAt: string;
  /** Editor state as JSON. */
  state: string;
  text: string;
}

const find = statement<[string], StoredDocument>(`
  SELECT d.id, d.title, d.language, d.words, d.revision, d.updated_at AS updatedAt, b.state, b.text
  FROM documents d JOIN bodies b ON b.document_id = d.id WHERE d.id = ?`);

const findState = statement<[string], { state: Uint8Array<ArrayBuffer> }>(
  'SELECT CAST(state AS BLOB) AS state FROM bodies WHERE document_id = ?',
);

/** The state alone, as it leaves the engine. Throws `not-found`. */
export function storedState(db: Database, documentId: string): Uint8Array<ArrayBuffer> {
  const stored = findState(db).get(documentId);
  if (stored === undefined) throw noDocument(documentId);
  return stored.state;
}

/** Throws `not-found`. */
export function storedDocument(db: Database, documentId: string): StoredDocument {
  const stored = find(db).get(documentId);
  if (stored === undefined) throw noDocument(documentId);
  return stored;
}

export function noDocument(documentId: string): ArmillaryError {
  return new ArmillaryError(
    'not-found',
    'This document is no longer in the notebook. Go back to the library and choose another.',
    documentId,
  );
}

/** A state that this engine has validated before it stored it. */
export function parseState(json: string): EditorState {
  const state: EditorState = JSON.parse(json);
  return state;
}

/** Throws `conflict` where the document has moved on from the revision that a change was made on. */
export function requireRevision({ title, revision }: StoredDocument, baseRevision: number): void {
  if (revision === baseRevision) return;
  throw new ArmillaryError(
    'conflict',
    `“${title}” was changed elsewhere meanwhile, so this change was not written over it. What you have here is kept: copy what you need of it, open the document again and put it back in.`,
    `revision ${revision}, change based on ${baseRevision}`,
  );
}
