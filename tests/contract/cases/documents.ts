import assert from 'node:assert/strict';
import { encodeAs } from '../../unit/imports/encode.ts';
import { assertWords, type ContractCase, client, fails, imported, nobody, utf8 } from './helpers.ts';

export const documentsCases: readonly ContractCase[] = [
  {
    name: 'a document goes into a collection, is verified, and is ended from the bin',
    async run(notebook) {
      const engine = await client(notebook);
      const report = await engine.call('imports.files', { files: [{ name: 'strait.txt', bytes: utf8('The strait is closed.') }] });
      const documentId = report.imported[0]?.documentId ?? assert.fail(JSON.stringify(report.failed));
      const { collection, step } = await engine.call('collections.add', { name: 'Straits' });
      await engine.call('collections.put', { collectionId: collection.id, documentIds: [documentId] });
      const titles = (await engine.call('documents.list', { collectionId: collection.id })).map(({ id }) => id);
      assert.deepEqual(titles, [documentId]);
      assert.deepEqual(await engine.call('collections.contents', {}), [{ collectionId: collection.id, documentIds: [documentId] }]);
      assert.deepEqual(await engine.call('documents.verify', { documentId }), {
        intact: true,
        sha256: report.imported[0]?.sha256,
        size: 21,
      });
      assertWords(await fails(engine.call('documents.purge', { documentIds: [documentId] }), 'conflict'));
      await engine.call('documents.remove', { documentIds: [documentId] });
      assert.deepEqual(await engine.call('documents.purge', {}), { documents: 1 });
      assertWords(await fails(engine.call('documents.verify', { documentId }), 'not-found'));
      assertWords(await fails(engine.call('collections.rename', { collectionId: nobody, name: 'Seas' }), 'not-found'));
      await engine.call('history.undo', { step });
      assert.deepEqual(await engine.call('collections.list', {}), []);
    },
  },
  {
    name: 'a file read in the wrong encoding is put right, its passages with it, and that taken back',
    async run(notebook) {
      const engine = await client(notebook);
      const text = 'Паром у Бранока\n\nПаром не ходит вторую неделю. Лоцман говорит, что мель сдвинулась к городу.';
      const documentId = await imported(engine, 'ferry.txt', encodeAs(text, 'windows-1251'));
      const now = () => engine.call('documents.get', { documentId });
      const { text: read, revision } = await engine.call('documents.text', { documentId });
      const start = read.indexOf('Лоцман');
      const stretch = { documentId, baseRevision: revision, start, end: start + 'Лоцман говорит'.length, sphereIds: [] };
      const { passage } = await engine.call('passages.tag', stretch);

      const wrong = await engine.call('documents.previewReread', { documentId, encoding: 'koi8-r' });
      assert.ok(!wrong.text.includes('Лоцман'));
      assert.equal((await now()).title, 'Паром у Бранока');
      await engine.call('documents.reread', { documentId, encoding: 'koi8-r', baseRevision: wrong.revision, accept: [] });
      const garbled = await now();
      assert.equal(garbled.original?.encoding, 'koi8-r');
      assert.equal(garbled.detached, 1);

      const right = await engine.call('documents.previewReread', { documentId, encoding: 'windows-1251' });
      const place = right.passages[0]?.after ?? assert.fail('no place');
      assert.equal(place.quote, 'Лоцман говорит');
      const accept = [{ passageId: passage.id, segments: place.segments }];
      const mend = { documentId, encoding: 'windows-1251', accept };
      const { step } = await engine.call('documents.reread', { ...mend, baseRevision: right.revision });
      const mended = await now();
      assert.equal(mended.title, 'Паром у Бранока');
      assert.equal(mended.original?.encoding, 'windows-1251');
      assert.equal(mended.detached, 0);
      assertWords(await fails(engine.call('documents.reread', { ...mend, baseRevision: right.revision }), 'conflict'));
      await engine.call('history.undo', { step });
      assert.equal((await now()).title, garbled.title);
    },
  },
  {
    name: 'what has no original cannot be read in another encoding',
    async run(notebook) {
      const engine = await client(notebook);
      const { document } = await engine.call('documents.create', { title: 'Written here' });
      const encoding = 'koi8-r';
      for (const documentId of [document.id, nobody]) {
        assertWords(await fails(engine.call('documents.previewReread', { documentId, encoding }), 'not-found'));
        assertWords(await fails(engine.call('documents.reread', { documentId, encoding, baseRevision: 1, accept: [] }), 'not-found'));
      }
      assert.equal((await engine.call('documents.get', { documentId: document.id })).revision, document.revision);
    },
  },
];
