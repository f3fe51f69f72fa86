import { describe, expect, test } from 'vitest';
import type { EngineClient } from '../../../contract/index.ts';
import { mark, paragraph, stateOf } from '../anchoring/states.ts';
import { addDocument, type Dump, dump, newNotebook, sphereNamed, tag } from './notebook.ts';

/** Two documents, sub-spheres, passages in several spheres, notes on everything. */
async function seeded() {
  const notebook = newNotebook();
  const { client } = notebook;
  const [economic, cultural] = [await sphereNamed(client, 'economic'), await sphereNamed(client, 'cultural')];
  const { sphere: trade } = await client.call('spheres.add', { name: 'trade', parentId: economic.id });
  const { sphere: grain } = await client.call('spheres.add', { name: 'grain', parentId: trade.id });
  const documentId = await addDocument(client, ['Wheat is dear.', 'Rye is cheap.'], 'Prices');
  const other = await addDocument(client, ['Bread in songs'], 'Songs');
  const wheat = await tag(client, documentId, 'Wheat', [trade.id, economic.id, cultural.id], 'Which kind?');
  const rye = await tag(client, documentId, 'Rye', [grain.id]);
  await tag(client, other, 'songs', [cultural.id]);
  for (const target of [
    { kind: 'notebook' },
    { kind: 'document', id: documentId },
    { kind: 'sphere', id: trade.id },
    { kind: 'sphere', id: cultural.id },
  ] as const) {
    await client.call('notes.put', { target, body: `On the ${target.kind}` });
  }
  return { ...notebook, economic, cultural, trade, grain, documentId, other, wheat, rye };
}

type Seeded = Awaited<ReturnType<typeof seeded>>;

/** What a step must give back: everything but what each edit of a text moves on. */
function withoutText(all: Dump) {
  const documents = all.documents.map((row) => ({ ...Object(row), revision: null, updated_at: null, words: null }));
  return { ...all, documents, bodies: null };
}

async function undo(client: EngineClient, step: number): Promise<number> {
  return (await client.call('history.undo', { step })).step;
}

const deeds: [string, (seed: Seeded) => Promise<{ step: number }>][] = [
  [
    'setting spheres',
    ({ client, wheat, rye, cultural }) => client.call('passages.setSpheres', { passageIds: [wheat.id, rye.id], sphereIds: [cultural.id] }),
  ],
  [
    'putting passages into a sphere and out of another',
    ({ client, wheat, rye, cultural, economic }) =>
      client.call('passages.changeSpheres', { passageIds: [wheat.id, rye.id], add: [cultural.id], remove: [economic.id] }),
  ],
  ['merging spheres', ({ client, trade, cultural }) => client.call('spheres.merge', { sphereId: cultural.id, intoId: trade.id })],
  [
    'merging into the sphere above',
    ({ client, trade, economic }) => client.call('spheres.merge', { sphereId: trade.id, intoId: economic.id }),
  ],
  ['deleting a sphere with sub-spheres', ({ client, economic }) => client.call('spheres.remove', { sphereId: economic.id })],
  ['adding a sphere', ({ client, economic }) => client.call('spheres.add', { name: 'energy', parentId: economic.id })],
  [
    'changing a sphere',
    ({ client, grain }) =>
      client.call('spheres.update', { sphereId: grain.id, patch: { name: 'cereals', description: 'All of them', key: '1' } }),
  ],
  ['moving a sphere', ({ client, grain }) => client.call('spheres.move', { sphereId: grain.id, parentId: null, position: 0 })],
  ['removing a note', ({ client, trade }) => client.call('notes.put', { target: { kind: 'sphere', id: trade.id }, body: '' })],
  ['changing a note', ({ client }) => client.call('notes.put', { target: { kind: 'notebook' }, body: 'Another plan' })],
  ['writing a note', ({ client, rye }) => client.call('notes.put', { target: { kind: 'passage', id: rye.id }, body: 'Since when?' })],
  ['moving documents to the bin', ({ client, documentId, other }) => client.call('documents.remove', { documentIds: [documentId, other] })],
  [
    'changing a document’s details',
    ({ client, documentId }) =>
      client.call('documents.update', { documentId, title: 'Grain', language: 'en', source: { author: 'Osei', reliability: 'B' } }),
  ],
  ['a new document', ({ client }) => client.call('documents.create', { title: 'Notes of the day' })],
];

