import type { Database } from 'better-sqlite3';

/** Makes the words of the index of documents readable on a connection, from FTS5's own vocabulary. */
export function openVocabulary(db: Database): void {
  db.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.document_words USING fts5vocab('main', 'document_index', 'row');
    -- By column, so that words as they stand in texts can be told from stems.
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.document_forms USING fts5vocab('main', 'document_index', 'col')`);
}
