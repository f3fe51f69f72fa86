import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ExportScope } from '../../../contract/index.ts';
import { addDocument, newNotebook, sphereNamed, tag } from '../engine/notebook.ts';

const Exported = z.object({
  format: z.literal('armillary-export'),
  version: z.literal(1),
  exportedAt: z.iso.datetime(),
  notebook: z.object({ name: z.string() }),
  scope: z.object({ kind: z.string() }),
  notes: z.array(z.object({ on: z.string(), name: z.string(), body: z.string() })),
  documents: z.array(
    z.object({
      title: z.string(),
      note: z.object({ body: z.string() }).nullable(),
      passages: z.array(
        z.object({
          quote: z.string(),
          start: z.int(),
          end: z.int(),
          state: z.string(),
          note: z.string(),
          spheres: z.array(z.object({ path: z.string() })),
        }),
      ),
    }),
  ),
});

async function notebook() {
  const { client } = newNotebook();
  const economic = await sphereNamed(client, 'economic');
  const cultural = await sphereNamed(client, 'cultural');
  const { sphere: trade } = await client.call('spheres.add', { name: 'trade', parentId: economic.id });
  const grain = await addDocument(client, ['Grain prices fell again.', 'The port reopened.'], 'Grain');
  const music = await addDocument(client, ['The festival returned.'], 'Music');
  const read = await addDocument(client, ['Nothing tagged here.'], 'Read');
  await addDocument(client, ['Nothing at all.'], 'Untouched');
  await tag(client, grain, 'prices fell', [trade.id], 'See the harvest.');
  await tag(client, grain, 'port reopened', [cultural.id]);
  await tag(client, music, 'festival', [cultural.id, economic.id]);
  await client.call('notes.put', { target: { kind: 'document', id: read }, body: 'Read, nothing in it.' });
  await client.call('notes.put', { target: { kind: 'notebook' }, body: 'All about spring.' });
  await client.call('notes.put', { target: { kind: 'sphere', id: trade.id }, body: 'Goods only.' });
  const make = async (scope: ExportScope) =>
    Exported.parse(JSON.parse((await client.call('exports.make', { format: 'json', scope })).content));
  return { client, economic, cultural, trade, grain, music, make };
}

const outline = ({ documents }: z.infer<typeof Exported>) =>
  documents.map(({ title, passages }) => [title, ...passages.map(({ quote }) => quote)]);

describe('what a scope takes', () => {
  test('the notebook: every passage, every note', async () => {
    const { make } = await notebook();
    const made = await make({ kind: 'notebook' });
    expect(outline(made)).toEqual([['Grain', 'prices fell', 'port reopened'], ['Music', 'festival'], ['Read']]);
    expect(made.notes).toMatchObject([
      { on: 'notebook', body: 'All about spring.' },
      { on: 'sphere', name: 'economic / trade', body: 'Goods only.' },
    ]);
    expect(made.documents[0]?.passages[0]).toMatchObject({
      start: 6,
      end: 17,
      note: 'See the harvest.',
      spheres: [{ path: 'economic / trade' }],
    });
  });

  test('documents chosen together, also one that has a note alone', async () => {
    const { client, make, music } = await notebook();
    const all = await client.call('documents.list', {});
    const documentIds = [music, all.find(({ title }) => title === 'Read')?.id ?? ''];
    expect(outline(await make({ kind: 'documents', documentIds }))).toEqual([['Music', 'festival'], ['Read']]);
  });

  test('one document', async () => {
    const { make, music } = await notebook();
    expect(outline(await make({ kind: 'document', documentId: music }))).toEqual([['Music', 'festival']]);
  });

  test('a sphere with its sub-spheres', async () => {
    const { make, economic } = await notebook();
    const made = await make({ kind: 'spheres', sphereIds: [economic.id] });
    expect(outline(made)).toEqual([
      ['Grain', 'prices fell'],
      ['Music', 'festival'],
    ]);
    expect(made.notes).toMatchObject([{ name: 'economic / trade' }]);
  });

  test.each([
    ['a passage by its words', 'reopened', ['passage'] as const, [['Grain', 'port reopened']]],
    ['a passage by its note', 'harvest', ['note'] as const, [['Grain', 'prices fell']]],
    ['all passages of a document by its text', 'grain', ['document'] as const, [['Grain', 'prices fell', 'port reopened']]],
    ['nothing', 'absent', ['document', 'passage', 'note'] as const, []],
  ])('a search: %s', async (_name, text, kinds, expected) => {
    const { make } = await notebook();
    expect(outline(await make({ kind: 'search', query: { text, kinds: [...kinds] } }))).toEqual(expected);
  });

  test('a search keeps to its spheres, and goes beyond the page on screen', async () => {
    const { make, cultural } = await notebook();
    const query = { text: 'the', limit: 1 };
    expect(outline(await make({ kind: 'search', query }))).toHaveLength(2);
    expect(outline(await make({ kind: 'search', query: { ...query, sphereIds: [cultural.id] } }))).toEqual([
      ['Grain', 'port reopened'],
      ['Music', 'festival'],
    ]);
  });

  test('not what lies in the bin', async () => {
    const { client, make, grain } = await notebook();
    await client.call('documents.remove', { documentIds: [grain] });
    expect(outline(await make({ kind: 'notebook' }))).toEqual([['Music', 'festival'], ['Read']]);
  });

  test('a document that is gone is an error', async () => {
    const { make } = await notebook();
    await expect(make({ kind: 'document', documentId: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

test.each([
  ['markdown', 'Grain - tagged notes.md', 'text/markdown'],
  ['html', 'Grain - tagged notes.html', 'text/html'],
  ['csv', 'Grain - tagged notes.csv', 'text/csv'],
  ['json', 'Grain - tagged notes.json', 'application/json'],
] as const)('%s holds every quote and note', async (format, fileName, mediaType) => {
  const { client } = await notebook();
  const made = await client.call('exports.make', { format, scope: { kind: 'notebook' } });
  expect(made).toMatchObject({ fileName, mediaType, entries: 3, documents: 3 });
  for (const words of [
    'prices fell',
    'port reopened',
    'festival',
    'See the harvest.',
    'Read, nothing in it.',
    'All about spring.',
    'Goods only.',
  ]) {
    expect(made.content).toContain(words);
  }
});

test('a file is named after what is in it', async () => {
  const { client, economic, grain } = await notebook();
  const nameOf = async (scope: ExportScope) => (await client.call('exports.make', { format: 'csv', scope })).fileName;
  expect(await nameOf({ kind: 'spheres', sphereIds: [economic.id] })).toBe('Grain - Spheres economic.csv');
  expect(await nameOf({ kind: 'document', documentId: grain })).toBe('Grain - Document “Grain”.csv');
  expect(await nameOf({ kind: 'search', query: { text: '"port"' } })).toBe('Grain - Search port.csv');
});

test('a detached passage is exported too', async () => {
  const { client, make, grain } = await notebook();
  const { state, revision } = await client.call('documents.get', { documentId: grain });
  const [first] = state.root.children;
  await client.call('documents.save', {
    documentId: grain,
    baseRevision: revision,
    state: { root: { ...state.root, children: first === undefined ? [] : [first] } },
  });
  const { documents } = await make({ kind: 'document', documentId: grain });
  expect(documents[0]?.passages.map(({ quote, state: now }) => [quote, now])).toEqual([
    ['prices fell', 'anchored'],
    ['port reopened', 'detached'],
  ]);
});
