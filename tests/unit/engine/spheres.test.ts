import { describe, expect, test } from 'vitest';
import type { EngineClient } from '../../../contract/index.ts';
import { addDocument, dump, newNotebook, sphereNamed, tag } from './notebook.ts';

/** The codebook as lines, indented by two blanks a level. */
async function outline(client: EngineClient): Promise<string[]> {
  const spheres = await client.call('spheres.list', {});
  const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(spheres.find((each) => each.id === id)?.parentId ?? null));
  return spheres.map(({ name, parentId }) => '  '.repeat(depth(parentId)) + name);
}

async function add(client: EngineClient, name: string, under: string | null = null): Promise<string> {
  const parentId = under === null ? null : (await sphereNamed(client, under)).id;
  return (await client.call('spheres.add', { name, parentId })).sphere.id;
}

describe('the codebook', () => {
  test('begins with the three spheres, each told by colour, underline and key', async () => {
    const { client } = newNotebook();
    expect(await client.call('spheres.list', {})).toMatchObject([
      { name: 'economic', color: '#E69F00', underline: 'solid', key: '1', position: 0, parentId: null, passages: 0 },
      { name: 'geopolitical', color: '#0072B2', underline: 'dashed', key: '2', position: 1 },
      { name: 'cultural', color: '#CC79A7', underline: 'dotted', key: '3', position: 2 },
    ]);
  });

  test('gives new spheres the next colours, underlines and keys, until these run out', async () => {
    const { client } = newNotebook();
    for (let number = 4; number <= 18; number += 1) await add(client, `sphere ${number}`);
    const spheres = await client.call('spheres.list', {});
    expect(spheres.slice(3, 6)).toMatchObject([
      { color: '#009E73', underline: 'double', key: '4' },
      { color: '#D55E00', underline: 'wavy', key: '5' },
      { color: '#56B4E9', underline: 'solid', key: '6' },
    ]);
    expect(spheres.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', ...Array(9).fill(null)]);
    expect(new Set(spheres.map(({ color, underline }) => color + underline)).size).toBe(18);
  });

  test('gives a freed colour and key again', async () => {
    const { client } = newNotebook();
    await client.call('spheres.remove', { sphereId: (await sphereNamed(client, 'geopolitical')).id });
    const { sphere } = await client.call('spheres.add', { name: 'legal', description: 'Treaties and courts' });
    expect(sphere).toMatchObject({ color: '#0072B2', underline: 'dashed', key: '2', position: 2, description: 'Treaties and courts' });
    expect(await outline(client)).toEqual(['economic', 'cultural', 'legal']);
  });

  test('lists sub-spheres below their sphere', async () => {
    const { client } = newNotebook();
    await add(client, 'trade', 'economic');
    await add(client, 'media', 'cultural');
    await add(client, 'grain', 'trade');
    await add(client, 'energy', 'economic');
    expect(await outline(client)).toEqual(['economic', '  trade', '    grain', '  energy', 'geopolitical', 'cultural', '  media']);
  });

  test.each([
    ['the same name', 'economic', null],
    ['the same in capitals', 'ECONOMIC', null],
    ['the same in another alphabet', 'торговля', 'economic'],
    ['the same, composed otherwise', 'E\u0301nergie', 'economic'],
  ])('refuses %s beside it', async (_, name, under) => {
    const { client } = newNotebook();
    await add(client, 'Торговля', 'economic');
    await add(client, 'énergie', 'economic');
    await expect(add(client, name, under)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(add(client, name, 'cultural')).resolves.toBeTypeOf('string');
  });
});

describe('changing a sphere', () => {
  test('takes what is given and leaves the rest', async () => {
    const { client } = newNotebook();
    const { id } = await sphereNamed(client, 'cultural');
    const patch = { name: 'Cultural', description: 'Arts, faith, media', color: '#112233', underline: 'wavy' as const };
    const { sphere } = await client.call('spheres.update', { sphereId: id, patch });
    expect(sphere).toMatchObject({ id, ...patch, key: '3', position: 2 });
  });

  test('takes a key away from the sphere that has it', async () => {
    const { client } = newNotebook();
    const { id } = await sphereNamed(client, 'cultural');
    await client.call('spheres.update', { sphereId: id, patch: { key: '1' } });
    expect((await client.call('spheres.list', {})).map(({ key }) => key)).toEqual([null, '2', '1']);
    await client.call('spheres.update', { sphereId: id, patch: { key: null } });
    expect((await client.call('spheres.list', {})).map(({ key }) => key)).toEqual([null, '2', null]);
  });

  test('refuses a sibling’s name and a sphere that is gone', async () => {
    const { client, file } = newNotebook();
    const { id } = await sphereNamed(client, 'cultural');
    const before = dump(file);
    await expect(client.call('spheres.update', { sphereId: id, patch: { name: 'Economic' } })).rejects.toMatchObject({ kind: 'conflict' });
    expect(dump(file)).toEqual(before);
    await client.call('spheres.remove', { sphereId: id });
    await expect(client.call('spheres.update', { sphereId: id, patch: {} })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('moving a sphere', () => {
  test.each([
    ['first among its siblings', 'cultural', null, 0, ['cultural', 'economic', '  trade', '    grain', 'geopolitical']],
    ['between them', 'economic', null, 1, ['geopolitical', 'economic', '  trade', '    grain', 'cultural']],
    ['beyond the last', 'economic', null, 99, ['geopolitical', 'cultural', 'economic', '  trade', '    grain']],
    ['below another', 'cultural', 'economic', 0, ['economic', '  cultural', '  trade', '    grain', 'geopolitical']],
    ['out of its parent', 'trade', null, 3, ['economic', 'geopolitical', 'cultural', 'trade', '  grain']],
  ])('%s', async (_, name, under, position, lines) => {
    const { client } = newNotebook();
    await add(client, 'trade', 'economic');
    await add(client, 'grain', 'trade');
    const sphereId = (await sphereNamed(client, name)).id;
    await client.call('spheres.move', { sphereId, parentId: under === null ? null : (await sphereNamed(client, under)).id, position });
    expect(await outline(client)).toEqual(lines);
  });

  test('below itself is invalid, beside a namesake a conflict', async () => {
    const { client } = newNotebook();
    const trade = await add(client, 'trade', 'economic');
    const grain = await add(client, 'grain', 'trade');
    const other = await add(client, 'Grain', 'cultural');
    const move = (sphereId: string, parentId: string) => client.call('spheres.move', { sphereId, parentId, position: 0 });
    await expect(move(trade, trade)).rejects.toMatchObject({ kind: 'invalid' });
    await expect(move(trade, grain)).rejects.toMatchObject({ kind: 'invalid' });
    await expect(move(other, trade)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('merging one sphere into another', () => {
  test('joins taggings once each, descriptions, notes and sub-spheres by name', async () => {
    const { client } = newNotebook();
    const into = await sphereNamed(client, 'economic');
    const from = await add(client, 'economy');
    await add(client, 'trade', 'economic');
    const trade = await sphereNamed(client, 'trade');
    const { sphere: namesake } = await client.call('spheres.add', { name: 'Trade', parentId: from, description: 'Goods across borders' });
    const { sphere: energy } = await client.call('spheres.add', { name: 'energy', parentId: from });
    await client.call('spheres.update', { sphereId: into.id, patch: { description: 'Money' } });
    await client.call('spheres.update', { sphereId: from, patch: { description: 'Markets' } });
    await client.call('notes.put', { target: { kind: 'sphere', id: into.id }, body: 'Old note' });
    await client.call('notes.put', { target: { kind: 'sphere', id: from }, body: 'New note' });
    const documentId = await addDocument(client, ['alpha beta gamma']);
    const both = await tag(client, documentId, 'alpha', [into.id, from]);
    const one = await tag(client, documentId, 'beta', [from]);
    const below = await tag(client, documentId, 'gamma', [namesake.id, energy.id]);

    await client.call('spheres.merge', { sphereId: from, intoId: into.id });

    expect(await outline(client)).toEqual(['economic', '  trade', '  energy', 'geopolitical', 'cultural']);
    const merged = await sphereNamed(client, 'economic');
    expect(merged).toMatchObject({ id: into.id, description: 'Money\n\nMarkets', key: '1', passages: 2 });
    expect((await sphereNamed(client, 'trade')).description).toBe('Goods across borders');
    expect(await client.call('notes.get', { target: { kind: 'sphere', id: into.id } })).toMatchObject({ body: 'Old note\n\nNew note' });
    const spheresOf = async (passageId: string) =>
      (await client.call('passages.get', { passageId })).taggings.map(({ sphereId }) => sphereId).toSorted();
    expect(await spheresOf(both.id)).toEqual([into.id]);
    expect(await spheresOf(one.id)).toEqual([into.id]);
    expect(await spheresOf(below.id)).toEqual([trade.id, energy.id].toSorted());
    expect((await client.call('passages.get', { passageId: one.id })).taggings[0]?.createdAt).toBe(one.taggings[0]?.createdAt);
  });

  test('a sub-sphere goes into the sphere above it', async () => {
    const { client } = newNotebook();
    const trade = await add(client, 'trade', 'economic');
    await add(client, 'Trade', 'trade');
    await client.call('spheres.merge', { sphereId: trade, intoId: (await sphereNamed(client, 'economic')).id });
    expect(await outline(client)).toEqual(['economic', '  Trade', 'geopolitical', 'cultural']);
  });

  test('itself or one below it is invalid', async () => {
    const { client } = newNotebook();
    const economic = (await sphereNamed(client, 'economic')).id;
    const trade = await add(client, 'trade', 'economic');
    const grain = await add(client, 'grain', 'trade');
    for (const intoId of [economic, trade, grain]) {
      await expect(client.call('spheres.merge', { sphereId: economic, intoId })).rejects.toMatchObject({ kind: 'invalid' });
    }
  });
});

test('a deleted sphere takes its sub-spheres along; their passages stay', async () => {
  const { client } = newNotebook();
  const trade = await add(client, 'trade', 'economic');
  const economic = await sphereNamed(client, 'economic');
  const passage = await tag(client, await addDocument(client, ['Wheat']), 'Wheat', [trade, economic.id]);
  await client.call('spheres.remove', { sphereId: economic.id });
  expect(await outline(client)).toEqual(['geopolitical', 'cultural']);
  expect(await client.call('passages.get', { passageId: passage.id })).toMatchObject({ quote: 'Wheat', taggings: [] });
});
