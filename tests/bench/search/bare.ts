import Sqlite from 'better-sqlite3';
import { analyse } from '../../../main/engine/search/analyser.ts';
import { makeDocument } from './corpus.ts';

/** What FTS5 alone does with the same tokens: forms as they are and stems, a column each, their text kept for its snippets. */
export interface BareIndex {
  /** The best twenty with a snippet each, as FTS5 gives them. Returns how many. */
  search(match: string): number;
  close(): void;
}

/** The columns of the bare index, for MATCH expressions. */
export const bareColumns = { exact: ['body'], stem: ['stems'] };

export function makeBareIndex(file: string, documents: number): BareIndex {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -32768');
  db.exec("CREATE VIRTUAL TABLE bare USING fts5 (body, stems, tokenize = 'ascii')");
  const add = db.prepare('INSERT INTO bare (rowid, body, stems) VALUES (?, ?, ?)');
  db.transaction(() => {
    for (let n = 0; n < documents; n += 1) {
      const { text, language } = makeDocument(n);
      const tokens = [...analyse(text, language)];
      add.run(n + 1, tokens.map(({ exact }) => exact).join(' '), tokens.map(({ stem }) => stem).join(' '));
    }
  })();
  db.exec("INSERT INTO bare (bare) VALUES ('optimize')");
  const find = db.prepare<[string]>(
    "SELECT rowid, snippet(bare, -1, '[', ']', '…', 24) AS snippet FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 20",
  );
  return { search: (match) => find.all(match).length, close: () => db.close() };
}
