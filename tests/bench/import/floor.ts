/**
 * What one thread takes that does only what must be done: it reads each file, hashes it, inserts it and indexes it in the same
 * columns, as durably. No structure, no language, no words counted. `node floor.ts bare FOLDER NOTEBOOK` does so as anybody
 * would write it: with the analyser itself and FTS5 as it comes. `node floor.ts tuned FOLDER NOTEBOOK` has all that the importer
 * has but its threads: forms of words remembered, the notebook's settings of FTS5, and as much in a transaction. Prints seconds.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import Sqlite from 'better-sqlite3';
import { analyse } from '../../../main/engine/search/analyser/analyser.ts';
import { streamsOf } from '../../../main/engine/search/analyser/streams.ts';

const [how = '', folder = '', file = ''] = process.argv.slice(2);
const isTuned = how === 'tuned';
/** In a transaction: as many as the importer gathers, or as many as seem enough. Documents. */
const atOnce = isTuned ? 200 : 500;
const streams = isTuned ? streamsOf : plainStreamsOf;

const db = new Sqlite(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('cache_size = -32768');
db.pragma('wal_autocheckpoint = 4000');
db.exec(`
  CREATE TABLE documents (n INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, text TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
  CREATE VIRTUAL TABLE document_index USING fts5 (title, body, title_stems, body_stems, content = '', contentless_delete = 1, tokenize = 'ascii');`);
if (isTuned) {
  db.exec(`
    INSERT INTO document_index (document_index, rank) VALUES ('hashsize', 16777216);
    INSERT INTO document_index (document_index, rank) VALUES ('automerge', 8);`);
}
const insert = db.prepare('INSERT INTO documents (name, sha256, text, bytes) VALUES (?, ?, ?, ?)');
const index = db.prepare('INSERT INTO document_index (rowid, title, body, title_stems, body_stems) VALUES (?, ?, ?, ?, ?)');

const began = performance.now();
const names = readdirSync(folder);
for (let at = 0; at < names.length; at += atOnce) {
  db.transaction(() => {
    for (const name of names.slice(at, at + atOnce)) {
      const bytes = readFileSync(join(folder, name));
      const text = bytes.toString('utf8');
      const { lastInsertRowid } = insert.run(name, createHash('sha256').update(bytes).digest('hex'), text, bytes);
      const title = streams(text.slice(0, text.indexOf('\n')), 'en');
      const body = streams(text, 'en');
      index.run(lastInsertRowid, title.exact, body.exact, title.stems, body.stems);
    }
  })();
}
console.log((performance.now() - began) / 1000);

/** What `streamsOf` gives, from the analyser itself. */
function plainStreamsOf(text: string, language: string): { exact: string; stems: string } {
  const exact: string[] = [];
  const stems: string[] = [];
  for (const token of analyse(text, language)) {
    exact.push(token.exact);
    stems.push(token.stem);
  }
  return { exact: exact.join(' '), stems: stems.join(' ') };
}
