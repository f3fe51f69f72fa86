import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../../contract/index.ts';
import { openEngine } from '../../../main/engine/engine.ts';
import { openDatabase } from '../../../main/engine/kernel/database.ts';
import { findMigrations, migrate, readMigrations } from '../../../main/engine/kernel/migrate.ts';
import { sha256Of } from '../../../main/engine/kernel/sha256.ts';
import { createNotebook } from '../../../main/engine/notebook/index.ts';
import { bytesOf } from '../imports/fixtures.ts';

const now = () => '2026-01-02T03:04:05.678Z';
const bytes = bytesOf('Desk,Headline,Body\nRiver,Tolls rise,The keepers raised the tolls.\n');

/** A notebook as the first five migrations make it, with a row of a table in it that was read as the words say. */
function withRow(...notices: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'Old.armillary');
  const db = openDatabase(file, 'create');
  migrate(db, file, readMigrations(findMigrations()).slice(0, 5), now);
  createNotebook(db, { analyst: 'Ada', now, newId: randomUUID });
  const id = randomUUID();
  const state = '{"root":{"type":"root","version":1,"direction":null,"format":"","indent":0,"children":[]}}';
  db.prepare('INSERT INTO documents (id, title, language, words, revision, created_at, updated_at) VALUES (?, ?, ?, 0, 1, ?, ?)').run(
    ...[id, 'Tolls rise', 'en', now(), now()],
  );
  db.prepare("INSERT INTO bodies (document_id, state, text) VALUES (?, ?, '')").run(id, state);
  db.prepare('INSERT INTO sources (document_id) VALUES (?)').run(id);
  db.prepare('INSERT INTO files (sha256, size, bytes) VALUES (?, ?, ?)').run(sha256Of(bytes), bytes.byteLength, bytes);
  db.prepare(`
    INSERT INTO originals (document_id, file_n, name, media_type, imported_at, part, notices)
    SELECT ?, n, 'wires.csv, row 1', 'text/csv', ?, 'row 1', ? FROM files`).run(id, now(), notices.join('\n'));
  db.exec('UPDATE documents SET original_n = (SELECT n FROM originals)');
  db.close();
  return file;
}

const words = 'Title from “Headline”, text from “Body”.';

test.each([
  ['the same reading adds nothing', [words], 0],
  ['the same reading adds nothing, whatever else was said of the row', [words, 'Its date could not be read.'], 0],
  ['another reading takes its place', ['Title from “Desk”, text from “Headline”.'], 1],
  ['a reading that only begins alike takes its place', [`${words} Left in the original: “Desk”.`], 1],
])('of a row that came in before readings were kept, %s', async (_, notices, imported) => {
  const engine = openEngine({ file: withRow(...notices), mode: 'open' });
  onTestFinished(() => engine.close());
  const client = connect(engine.wire(), 'test');
  const table = { columns: { title: 'Headline', text: 'Body' } };
  const report = await client.call('imports.files', { files: [{ name: 'wires.csv', bytes, table }] });
  expect([report.imported.length, report.skipped.length]).toEqual([imported, 1 - imported]);
  expect((await client.call('documents.list', {})).length).toBe(1);
});
