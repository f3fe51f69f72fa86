import { describe, expect, test } from 'vitest';
import type { EngineClient } from '../../../contract/index.ts';
import { addDocument, newNotebook } from './notebook.ts';

const nobody = '01890000-0000-7000-8000-000000000000';

/** Energy (Gas, Oil) and Grain; a document in Gas and one in Energy and Grain. */
async function collected() {
  const notebook = newNotebook();
  const { client } = notebook;
  const add = async (name: string, parentId: string | null = null) =>
    (await client.call('collections.add', { name, parentId })).collection.id;
  const energy = await add('Energy');
  const ids = { energy, gas: await add('Gas', energy), oil: await add('Oil', energy), grain: await add('Grain') };
  const pipeline = await addDocument(client, ['A pipeline.'], 'Pipeline');
  const port = await addDocument(client, ['A port.'], 'Port');
  await client.call('collections.put', { collectionId: ids.gas, documentIds: [pipeline] });
  await client.call('collections.put', { collectionId: ids.energy, documentIds: [port] });
  await client.call('collections.put', { collectionId: ids.grain, documentIds: [port] });
  return { ...notebook, ...ids, pipeline, port };
}

const outline = async (client: EngineClient) => {
  const all = await client.call('collections.list', {});
  const pathOf = (id: string): string => {
    const { name = '', parentId = null } = all.find((each) => each.id === id) ?? {};
    return parentId === null ? name : `${pathOf(parentId)}/${name}`;
  };
  return all.map(({ id, documents }) => `${pathOf(id)} ${documents}`);
};
const titlesIn = async (client: EngineClient, collectionId: string) =>
  (await client.call('documents.list', { collectionId })).map(({ title }) => title);

test('collections are listed as a tree, with the documents they hold themselves', async () => {
  const { client } = await collected();
  expect(await outline(client)).toEqual(['Energy 1', 'Energy/Gas 1', 'Energy/Oil 0', 'Grain 1']);
});

test('a collection has the documents of those below it', async () => {
  const { client, energy, gas, oil } = await collected();
  expect(await titlesIn(client, energy)).toEqual(['Pipeline', 'Port']);
  expect(await titlesIn(client, gas)).toEqual(['Pipeline']);
  expect(await titlesIn(client, oil)).toEqual([]);
});

test('what lies in the bin is in no collection until it is restored', async () => {
  const { client, energy, port } = await collected();
  await client.call('documents.remove', { documentIds: [port] });
  expect(await titlesIn(client, energy)).toEqual(['Pipeline']);
  expect(await outline(client)).toEqual(['Energy 0', 'Energy/Gas 1', 'Energy/Oil 0', 'Grain 0']);
  await client.call('documents.restore', { documentIds: [port] });
  expect(await titlesIn(client, energy)).toEqual(['Pipeline', 'Port']);
});

test('what is in which collection is told for all at once', async () => {
  const { client, energy, gas, grain, pipeline, port } = await collected();
  const contents = await client.call('collections.contents', {});
  expect(new Map(contents.map(({ collectionId, documentIds }) => [collectionId, documentIds]))).toEqual(
    new Map([
      [gas, [pipeline]],
      [energy, [port]],
      [grain, [port]],
    ]),
  );
});

