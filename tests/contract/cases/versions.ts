import assert from 'node:assert/strict';
import { assertWords, type ContractCase, client, fails, imported, nobody, utf8 } from './helpers.ts';

export const versionsCases: readonly ContractCase[] = [
  {
    name: 'a version is kept, compared and restored, and the restoring taken back',
    async run(notebook) {
      const engine = await client(notebook);
      const documentId = await imported(engine, 'strait.txt', utf8('The strait is closed.'));
      const { version } = await engine.call('versions.name', { documentId, name: 'As it came' });
      const file = { name: 'strait-2.txt', bytes: utf8('The strait is open.') };
      const review = await engine.call('documents.previewUpdate', { documentId, file });
      assert.equal(review.text, 'The strait is open.');
      await engine.call('documents.applyUpdate', { documentId, baseRevision: review.revision, file, accept: [] });
      const { paragraphs } = await engine.call('versions.compare', { documentId, from: version.id, to: null });
      assert.deepEqual(
        paragraphs[0]?.parts.filter(({ kind }) => kind !== 'same'),
        [
          { kind: 'removed', text: 'closed' },
          { kind: 'added', text: 'open' },
        ],
      );
      const { step } = await engine.call('versions.restore', { versionId: version.id });
      const text = async () => (await engine.call('documents.text', { documentId })).text;
      assert.equal(await text(), 'The strait is closed.');
      await engine.call('history.undo', { step });
      assert.equal(await text(), 'The strait is open.');
      const { bytes } = await engine.call('versions.original', { versionId: version.id });
      assert.equal(new TextDecoder().decode(bytes), 'The strait is closed.');
      const removed = await engine.call('versions.remove', { versionId: version.id });
      assertWords(await fails(engine.call('versions.get', { versionId: version.id }), 'not-found'));
      await engine.call('history.undo', { step: removed.step });
      assert.equal((await engine.call('versions.get', { versionId: version.id })).name, 'As it came');
      assertWords(await fails(engine.call('versions.remove', { versionId: nobody }), 'not-found'));
      assertWords(await fails(engine.call('versions.get', { versionId: nobody }), 'not-found'));
      assertWords(await fails(engine.call('documents.applyUpdate', { documentId, baseRevision: 1, file, accept: [] }), 'conflict'));
    },
  },
];
