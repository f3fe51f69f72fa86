import type { Database } from 'better-sqlite3';
import { statement } from '../../kernel/statement.ts';
import { type Streams, streamsOf } from '../analyser/streams.ts';

/** What the index holds, by its noun's own number. */
export interface IndexedRow {
  noun: 'document' | 'passage' | 'note';
  n: number;
}

interface Text {
  language: string;
  body: string;
}

/**
 * Takes into the full-text index whatever changed: called at the end of each transaction that writes, and a part of it.
 * A row that is gone leaves the index; one that is in the bin stays, and the search passes over it.
 */
export function drainIndexQueue(db: Database): void {
  const queued = db.prepare<[], IndexedRow>('SELECT noun, n FROM index_queue').all();
  if (queued.length === 0) return;
  indexRows(db, queued);
  db.exec('DELETE FROM index_queue');
}

/** Indexes rows as they now are, in a transaction of the caller's; those that are gone leave the index. */
export function indexRows(db: Database, rows: readonly IndexedRow[]): void {
  const numbersOf = (noun: IndexedRow['noun']) => rows.filter((row) => row.noun === noun).map(({ n }) => n);
  indexDocuments(db, numbersOf('document'));
  indexTexts(
    db,
    'passage_index',
    numbersOf('passage'),
    'SELECT d.language, p.quote AS body FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.n = ?',
  );
  indexTexts(
    db,
    'note_index',
    numbersOf('note'),
    `SELECT coalesce(d.language, 'und') AS language, note.body FROM notes note
       LEFT JOIN passages p ON p.id = note.passage_id
       LEFT JOIN documents d ON d.id = coalesce(note.document_id, p.document_id)
      WHERE note.n = ?`,
  );
}

const addDocument = statement<[number | bigint, Uint8Array, Uint8Array, Uint8Array, Uint8Array]>(
  'INSERT INTO document_index (rowid, title, body, title_stems, body_stems) VALUES (?, ?, ?, ?, ?)',
);
const unqueue = statement<[number | bigint]>("DELETE FROM index_queue WHERE noun = 'document' AND n = ?");

/** A new document by its number, its text analysed already. */
export interface AnalysedDocument {
  n: number | bigint;
  title: Streams;
  body: Streams;
}

/**
 * Leaves new documents out of what is drained at the end of their transaction: they are fed to the index by `feedDocument`,
 * each of them, once the rows of all are in. A statement that fires triggers has FTS5 write what it gathered as a segment of
 * its own, which costs ten times what indexing does.
 */
export function unqueueDocuments(db: Database, documents: readonly AnalysedDocument[]): void {
  for (const { n } of documents) unqueue(db).run(n);
}

export function feedDocument(db: Database, { n, title, body }: AnalysedDocument): void {
  addDocument(db).run(n, title.exact, body.exact, title.stems, body.stems);
}

function indexDocuments(db: Database, numbers: readonly number[]): void {
  if (numbers.length === 0) return;
  const read = db.prepare<[number], Text & { title: string }>(
    'SELECT d.language, d.title, b.text AS body FROM documents d JOIN bodies b ON b.document_id = d.id WHERE d.n = ?',
  );
  const forget = db.prepare('DELETE FROM document_index WHERE rowid = ?');
  const add = addDocument(db);
  for (const n of numbers) {
    forget.run(n);
    const row = read.get(n);
    if (row === undefined) continue;
    const title = streamsOf(row.title, row.language);
    const body = streamsOf(row.body, row.language);
    add.run(n, title.exact, body.exact, title.stems, body.stems);
  }
}

function indexTexts(db: Database, table: 'passage_index' | 'note_index', numbers: readonly number[], sql: string): void {
  if (numbers.length === 0) return;
  const read = db.prepare<[number], Text>(sql);
  const forget = db.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
  const add = db.prepare(`INSERT INTO ${table} (rowid, body, body_stems) VALUES (?, ?, ?)`);
  for (const n of numbers) {
    forget.run(n);
    const row = read.get(n);
    if (row === undefined) continue;
    const { exact, stems } = streamsOf(row.body, row.language);
    add.run(n, exact, stems);
  }
}
