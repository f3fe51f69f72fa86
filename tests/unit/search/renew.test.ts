import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { connect } from '../../../contract/index.ts';
import { openEngine } from '../../../main/engine/engine.ts';
import { addDocument, tag } from '../engine/notebook.ts';

test('a notebook indexed by an older analyser is indexed anew while it is used', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'Old.armillary');
  const before = openEngine({ file, mode: 'create' });
  const writer = connect(before.wire(), 'writer');
  for (let n = 0; n < 50; n += 1) await addDocument(writer, [`Port number ${n}`], `Document ${n}`);
  const documentId = await addDocument(writer, ['經濟發展'], 'Late');
  await tag(writer, documentId, '經濟', [], 'A note on 發展');
  before.close();
  const db = new Sqlite(file);
  db.exec('UPDATE notebook SET analyser = 1; DELETE FROM document_index; DELETE FROM note_index');
  db.close();

  const engine = openEngine({ file, mode: 'open' });
  onTestFinished(() => engine.close());
  const client = connect(engine.wire(), 'reader');
  const tidings: unknown[] = [];
  client.onChanged(({ nouns }) => tidings.push(nouns));
  expect(await client.call('search.state', {})).toMatchObject({ total: 53 });
  await vi.waitFor(async () => expect(await client.call('search.state', {})).toEqual({ pending: 0, total: 53 }), { timeout: 10_000 });
  expect((await client.call('search.query', { text: '发展 ' })).total).toBe(2);
  expect((await client.call('search.query', { text: 'port ', kinds: ['document'] })).total).toBe(50);
  expect(tidings).toContainEqual(['searches']);
  expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
});
