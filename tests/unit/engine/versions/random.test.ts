import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EngineClient } from '../../../../contract/index.ts';
import { paragraph, stateOf } from '../../anchoring/states.ts';
import { addDocument, newNotebook, sphereNamed } from '../notebook.ts';

const sentences = [
  'The wheat of the northern plain was sold before it was cut.',
  'Rye went for less than the cost of carting it to the river.',
  'Nobody had foreseen that the port would close for a whole spring.',
  '出口关税在三月上调了百分之十一。',
  'Пошлину на вывоз подняли в марте на одиннадцать процентов.',
];

const text = fc.uniqueArray(fc.nat(sentences.length - 1), { minLength: 1 }).map((order) => order.map((n) => sentences[n] ?? ''));
const deed = fc.oneof(
  fc.record({ kind: fc.constant('tag' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('write' as const), lines: text }),
  fc.record({ kind: fc.constant('update' as const), lines: text }),
  fc.record({ kind: fc.constant('name' as const) }),
  fc.record({ kind: fc.constant('restore' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('undo' as const) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** Does it, and returns the step that takes it back, where it has one that touches the text. */
async function run(client: EngineClient, documentId: string, sphereId: string, done: Deed, last: number | null): Promise<number | null> {
  const { text: now, revision } = await client.call('documents.text', { documentId });
  if (done.kind === 'tag') {
    const start = done.at % now.length;
    const end = Math.min(now.length, start + done.length);
    if (now.slice(start, end).trim() === '') return last;
    await client.call('passages.tag', { documentId, baseRevision: revision, start, end, sphereIds: [sphereId], note: 'Why?' });
  } else if (done.kind === 'write') {
    const state = stateOf(...done.lines.map((line) => paragraph(line)));
    await client.call('documents.save', { documentId, baseRevision: revision, state });
    return null;
  } else if (done.kind === 'update') {
    const file = { name: 'next.txt', bytes: new TextEncoder().encode(done.lines.join('\n\n')) };
    const review = await client.call('documents.previewUpdate', { documentId, file });
    const accept = review.passages.map(({ passageId, after }) => ({ passageId, segments: after?.segments ?? [] }));
    return (await client.call('documents.applyUpdate', { documentId, baseRevision: revision, file, accept })).step;
  } else if (done.kind === 'name') {
    await client.call('versions.name', { documentId, name: 'Now' });
  } else if (done.kind === 'restore') {
    const versions = await client.call('versions.list', { documentId });
    const version = versions[done.which % Math.max(1, versions.length)];
    return version === undefined ? last : (await client.call('versions.restore', { versionId: version.id })).step;
  } else if (last !== null) return (await client.call('history.undo', { step: last })).step;
  return last;
}

test('whatever is written, updated, restored and undone, no passage is gone and each says where it stands', {
  timeout: 60_000,
}, async () => {
  const { client } = newNotebook();
  const { id: sphereId } = await sphereNamed(client, 'economic');
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 12 }), async (deeds) => {
      const documentId = await addDocument(client, sentences.slice(0, 3));
      let last: number | null = null;
      let tagged = 0;
      for (const each of deeds) {
        last = await run(client, documentId, sphereId, each, last);
        const passages = await client.call('passages.list', { documentId });
        expect(passages.length).toBeGreaterThanOrEqual(tagged);
        expect(passages.every(({ note, taggings }) => note === 'Why?' && taggings.length === 1)).toBe(true);
        tagged = passages.length;
      }
      expect(await client.call('notebook.check', {})).toMatchObject({ problems: [] });
    }),
    { numRuns: 40 },
  );
});
