import assert from 'node:assert/strict';
import { assertWords, type ContractCase, client, fails, imported, nobody, utf8 } from './helpers.ts';

export const passagesCases: readonly ContractCase[] = [
  {
    name: 'a passage is graded and dated, found by it, and the grading taken back',
    async run(notebook) {
      const engine = await client(notebook);
      const documentId = await imported(engine, 'strait.txt', utf8('The strait is closed.'));
      const stretch = { documentId, baseRevision: 1, start: 4, end: 10, sphereIds: [] };
      const { passage } = await engine.call('passages.tag', stretch);
      await engine.call('documents.updateAll', { documentIds: [documentId], source: { reliability: 'B', credibility: 3 } });
      const graded = await engine.call('passages.grade', { passageIds: [passage.id], credibility: 2, event: '2024-21' });
      assert.deepEqual(graded.passages[0]?.grade, { reliability: 'B', credibility: 2 });
      const filter = { reliabilities: ['B' as const], credibilities: [2 as const], event: { from: '2024-05', to: '2024-05' } };
      assert.equal((await engine.call('passages.list', filter)).length, 1);
      await engine.call('history.undo', { step: graded.step });
      assert.deepEqual((await engine.call('passages.get', { passageId: passage.id })).grade, { reliability: 'B', credibility: 3 });
      assertWords(await fails(engine.call('passages.grade', { passageIds: [passage.id], event: 'soon' }), 'invalid'));
      assertWords(await fails(engine.call('passages.grade', { passageIds: [nobody], credibility: 1 }), 'not-found'));
      assertWords(await fails(engine.call('documents.updateAll', { documentIds: [nobody], language: 'en' }), 'not-found'));
    },
  },
  {
    name: 'passages are put into a sphere together, each keeps its others, and the change is taken back',
    async run(notebook) {
      const engine = await client(notebook);
      const documentId = await imported(engine, 'strait.txt', utf8('The strait is closed.'));
      const [river, sea] = [await engine.call('spheres.add', { name: 'River' }), await engine.call('spheres.add', { name: 'Sea' })];
      const stretch = { documentId, sphereIds: [river.sphere.id] };
      const strait = await engine.call('passages.tag', { ...stretch, baseRevision: 1, start: 4, end: 10 });
      const closed = await engine.call('passages.tag', { ...stretch, baseRevision: strait.revision, start: 14, end: 20, sphereIds: [] });
      const passageIds = [strait.passage.id, closed.passage.id];
      const spheres = async () =>
        (await engine.call('passages.list', { passageIds })).map(({ taggings }) => taggings.map(({ sphereId }) => sphereId));
      const added = await engine.call('passages.changeSpheres', { passageIds, add: [sea.sphere.id] });
      assert.deepEqual(await spheres(), [[river.sphere.id, sea.sphere.id], [sea.sphere.id]]);
      assert.deepEqual(
        added.passages.map(({ id }) => id),
        passageIds,
      );
      await engine.call('passages.changeSpheres', { passageIds, remove: [sea.sphere.id] });
      assert.deepEqual(await spheres(), [[river.sphere.id], []]);
      assertWords(await fails(engine.call('passages.changeSpheres', { passageIds, add: [nobody] }), 'not-found'));
      assertWords(await fails(engine.call('passages.changeSpheres', { passageIds: [nobody], add: [sea.sphere.id] }), 'not-found'));
      const moved = await engine.call('passages.changeSpheres', { passageIds, add: [sea.sphere.id], remove: [river.sphere.id] });
      assert.deepEqual(await spheres(), [[sea.sphere.id], [sea.sphere.id]]);
      await engine.call('history.undo', { step: moved.step });
      assert.deepEqual(await spheres(), [[river.sphere.id], []]);
    },
  },
];
