/**
 * The bare floor, in a process of its own: one thread reads each file, hashes it, inserts it and indexes it with the same
 * analyser, in the same columns, with the same settings, and as much in a transaction as the importer writes at a time. No
 * structure, no language, no words counted. `node floor.ts FOLDER NOTEBOOK` prints the seconds it took.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import Sqlite from 'better-sqlite3';
import { streamsOf } from '../../../main/engine/search/analyser/streams.ts';

/** What the importer gathers in a transaction, in documents of the bench. */
const atOnce = 400;

const [folder = '', file = ''] = process.argv.slice(2);
const db = new Sqlite(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('cache_size = -32768');
db.pragma('wal_autocheckpoint = 4000');
db.exec(`
  CREATE TABLE documents (n INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, text TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
  CREATE VIRTUAL TABLE document_index USING fts5 (title, body, title_stems, body_stems, content = '', contentless_delete = 1, tokenize = 'ascii');
  INSERT INTO document_index (document_index, rank) VALUES ('hashsize', 16777216);
  INSERT INTO document_index (document_index, rank) VALUES ('automerge', 8);`);
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
      const title = streamsOf(text.slice(0, text.indexOf('\n')), 'en');
      const body = streamsOf(text, 'en');
      index.run(lastInsertRowid, title.exact, body.exact, title.stems, body.stems);
    }
  })();
}
console.log((performance.now() - began) / 1000);