describe('taking back and doing again', () => {
  test.each(deeds)('%s', async (_, deed) => {
    const seed = await seeded();
    const { client, file } = seed;
    const before = withoutText(dump(file));
    const { step } = await deed(seed);
    const after = withoutText(dump(file));
    expect(after).not.toEqual(before);
    const redo = await undo(client, step);
    expect(withoutText(dump(file))).toEqual(before);
    const again = await undo(client, redo);
    expect(withoutText(dump(file))).toEqual(after);
    await undo(client, again);
    expect(withoutText(dump(file))).toEqual(before);
    expect(await client.call('notebook.check', {})).toMatchObject({ problems: [] });
  });

  test('a passage that a save made, with the editor’s own undo', async () => {
    const { client, file, other, cultural } = await seeded();
    const { state, revision } = await client.call('documents.get', { documentId: other });
    const [id = ''] = (await client.call('ids.mint', { count: 1 })).ids;
    const passage = (await client.call('passages.list', { documentId: other }))[0];
    const marked = stateOf(paragraph(mark([id], 'Bread'), ' in ', mark([passage?.id ?? ''], 'songs')));
    const before = withoutText(dump(file));
    const made = await client.call('documents.save', {
      documentId: other,
      baseRevision: revision,
      state: marked,
      create: [{ id, spheres: [cultural.id] }],
    });
    const after = withoutText(dump(file));
    const redo = await undo(client, made.step ?? 0);
    await client.call('documents.save', { documentId: other, baseRevision: revision + 1, state });
    expect(withoutText(dump(file))).toEqual(before);
    await undo(client, redo);
    await client.call('documents.save', { documentId: other, baseRevision: revision + 2, state: marked });
    expect(withPlainDates(withoutText(dump(file)))).toEqual(withPlainDates(after));
  });

  test('a passage that a save removed, with the editor’s own undo', async () => {
    const { client, file, documentId, wheat } = await seeded();
    const { state, revision } = await client.call('documents.get', { documentId });
    const before = withoutText(dump(file));
    const removed = await client.call('documents.save', { documentId, baseRevision: revision, state, remove: [wheat.id] });
    expect(removed.passages).toHaveLength(1);
    await undo(client, removed.step ?? 0);
    const detached = await client.call('passages.get', { passageId: wheat.id });
    expect(detached).toMatchObject({ state: 'detached', quote: 'Wheat', note: 'Which kind?' });
    await client.call('documents.save', { documentId, baseRevision: revision + 1, state });
    expect(withPlainDates(withoutText(dump(file)))).toEqual(withPlainDates(before));
  });

  test('a passage comes back with what a later edit left of it', async () => {
    const { client, documentId, rye } = await seeded();
    const { revision } = await client.call('documents.text', { documentId });
    const { step } = await client.call('passages.remove', { passageIds: [rye.id] });
    await client.call('documents.save', { documentId, baseRevision: revision + 1, state: stateOf(paragraph('Nothing of the kind')) });
    await undo(client, step);
    expect(await client.call('passages.get', { passageId: rye.id })).toMatchObject({ state: 'detached', quote: 'Rye', segments: [] });
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });
});

/** A save that finds a passage again dates it anew. */
function withPlainDates(all: ReturnType<typeof withoutText>) {
  return { ...all, passages: all.passages.map((row) => ({ ...Object(row), updated_at: null })) };
}

describe('a step that something later stands on is a conflict, and nothing changes', () => {
  const cases: [string, (seed: Seeded) => Promise<{ step: number }>, (seed: Seeded) => Promise<unknown>][] = [
    [
      'a sphere added, then tagged with',
      ({ client }) => client.call('spheres.add', { name: 'legal' }),
      async ({ client, rye }) => {
        const legal = await sphereNamed(client, 'legal');
        await client.call('passages.setSpheres', { passageIds: [rye.id], sphereIds: [legal.id] });
      },
    ],
    [
      'a passage made, then noted on',
      ({ client, documentId }) => client.call('passages.tag', { documentId, baseRevision: 3, start: 6, end: 8, sphereIds: [] }),
      async ({ client, documentId }) => {
        const made = (await client.call('passages.list', { documentId })).find(({ start }) => start === 6);
        await client.call('notes.put', { target: { kind: 'passage', id: made?.id ?? '' }, body: 'Mine' });
      },
    ],
    [
      'a title changed, then changed again',
      ({ client, documentId }) => client.call('documents.update', { documentId, title: 'Grain' }),
      ({ client, documentId }) => client.call('documents.update', { documentId, title: 'Cereals' }),
    ],
    [
      'a note changed, then changed by another window',
      ({ client }) => client.call('notes.put', { target: { kind: 'notebook' }, body: 'Plan A' }),
      ({ another }) => another.call('notes.put', { target: { kind: 'notebook' }, body: 'Plan B' }),
    ],
    [
      'a tagging taken away, then its passage removed',
      ({ client, wheat }) => client.call('passages.setSpheres', { passageIds: [wheat.id], sphereIds: [] }),
      ({ client, wheat }) => client.call('passages.remove', { passageIds: [wheat.id] }),
    ],
  ];
  test.each(cases)('%s', async (_, deed, later) => {
    const seed = await seeded();
    const { step } = await deed(seed);
    await later(seed);
    const before = dump(seed.file);
    await expect(undo(seed.client, step)).rejects.toMatchObject({ kind: 'conflict' });
    expect(dump(seed.file)).toEqual(before);
  });
});
