import Sqlite from 'better-sqlite3';
import { analyse } from '../../../main/engine/search/analyser/analyser.ts';
import { makeDocument } from './corpus.ts';

/**
 * What FTS5 alone does with the same tokens of titles and texts, in the same columns, asked with the same words: it keeps
 * the text of the tokens for its snippets. It counts nothing, and knows nothing of a bin.
 */
export interface BareIndex {
  /** The best twenty with a snippet each, as FTS5 gives them. Returns how many. */
  search(match: string): number;
  close(): void;
}

export function makeBareIndex(file: string, documents: number): BareIndex {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -32768');
  db.exec("CREATE VIRTUAL TABLE bare USING fts5 (title, body, title_stems, body_stems, tokenize = 'ascii')");
  const add = db.prepare('INSERT INTO bare (rowid, title, body, title_stems, body_stems) VALUES (?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (let n = 0; n < documents; n += 1) {
      const { title, text, language } = makeDocument(n);
      const [ofTitle, ofText] = [[...analyse(title, language)], [...analyse(text, language)]];
      const forms = (form: 'exact' | 'stem') => [ofTitle, ofText].map((tokens) => tokens.map((token) => token[form]).join(' '));
      add.run(n + 1, ...forms('exact'), ...forms('stem'));
    }
  })();
  db.exec("INSERT INTO bare (bare) VALUES ('optimize')");
  const find = db.prepare<[string]>(
    "SELECT rowid, snippet(bare, -1, '[', ']', '…', 24) AS snippet FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 20",
  );
  return { search: (match) => find.all(match).length, close: () => db.close() };
}
