import { countWords, deriveText, dropMarks, markIdsOf } from '../../../anchoring/index.ts';
import type { EditorState, Source } from '../../../contract/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { type Original, setOriginal } from './originals.ts';

export interface NewDocument {
  title: string;
  state: EditorState;
  language: string;
  source: Source;
  /** Null for a document that was written or pasted here. */
  original: Original | null;
}

/** Where a document came from when nothing is known of it. */
export const unknownSource: Source = {
  author: '',
  publisher: '',
  url: '',
  published: null,
  accessed: null,
  reliability: null,
  credibility: null,
};

const insertDocument = statement<[string, string, string, number, string, string]>(`
  INSERT INTO documents (id, title, language, words, revision, created_at, updated_at) VALUES (?, ?, ?, ?, 1, ?, ?)`);
const insertBody = statement<[string, string | Uint8Array, string | Uint8Array]>(
  'INSERT INTO bodies (document_id, state, text) VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT))',
);
const insertSource = statement<[Source & { id: string }]>(`
  INSERT INTO sources (document_id, author, publisher, url, published, accessed, reliability, credibility)
  VALUES (@id, @author, @publisher, @url, @published, @accessed, @reliability, @credibility)`);

/** A new document with everything that is worked out from its text. */
export interface WorkedOut extends Pick<NewDocument, 'title' | 'language' | 'source' | 'original'> {
  /** Editor state as JSON, without marks. It and the text may be in UTF-8 already. */
  state: string | Uint8Array;
  text: string | Uint8Array;
  words: number;
}

/** Adds a document, inside a transaction of the caller's. Marks in `state` are dropped: its passages come later. */
export function createDocument(context: Context, change: Change, { title, state, language, source, original }: NewDocument): string {
  const unmarked = dropMarks(state, markIdsOf(state));
  const { text } = deriveText(unmarked);
  const words = countWords(text, language);
  const { id } = insertWorkedOut(context, change, { title, language, source, original, text, words, state: JSON.stringify(unmarked) });
  change.changed('documents', { id, revision: 1 });
  return id;
}

/** The rows of a document, inside a transaction of the caller's; `n` is what the full-text index knows it by. Tells nobody. */
export function insertWorkedOut(context: Context, change: Change, document: WorkedOut): { id: string; n: number | bigint } {
  const { db } = context;
  const { title, language, source, original, state, text, words } = document;
  const id = context.newId();
  const now = context.now();
  const { lastInsertRowid: n } = insertDocument(db).run(id, title, language, words, now, now);
  insertBody(db).run(id, state, text);
  insertSource(db).run({ ...source, id });
  if (original !== null) setOriginal(context, change, id, original);
  return { id, n };
}
