import assert from 'node:assert/strict';
import { assertWords, type ContractCase, client, fails, imported, nobody, utf8 } from './helpers.ts';

export const similarCases: readonly ContractCase[] = [
  {
    name: 'near-duplicates are a group, and what differs is told',
    async run(notebook) {
      const engine = await client(notebook);
      const story = Array.from({ length: 60 }, (_, n) => `слово${n}`).join(' ');
      const files = [story, `${story} и ещё одно`, '海峡'.repeat(30)].map((text, n) => ({ name: `${n}.txt`, bytes: utf8(text) }));
      const { imported } = await engine.call('imports.files', { files });
      const [one, other, stranger] = imported.map(({ documentId }) => documentId);
      assert.ok(one !== undefined && other !== undefined && stranger !== undefined);
      const { groups } = await engine.call('similar.groups', {});
      assert.deepEqual(
        groups.map(({ documents }) => documents.map(({ id }) => id)),
        [[one, other]],
      );
      assert.deepEqual(
        (await engine.call('similar.copies', {})).groups.map((ids) => ids.toSorted()),
        [[one, other].toSorted()],
      );
      const { documents, pending } = await engine.call('similar.list', { documentId: one });
      assert.equal(pending, 0);
      assert.equal(documents[0]?.document.id, other);
      assert.equal(documents[0]?.similarity, groups[0]?.least);
      assert.deepEqual((await engine.call('similar.list', { documentId: stranger })).documents, []);
      const { paragraphs } = await engine.call('similar.compare', { fromId: one, toId: other });
      assert.equal(paragraphs[0]?.parts[1]?.text, ' и ещё одно');
      assertWords(await fails(engine.call('similar.list', { documentId: nobody }), 'not-found'));
      assertWords(await fails(engine.call('similar.compare', { fromId: one, toId: nobody }), 'not-found'));
    },
  },
  {
    name: 'copies are those in the library: one in the bin is none, until it is restored',
    async run(notebook) {
      const engine = await client(notebook);
      const story = Array.from({ length: 60 }, (_, n) => `слово${n}`).join(' ');
      const one = await imported(engine, 'one.txt', utf8(story));
      const other = await imported(engine, 'other.txt', utf8(`${story} и ещё одно`));
      // Compares what is still to be compared.
      await engine.call('similar.groups', {});
      const copies = async () => (await engine.call('similar.copies', {})).groups.map((ids) => ids.toSorted());
      assert.deepEqual(await copies(), [[one, other].toSorted()]);
      const { step } = await engine.call('documents.remove', { documentIds: [other] });
      assert.deepEqual(await copies(), []);
      await engine.call('history.undo', { step });
      assert.deepEqual(await copies(), [[one, other].toSorted()]);
    },
  },
];
