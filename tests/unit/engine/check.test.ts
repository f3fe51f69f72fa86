import { describe, expect, test } from 'vitest';
import type { CheckProblem, Progress } from '../../../contract/index.ts';
import { findMigrations, readMigrations } from '../../../main/engine/kernel/migrate.ts';
import { addDocument, newNotebook, sphereNamed, tag, tamper } from './notebook.ts';

/** A document with a passage, an imported one, a note. */
async function seeded() {
  const notebook = newNotebook();
  const { client } = notebook;
  const economic = await sphereNamed(client, 'economic');
  const documentId = await addDocument(client, ['Wheat is dear.']);
  const passage = await tag(client, documentId, 'Wheat', [economic.id], 'Which?');
  const rye = { name: 'rye.txt', bytes: new TextEncoder().encode('Rye is cheap.') };
  const { imported } = await client.call('imports.files', { files: [rye] });
  return { ...notebook, documentId, passage, imported: imported[0]?.documentId ?? '' };
}

test('a notebook that is whole has no problems, and says what was looked at', async () => {
  const { client } = await seeded();
  const heard: Progress[] = [];
  const report = await client.call('notebook.check', {}, { onProgress: (progress) => heard.push(progress) });
  expect(report).toEqual({ ok: true, checked: { documents: 2, passages: 1, originals: 1 }, problems: [] });
  expect(heard[0]).toMatchObject({ done: 0, total: 7 });
  expect(heard.at(-1)).toMatchObject({ done: 7, total: 7 });
});

describe('what was changed behind its back is found', () => {
  const cases: [string, string, CheckProblem['check'], string][] = [
    ['a text', "UPDATE bodies SET text = text || '!'", 'document', 'is not what its editor holds'],
    ['an editor state', "UPDATE bodies SET state = '{'", 'document', 'cannot be read'],
    ['a quote', "UPDATE passages SET quote = 'Barley'", 'passage', 'other words'],
    ['a place', "UPDATE passages SET segments = '[[1,6]]'", 'passage', 'another place'],
    ['a passage called detached', "UPDATE passages SET state = 'detached'", 'passage', 'stands in the text'],
    ['a mark', `UPDATE bodies SET state = replace(state, '"mark"', '"link","url":"#"')`, 'passage', 'does not'],
    ['a version', 'UPDATE versions SET state = zeroblob(20)', 'version', 'cannot be restored'],
    ['a version’s hash', "UPDATE versions SET sha256 = 'f00d'", 'version', 'cannot be restored'],
    ['an imported file', "UPDATE files SET bytes = CAST('Rye is dear!!' AS BLOB)", 'original', 'rye.txt'],
    ['the search index', 'DELETE FROM document_index WHERE rowid = 1', 'search-index', 'cannot find 1 of the documents'],
    ['what a tagging refers to', "PRAGMA foreign_keys = OFF; DELETE FROM spheres WHERE name = 'economic'", 'foreign-keys', 'taggings'],
  ];
  test.each(cases)('%s', async (_, sql, check, message) => {
    const { client, file } = await seeded();
    tamper(file, sql);
    const { ok, problems } = await client.call('notebook.check', {});
    expect(ok).toBe(false);
    expect(problems).toContainEqual(expect.objectContaining({ check, message: expect.stringContaining(message) }));
  });

  test('and named, so that a window can open it', async () => {
    const { client, file, documentId, passage } = await seeded();
    tamper(file, "UPDATE passages SET quote = 'Barley'");
    const { problems } = await client.call('notebook.check', {});
    expect(problems).toMatchObject([{ check: 'passage', documentId, passageId: passage.id }]);
  });
});

test('a check can be cancelled', async () => {
  const { client } = await seeded();
  const controller = new AbortController();
  const check = client.call('notebook.check', {}, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(check).rejects.toMatchObject({ kind: 'cancelled' });
});

describe('the notebook', () => {
  test('says what it is and holds', async () => {
    const { client, file } = await seeded();
    expect(await client.call('notebook.info', {})).toMatchObject({
      name: 'Grain',
      file,
      schemaVersion: readMigrations(findMigrations()).length,
      analyst: { name: 'Ada' },
      counts: { documents: 2, bin: 0, passages: 1, detached: 0, notes: 1, spheres: 3 },
    });
  });

  test('knows an analyst who comes back', async () => {
    const { client } = newNotebook();
    const { analyst: ada } = await client.call('notebook.info', {});
    const grace = await client.call('notebook.setAnalyst', { name: ' Grace ' });
    expect(grace.analyst.name).toBe('Grace');
    expect((await client.call('notebook.setAnalyst', { name: 'Ada' })).analyst).toEqual(ada);
    await expect(client.call('notebook.setAnalyst', { name: ' ' })).rejects.toMatchObject({ kind: 'invalid' });
  });
});
