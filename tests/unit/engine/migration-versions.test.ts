import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { deriveText, projectPassages } from '../../../anchoring/index.ts';
import { connect } from '../../../contract/index.ts';
import { openEngine } from '../../../main/engine/engine.ts';
import { openDatabase } from '../../../main/engine/kernel/database.ts';
import { findMigrations, migrate, readMigrations } from '../../../main/engine/kernel/migrate.ts';
import { createNotebook } from '../../../main/engine/notebook/index.ts';
import { anchorColumns } from '../../../main/engine/passages/project.ts';
import { mark, paragraph, stateOf } from '../anchoring/states.ts';
import { dump } from './notebook.ts';

const now = () => '2026-01-02T03:04:05.678Z';

/** A notebook as the first migration alone makes it, with one of everything: its file, closed. */
function seeded() {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'Old.armillary');
  const db = openDatabase(file, 'create');
  migrate(db, file, readMigrations(findMigrations()).slice(0, 1), now);
  createNotebook(db, { analyst: 'Ada', now, newId: randomUUID });

  const [imported, written, passageId] = [randomUUID(), randomUUID(), randomUUID()];
  const state = stateOf(paragraph(mark([passageId], 'Wheat'), ' is dear.'));
  const derived = deriveText(state);
  const anchor = projectPassages(derived).get(passageId);
  if (anchor === undefined) throw new Error('the mark is in the state');
  const add = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    const names = columns.map((column) => `"${column}"`).join(', ');
    db.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`).run(row);
  };
  const dates = { created_at: now(), updated_at: now() };
  const { analyst_id } = db.prepare<[], { analyst_id: string }>('SELECT analyst_id FROM notebook').get() ?? { analyst_id: '' };
  const { sphere_id } = db.prepare<[], { sphere_id: string }>('SELECT id AS sphere_id FROM spheres LIMIT 1').get() ?? { sphere_id: '' };
  for (const [id, title] of [
    [imported, 'Wheat'],
    [written, 'Notes of mine'],
  ] as const) {
    add('documents', { id, title, language: 'en', words: 3, revision: 4, ...dates });
    add('bodies', {
      document_id: id,
      state: JSON.stringify(id === imported ? state : stateOf(paragraph('Mine'))),
      text: id === imported ? derived.text : 'Mine',
    });
    add('sources', { document_id: id, author: 'B. Osei', published: '2025-11' });
  }
  const bytes = Buffer.from('Wheat is dear.');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  add('originals', { document_id: imported, name: 'wheat.txt', media_type: 'text/plain', sha256, size: 14, imported_at: now(), bytes });
  const { locator: _notYet, ...columns } = anchorColumns(anchor);
  add('passages', { id: passageId, document_id: imported, ...columns, analyst_id, ...dates });
  add('taggings', { id: randomUUID(), passage_id: passageId, sphere_id, analyst_id, created_at: now() });
  add('notes', { id: randomUUID(), passage_id: passageId, body: 'Why?', analyst_id, ...dates });
  add('notes', { id: randomUUID(), body: 'The plan', analyst_id, ...dates });
  db.close();
  return { file, imported, written, passageId, sha256, bytes };
}

test('a notebook of the first version is brought up with everything it holds, after a backup', async () => {
  const { file, imported, written, passageId, sha256, bytes } = seeded();
  const before = dump(file);
  const engine = openEngine({ file, mode: 'open' });
  onTestFinished(() => engine.close());

  const after = dump(file);
  for (const table of ['documents', 'bodies', 'sources', 'spheres', 'passages', 'taggings', 'notes'] as const) {
    expect(before[table]).not.toEqual([]);
    expect(after[table]).toMatchObject(before[table]);
  }
  expect(dump(`${file}.backup-v1`)).toEqual(before);
  const backup = new Sqlite(`${file}.backup-v1`, { readonly: true });
  expect(backup.pragma('user_version', { simple: true })).toBe(1);
  backup.close();

  const client = connect(engine.wire(), 'test');
  expect(await client.call('documents.get', { documentId: imported })).toMatchObject({ original: { name: 'wheat.txt', sha256 } });
  expect(await client.call('documents.get', { documentId: written })).toMatchObject({ original: null });
  expect(Buffer.from((await client.call('documents.original', { documentId: imported })).bytes)).toEqual(bytes);
  expect(await client.call('passages.get', { passageId })).toMatchObject({ quote: 'Wheat', note: 'Why?', taggings: [{ analyst: 'Ada' }] });
  expect(await client.call('versions.list', { documentId: imported })).toEqual([]);
  expect(await client.call('versions.space', {})).toEqual({ automatic: 0, kept: 0, limit: 200_000_000 });
  await client.call('versions.name', { documentId: imported, name: 'As it was' });
  expect(await client.call('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
});
