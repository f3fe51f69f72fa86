import { describe, expect, test } from 'vitest';
import { paragraph, stateOf, tab } from '../anchoring/states.ts';
import { addDocument, addState, dump, newNotebook, sphereNamed, tag } from './notebook.ts';

describe('tagging a stretch', () => {
  test('makes a passage with its spheres and note, and moves the revision on', async () => {
    const { client } = newNotebook();
    const economic = await sphereNamed(client, 'economic');
    const documentId = await addDocument(client, ['Цены на пшеницу 🌾 растут.', 'Now.'], 'Хлеб');
    const { passage, revision } = await client.call('passages.tag', {
      documentId,
      baseRevision: 1,
      start: 8,
      end: 18,
      sphereIds: [economic.id],
      note: 'By how much?',
    });
    expect(revision).toBe(2);
    expect(passage).toMatchObject({
      documentId,
      documentTitle: 'Хлеб',
      quote: 'пшеницу 🌾',
      prefix: 'Цены на ',
      suffix: ' растут.\nNow.',
      segments: [{ start: 8, end: 18 }],
      start: 8,
      end: 18,
      state: 'anchored',
      note: 'By how much?',
      analyst: 'Ada',
    });
    expect(passage.taggings).toMatchObject([{ sphereId: economic.id, analyst: 'Ada' }]);
    expect(await client.call('passages.get', { passageId: passage.id })).toEqual(passage);
  });

  test.each([
    ['nothing', 3, 3],
    ['backwards', 5, 2],
    ['beyond the end', 10, 99],
    ['blanks alone', 5, 6],
    ['from the middle of a character', 7, 9],
    ['to the middle of a character', 0, 7],
  ])('%s is invalid and changes nothing', async (_, start, end) => {
    const { client, file } = newNotebook();
    const documentId = await addState(client, stateOf(paragraph('Wheat', tab, '🌾 rye')));
    const before = dump(file);
    const tagging = client.call('passages.tag', { documentId, baseRevision: 1, start, end, sphereIds: [] });
    await expect(tagging).rejects.toMatchObject({ kind: 'invalid' });
    expect(dump(file)).toEqual(before);
  });

  test('a text that was changed meanwhile is a conflict, a sphere or document that is gone not found', async () => {
    const { client, file } = newNotebook();
    const cultural = await sphereNamed(client, 'cultural');
    const documentId = await addDocument(client, ['Wheat']);
    await tag(client, documentId, 'Wheat');
    const stretch = { documentId, baseRevision: 2, start: 0, end: 5, sphereIds: [] };
    await client.call('spheres.remove', { sphereId: cultural.id });
    const before = dump(file);
    await expect(client.call('passages.tag', { ...stretch, baseRevision: 1 })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(client.call('passages.tag', { ...stretch, sphereIds: [cultural.id] })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(client.call('passages.tag', { ...stretch, documentId: cultural.id })).rejects.toMatchObject({ kind: 'not-found' });
    expect(dump(file)).toEqual(before);
  });
});

describe('the list of passages', () => {
  test('goes by document and place, whatever the order of tagging', async () => {
    const { client } = newNotebook();
    const first = await addDocument(client, ['one two three'], 'First');
    const second = await addDocument(client, ['four five'], 'Second');
    for (const [documentId, words] of [
      [second, 'five'],
      [first, 'three'],
      [first, 'one'],
      [second, 'four'],
      [first, 'two'],
      [first, 'one two'],
    ] as const) {
      await tag(client, documentId, words);
    }
    const quotes = (await client.call('passages.list', {})).map(({ quote }) => quote);
    expect(quotes).toEqual(['one', 'one two', 'two', 'three', 'four', 'five']);
  });

  test('takes a document, spheres with their sub-spheres, and a state', async () => {
    const { client } = newNotebook();
    const economic = await sphereNamed(client, 'economic');
    const { sphere: trade } = await client.call('spheres.add', { name: 'trade', parentId: economic.id });
    const { sphere: grain } = await client.call('spheres.add', { name: 'grain', parentId: trade.id });
    const cultural = await sphereNamed(client, 'cultural');
    const documentId = await addDocument(client, ['alpha beta gamma delta']);
    await tag(client, documentId, 'alpha', [economic.id]);
    await tag(client, documentId, 'beta', [grain.id, trade.id]);
    await tag(client, documentId, 'gamma', [cultural.id]);
    await tag(client, documentId, 'delta');
    const { state } = await client.call('documents.get', { documentId });
    const cut = { root: { ...state.root, children: [paragraph('x'), ...state.root.children] } };
    await client.call('documents.save', { documentId, baseRevision: 5, state: cut });
    const other = await addDocument(client, ['omega']);
    await tag(client, other, 'omega', [grain.id]);

    const list = async (filter: Parameters<typeof client.call<'passages.list'>>[1]) =>
      (await client.call('passages.list', filter)).map(({ quote }) => quote);
    expect(await list({ sphereIds: [economic.id] })).toEqual(['alpha', 'beta', 'omega']);
    expect(await list({ sphereIds: [trade.id] })).toEqual(['beta', 'omega']);
    expect(await list({ sphereIds: [grain.id, cultural.id], documentId })).toEqual(['beta', 'gamma']);
    expect(await list({ sphereIds: [] })).toEqual(['alpha', 'beta', 'gamma', 'delta', 'omega']);
    expect(await list({ documentId, state: 'anchored' })).toEqual(['alpha', 'beta', 'gamma', 'delta']);
    expect(await list({ documentId, state: 'detached' })).toEqual([]);

    await client.call('documents.save', { documentId, baseRevision: 6, state: stateOf(paragraph('nothing left')) });
    expect(await list({ state: 'detached' })).toEqual(['alpha', 'beta', 'gamma', 'delta']);
  });
});

describe('a passage', () => {
  test('keeps who put it where it stays, and when', async () => {
    const { client } = newNotebook();
    const [economic, cultural] = [await sphereNamed(client, 'economic'), await sphereNamed(client, 'cultural')];
    const { id, taggings } = await tag(client, await addDocument(client, ['Wheat']), 'Wheat', [economic.id]);
    await client.call('notebook.setAnalyst', { name: 'Grace' });
    const { passages } = await client.call('passages.setSpheres', { passageIds: [id], sphereIds: [economic.id, cultural.id, cultural.id] });
    expect(passages[0]?.taggings).toEqual([...taggings, expect.objectContaining({ sphereId: cultural.id, analyst: 'Grace' })]);
    const cleared = await client.call('passages.setSpheres', { passageIds: [id], sphereIds: [] });
    expect(cleared.passages[0]?.taggings).toEqual([]);
  });

  test('is put into a sphere with others, and each keeps the spheres it was in', async () => {
    const { client } = newNotebook();
    const spheres = ['economic', 'geopolitical', 'cultural'].map((name) => sphereNamed(client, name));
    const [economic, geopolitical, cultural] = (await Promise.all(spheres)).map(({ id }) => id);
    if (economic === undefined || geopolitical === undefined || cultural === undefined) throw new Error('no spheres');
    const documentId = await addDocument(client, ['Wheat and rye']);
    const wheat = await tag(client, documentId, 'Wheat', [economic]);
    const rye = await tag(client, documentId, 'rye', [geopolitical, cultural]);
    const passageIds = [wheat.id, rye.id];
    const now = async () =>
      (await client.call('passages.list', { passageIds })).map(({ taggings }) => taggings.map((each) => each.sphereId));

    const { passages } = await client.call('passages.changeSpheres', { passageIds, add: [cultural] });
    expect(await now()).toEqual([
      [economic, cultural],
      [geopolitical, cultural],
    ]);
    expect(passages[1]?.taggings).toEqual(rye.taggings);
    await client.call('passages.changeSpheres', { passageIds, add: [geopolitical], remove: [economic, cultural] });
    expect(await now()).toEqual([[geopolitical], [geopolitical]]);
    const missing = client.call('passages.changeSpheres', { passageIds, add: [wheat.id] });
    await expect(missing).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('removed leaves neither mark, note nor tagging', async () => {
    const { client, file } = newNotebook();
    const economic = await sphereNamed(client, 'economic');
    const documentId = await addDocument(client, ['Wheat and rye']);
    const { id } = await tag(client, documentId, 'Wheat', [economic.id], 'Which?');
    const kept = await tag(client, documentId, 'rye');
    await client.call('passages.remove', { passageIds: [id] });
    const { state, revision } = await client.call('documents.get', { documentId });
    expect(revision).toBe(4);
    expect(JSON.stringify(state)).not.toContain(id);
    expect(await client.call('passages.list', {})).toMatchObject([{ id: kept.id }]);
    expect(dump(file)).toMatchObject({ taggings: [], notes: [] });
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });

  test('detached is removed without a new revision, so that an open editor goes on', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['Wheat']);
    const { id } = await tag(client, documentId, 'Wheat');
    await client.call('documents.save', { documentId, baseRevision: 2, state: stateOf(paragraph('Rye')) });
    await client.call('passages.remove', { passageIds: [id] });
    expect((await client.call('documents.text', { documentId })).revision).toBe(3);
  });

  test('of another time is not found', async () => {
    const { client } = newNotebook();
    const [passageId = ''] = (await client.call('ids.mint', { count: 1 })).ids;
    await expect(client.call('passages.get', { passageId })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(client.call('passages.remove', { passageIds: [passageId] })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(client.call('passages.setSpheres', { passageIds: [passageId], sphereIds: [] })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
