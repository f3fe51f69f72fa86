import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type EngineClient, type Progress } from '../../../contract/index.ts';
import { type Engine, openEngine } from '../../../main/engine/engine.ts';
import { bytesOf, fixture } from './fixtures.ts';

let folder: string;
let engine: Engine;
let client: EngineClient;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'armillary-imports-'));
  engine = openEngine({ file: join(folder, 'test.armillary'), mode: 'create', analyst: 'Tester' });
  client = connect(engine.wire(), 'test');
});
afterEach(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

const file = (name: string) => ({ name, bytes: fixture(name) });

describe('importing files', () => {
  test('what came in, what was there, what failed, in the order given', async () => {
    const files = [
      file('article.txt'),
      { name: 'broken.txt', bytes: new Uint8Array([0x61, 0, 0x62]) },
      { name: 'copy of article.txt', bytes: fixture('article.txt') },
      { name: 'scan.pdf', bytes: bytesOf('%PDF-1.7') },
      file('report.md'),
    ];
    const progress: Progress[] = [];
    const report = await client.call('imports.files', { files }, { onProgress: (step) => progress.push(step) });
    const [article] = report.imported;
    expect(report.imported.map(({ name, title }) => [name, title])).toEqual([
      ['article.txt', 'The port that moved uphill'],
      ['report.md', 'Lithium in the salt flats: a field report'],
    ]);
    expect(report.skipped).toEqual([
      {
        name: 'copy of article.txt',
        documentId: article?.documentId,
        reason: 'The same file is in the notebook already, as “The port that moved uphill”.',
      },
    ]);
    expect(report.failed.map(({ name, error }) => [name, error.kind])).toEqual([
      ['broken.txt', 'invalid'],
      ['scan.pdf', 'invalid'],
    ]);
    expect(report.cancelled).toEqual([]);
    const size = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    expect(progress[0]).toMatchObject({ done: 0, total: 5, label: 'article.txt', bytes: { done: 0, total: size } });
    expect(progress.at(-1)).toMatchObject({ done: 5, total: 5, label: '', bytes: { done: size, total: size } });
    expect(progress.flatMap((step) => step.report?.imported ?? [])).toEqual(report.imported);
    expect(await client.call('documents.list', {})).toHaveLength(2);
  });

  test('files written together are one part of the index, not one each', async () => {
    const files = ['ferry', 'harbour', 'strait'].map((word) => ({ name: `${word}.txt`, bytes: bytesOf(`The ${word} is closed.`) }));
    await client.call('imports.files', { files });
    const db = new Sqlite(join(folder, 'test.armillary'), { readonly: true });
    const parts = db.prepare('SELECT count(DISTINCT segid) FROM document_index_idx').pluck().get();
    db.close();
    expect(parts).toBe(1);
    expect((await client.call('search.query', { text: 'harbour' })).total).toBe(1);
  });

  test('the original is kept byte for byte', async () => {
    const bytes = fixture('windows-1251.html');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { imported } = await client.call('imports.files', { files: [{ name: 'windows-1251.html', bytes }] });
    expect(imported[0]?.sha256).toBe(sha256);
    const original = await client.call('documents.original', { documentId: imported[0]?.documentId ?? '' });
    expect(original).toMatchObject({ name: 'windows-1251.html', mediaType: 'text/html', sha256 });
    expect(Buffer.from(original.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  test('a file whose document lies in the bin is skipped, and says so', async () => {
    const { imported } = await client.call('imports.files', { files: [file('article.txt')] });
    const documentId = imported[0]?.documentId ?? '';
    await client.call('documents.remove', { documentIds: [documentId] });
    const { skipped } = await client.call('imports.files', { files: [file('article.txt')] });
    expect(skipped).toEqual([{ name: 'article.txt', documentId, reason: expect.stringContaining('in the bin') }]);
  });

  test('cancelling keeps what is in and names the rest', async () => {
    const cancel = new AbortController();
    const files = Array.from({ length: 1_000 }, (_, i) => ({ name: `${i}.txt`, bytes: bytesOf(`Text ${i}`) }));
    const report = await client.call(
      'imports.files',
      { files },
      { signal: cancel.signal, onProgress: ({ done }) => done > 0 && cancel.abort() },
    );
    expect(report.imported.length).toBeGreaterThan(0);
    expect(report.cancelled.length).toBeGreaterThan(0);
    expect([...report.imported.map(({ name }) => name), ...report.cancelled].toSorted()).toEqual(files.map(({ name }) => name).toSorted());
    expect(await client.call('documents.list', {})).toHaveLength(report.imported.length);
  });

  test('what is written while an import runs is on disk when it is answered, and so is the import', async () => {
    const files = Array.from({ length: 400 }, (_, n) => ({ name: `${n}.txt`, bytes: bytesOf(`Harbour report number ${n}.`) }));
    const importing = client.call('imports.files', { files });
    const titles: string[] = [];
    const disk = new Sqlite(join(folder, 'test.armillary'), { readonly: true });
    let isOver = false;
    void importing.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      const { document } = await client.call('documents.create', { title: `Written ${titles.length}` });
      titles.push(document.title);
      expect(disk.prepare('SELECT title FROM documents WHERE id = ?').pluck().get(document.id)).toBe(document.title);
      await turn();
    }
    const { imported, failed } = await importing;
    disk.close();
    expect(titles.length).toBeGreaterThan(1);
    expect(failed).toEqual([]);
    expect(imported.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    expect(await client.call('documents.list', {})).toHaveLength(400 + titles.length);
    expect((await client.call('search.query', { text: 'harbour', kinds: ['document'] })).total).toBe(400);
  });

  test('other calls are answered in between', async () => {
    const importing = client.call('imports.files', {
      files: Array.from({ length: 5 }, (_, i) => ({ name: `${i}.txt`, bytes: bytesOf(`Text ${i}`) })),
    });
    const during = await client.call('documents.list', {});
    expect(during.length).toBeLessThan(5);
    expect((await importing).imported).toHaveLength(5);
  });

  test('pasted text is a document without an original', async () => {
    const { documentId, title } = await client.call('imports.text', { text: 'A title\n\nAnd some text.' });
    expect(title).toBe('A title');
    expect(await client.call('documents.get', { documentId })).toMatchObject({ title, original: null, language: 'und' });
    await expect(client.call('imports.text', { text: '  ' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('a book that is pasted keeps nobody waiting', async () => {
    const html = '<p>The ferry ran twice a day.</p>'.repeat(20_000);
    const answered: string[] = [];
    const pasting = client.call('imports.text', { text: 'The ferry', html }).then(({ title }) => answered.push(title));
    await client.call('spheres.list', {}).then(() => answered.push('spheres'));
    await pasting;
    expect(answered).toEqual(['spheres', 'The ferry ran twice a day.']);
  });
});

describe('the sample notebook', () => {
  test('three articles with their passages, spheres and notes', async () => {
    const { documentIds } = await client.call('notebook.addSample', {});
    const documents = await client.call('documents.list', {});
    expect(documents.map(({ language }) => language).sort()).toEqual(['en', 'ru', 'zh']);
    for (const { source, hasNote, passages } of documents) {
      expect(source).toMatchObject({
        author: 'Armillary sample',
        publisher: 'Armillary',
        published: expect.any(String),
        reliability: expect.any(String),
      });
      expect(hasNote).toBe(true);
      expect(passages).toBeGreaterThanOrEqual(5);
    }
    const spheres = await client.call('spheres.list', {});
    expect(spheres.filter(({ passages }) => passages > 0).map(({ name }) => name)).toEqual([
      'economic',
      'energy',
      'geopolitical',
      'cultural',
    ]);
    const passages = await client.call('passages.list', { documentId: documentIds[0] });
    const overlapping = passages.filter((one) =>
      passages.some((other) => other.id !== one.id && other.start < one.end && one.start < other.end),
    );
    expect(overlapping.length).toBeGreaterThan(0);
    expect(await client.call('notes.get', { target: { kind: 'notebook' } })).not.toBeNull();
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
  });

  test('adding it again doubles nothing and replaces nothing', async () => {
    await client.call('notes.put', { target: { kind: 'notebook' }, body: 'Mine.' });
    const { documentIds } = await client.call('notebook.addSample', {});
    const before = (await client.call('notebook.info', {})).counts;
    await client.call('documents.remove', { documentIds: documentIds.slice(0, 1) });
    expect(await client.call('notebook.addSample', {})).toEqual({ documentIds });
    expect((await client.call('notebook.info', {})).counts).toEqual(before);
    expect(await client.call('notes.get', { target: { kind: 'notebook' } })).toMatchObject({ body: 'Mine.' });
  });
});
