import { describe, expect, onTestFinished, test } from 'vitest';
import { connect, type EngineClient, type StepId } from '../../../contract/index.ts';
import { openEngine } from '../../../main/engine/engine.ts';
import { addDocument, newNotebook, sphereNamed, tag } from '../engine/notebook.ts';

/** The notebook as another program has it open. */
function alsoOpen(file: string): EngineClient {
  const engine = openEngine({ file, mode: 'open' });
  onTestFinished(() => engine.close());
  return connect(engine.wire(), 'also');
}

/** `economic 2`, by facet. */
async function counts(client: EngineClient): Promise<Record<string, string[]>> {
  const { facets } = await client.call('search.facets', { text: 'port ' });
  return Object.fromEntries(facets.map(({ kind, values }) => [kind, values.map(({ value, count }) => `${value} ${count}`)]));
}

async function twoDocuments() {
  const { file, client } = newNotebook();
  const first = await addDocument(client, ['The port of grain reopened.', 'A port of oil.'], 'First');
  const second = await addDocument(client, ['No port here.'], 'Second');
  for (const documentId of [first, second]) await client.call('documents.update', { documentId, language: 'en' });
  await client.call('documents.update', { documentId: first, source: { publisher: 'The Port Review', published: '2024-05' } });
  const [economic, cultural] = [await sphereNamed(client, 'economic'), await sphereNamed(client, 'cultural')];
  const passage = await tag(client, first, 'port of grain', [economic.id], 'A port to remember.');
  return { file, client, first, second, economic, cultural, passage };
}

type Notebook = Awaited<ReturnType<typeof twoDocuments>>;
type Deed = (notebook: Notebook) => Promise<{ step: StepId }>;

const deeds: [name: string, deed: Deed][] = [
  [
    'tagging',
    async ({ client, passage, economic, cultural }) =>
      await client.call('passages.setSpheres', { passageIds: [passage.id], sphereIds: [economic.id, cultural.id] }),
  ],
  ['untagging', async ({ client, passage }) => await client.call('passages.setSpheres', { passageIds: [passage.id], sphereIds: [] })],
  ['removing a passage', async ({ client, passage }) => await client.call('passages.remove', { passageIds: [passage.id] })],
  [
    'a note on a sphere',
    async ({ client, cultural }) => await client.call('notes.put', { target: { kind: 'sphere', id: cultural.id }, body: 'Any port.' }),
  ],
  [
    'a note on a document',
    async ({ client, second }) => await client.call('notes.put', { target: { kind: 'document', id: second }, body: 'Any port.' }),
  ],
  [
    'a sphere by another name',
    async ({ client, economic }) => await client.call('spheres.update', { sphereId: economic.id, patch: { name: 'trade' } }),
  ],
  [
    'a sphere below another',
    async ({ client, economic, cultural }) =>
      await client.call('spheres.move', { sphereId: economic.id, parentId: cultural.id, position: 0 }),
  ],
  [
    'two spheres merged',
    async ({ client, economic, cultural }) => await client.call('spheres.merge', { sphereId: economic.id, intoId: cultural.id }),
  ],
  ['a sphere removed', async ({ client, economic }) => await client.call('spheres.remove', { sphereId: economic.id })],
  [
    'a publisher',
    async ({ client, second }) => await client.call('documents.update', { documentId: second, source: { publisher: 'The Oil Review' } }),
  ],
  ['a language', async ({ client, first }) => await client.call('documents.update', { documentId: first, language: 'de' })],
  ['a document in the bin', async ({ client, first }) => await client.call('documents.remove', { documentIds: [first] })],
];

describe('facets that were counted once follow', () => {
  test.each(deeds)('%s, and taking it back', async (_name, deed) => {
    const notebook = await twoDocuments();
    const { client, file } = notebook;
    const before = await counts(client);
    const { step } = await deed(notebook);
    const after = await counts(client);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await counts(alsoOpen(file)));
    await client.call('history.undo', { step });
    expect(await counts(client)).toEqual(before);
  });

  test.each(deeds)('%s by another program', async (_name, deed) => {
    const notebook = await twoDocuments();
    const { client, file } = notebook;
    const before = await counts(client);
    await deed({ ...notebook, client: alsoOpen(file) });
    const after = await counts(client);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await counts(alsoOpen(file)));
  });

  test('a document that is gone for good, and one that comes after it', async () => {
    const { client, file, first } = await twoDocuments();
    await counts(client);
    await client.call('documents.remove', { documentIds: [first] });
    await client.call('documents.purge', { documentIds: [first] });
    expect(await counts(client)).toEqual({ language: ['en 1'] });
    const third = await addDocument(client, ['Порт открыт, port.'], 'Third');
    await client.call('documents.update', { documentId: third, language: 'ru' });
    expect(await counts(client)).toEqual({ language: ['en 1', 'ru 1'] });
    expect(await counts(client)).toEqual(await counts(alsoOpen(file)));
  });
});

test('a document counts once for a sphere, however many passages and spheres below it say so', async () => {
  const { client, first, economic } = await twoDocuments();
  const { sphere: energy } = await client.call('spheres.add', { name: 'energy', parentId: economic.id });
  await tag(client, first, 'A port of oil', [energy.id]);
  const { facets } = await client.call('search.facets', { text: 'port ', kinds: ['document'] });
  const spheres = facets.find(({ kind }) => kind === 'sphere')?.values.map(({ value, count }) => `${value} ${count}`);
  expect(spheres).toEqual(['economic 1', 'economic/energy 1']);
});