describe('each change is taken back and done again', () => {
  type Made = Awaited<ReturnType<typeof collected>>;
  const cases: [string, (made: Made) => Promise<{ step: number }>, string[]][] = [
    [
      'add',
      ({ client, grain }) => client.call('collections.add', { name: 'Rye', parentId: grain }),
      ['Energy 1', 'Energy/Gas 1', 'Energy/Oil 0', 'Grain 1', 'Grain/Rye 0'],
    ],
    [
      'add with documents in it',
      ({ client, port, pipeline }) => client.call('collections.add', { name: 'Rye', documentIds: [port, pipeline] }),
      ['Energy 1', 'Energy/Gas 1', 'Energy/Oil 0', 'Grain 1', 'Rye 2'],
    ],
    [
      'rename',
      ({ client, oil }) => client.call('collections.rename', { collectionId: oil, name: ' Crude ' }),
      ['Energy 1', 'Energy/Gas 1', 'Energy/Crude 0', 'Grain 1'],
    ],
    [
      'move below another',
      ({ client, grain, energy }) => client.call('collections.move', { collectionId: grain, parentId: energy, position: 1 }),
      ['Energy 1', 'Energy/Gas 1', 'Energy/Grain 1', 'Energy/Oil 0'],
    ],
    [
      'move among its siblings',
      ({ client, grain }) => client.call('collections.move', { collectionId: grain, parentId: null, position: 0 }),
      ['Grain 1', 'Energy 1', 'Energy/Gas 1', 'Energy/Oil 0'],
    ],
    ['remove with those below', ({ client, energy }) => client.call('collections.remove', { collectionId: energy }), ['Grain 1']],
    [
      'put',
      ({ client, oil, port, pipeline }) => client.call('collections.put', { collectionId: oil, documentIds: [port, pipeline] }),
      ['Energy 1', 'Energy/Gas 1', 'Energy/Oil 2', 'Grain 1'],
    ],
    [
      'put what is there already',
      ({ client, gas, pipeline }) => client.call('collections.put', { collectionId: gas, documentIds: [pipeline] }),
      ['Energy 1', 'Energy/Gas 1', 'Energy/Oil 0', 'Grain 1'],
    ],
    [
      'take',
      ({ client, grain, port }) => client.call('collections.take', { collectionId: grain, documentIds: [port] }),
      ['Energy 1', 'Energy/Gas 1', 'Energy/Oil 0', 'Grain 0'],
    ],
    [
      'take out of those below too',
      ({ client, energy, pipeline }) => client.call('collections.take', { collectionId: energy, documentIds: [pipeline] }),
      ['Energy 1', 'Energy/Gas 0', 'Energy/Oil 0', 'Grain 1'],
    ],
  ];
  test.each(cases)('%s', async (_name, change, expected) => {
    const made = await collected();
    const { client } = made;
    const before = await outline(client);
    const { step } = await change(made);
    expect(await outline(client)).toEqual(expected);
    const back = await client.call('history.undo', { step });
    expect(await outline(client)).toEqual(before);
    await client.call('history.undo', { step: back.step });
    expect(await outline(client)).toEqual(expected);
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });
});

test('documents stay when their collection goes', async () => {
  const { client, energy } = await collected();
  await client.call('collections.remove', { collectionId: energy });
  expect(await client.call('documents.list', {})).toHaveLength(2);
});

test('a document’s return brings back its places', async () => {
  const { client, grain } = await collected();
  const { document, step } = await client.call('documents.create', { title: 'Rye' });
  await client.call('collections.put', { collectionId: grain, documentIds: [document.id] });
  const back = await client.call('history.undo', { step });
  expect(await titlesIn(client, grain)).toEqual(['Port']);
  await client.call('history.undo', { step: back.step });
  expect(await titlesIn(client, grain)).toEqual(['Port', 'Rye']);
});

describe('what cannot be done changes nothing', () => {
  type Made = Awaited<ReturnType<typeof collected>>;
  const cases: [string, (made: Made) => Promise<unknown>, string][] = [
    [
      'a collection below itself',
      ({ client, energy, gas }) => client.call('collections.move', { collectionId: energy, parentId: gas, position: 0 }),
      'invalid',
    ],
    ['a name of blanks', ({ client, energy }) => client.call('collections.rename', { collectionId: energy, name: '  ' }), 'invalid'],
    ['a parent that is gone', ({ client }) => client.call('collections.add', { name: 'Rye', parentId: nobody }), 'not-found'],
    [
      'a collection that is gone',
      ({ client, port }) => client.call('collections.put', { collectionId: nobody, documentIds: [port] }),
      'not-found',
    ],
    [
      'a document that is gone',
      ({ client, gas, port }) => client.call('collections.put', { collectionId: gas, documentIds: [port, nobody] }),
      'not-found',
    ],
  ];
  test.each(cases)('%s', async (_name, change, kind) => {
    const made = await collected();
    const before = await outline(made.client);
    await expect(change(made)).rejects.toMatchObject({ kind });
    expect(await outline(made.client)).toEqual(before);
  });
});
