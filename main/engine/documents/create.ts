import { deriveText, dropMarks, markIdsOf } from '../../../anchoring/index.ts';
import type { EditorState, Source } from '../../../contract/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { type Original, setOriginal } from './originals.ts';
import { countWords } from './words.ts';

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
const insertBody = statement<[string, string, string]>('INSERT INTO bodies (document_id, state, text) VALUES (?, ?, ?)');
const insertSource = statement<[Source & { id: string }]>(`
  INSERT INTO sources (document_id, author, publisher, url, published, accessed, reliability, credibility)
  VALUES (@id, @author, @publisher, @url, @published, @accessed, @reliability, @credibility)`);

/** Adds a document, inside a transaction of the caller's. Marks in `state` are dropped: its passages come later. */
export function createDocument(context: Context, change: Change, { title, state, language, source, original }: NewDocument): string {
  const { db } = context;
  const id = context.newId();
  const now = context.now();
  const unmarked = dropMarks(state, markIdsOf(state));
  const { text } = deriveText(unmarked);
  insertDocument(db).run(id, title, language, countWords(text, language), now, now);
  insertBody(db).run(id, JSON.stringify(unmarked), text);
  insertSource(db).run({ ...source, id });
  if (original !== null) setOriginal(context, change, id, original);
  change.changed('documents', { id, revision: 1 });
  return id;
}

/** What a document holds before anything is written in it: one empty paragraph, for the caret to stand in. */
export function emptyState(): EditorState {
  const element = { version: 1, direction: null, format: '', indent: 0 };
  return { root: { ...element, type: 'root', children: [{ ...element, type: 'paragraph', textFormat: 0, textStyle: '', children: [] }] } };
}
