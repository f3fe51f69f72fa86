import { beforeEach, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../../contract/index.ts';
import { planPassages } from '../../../renderer/search/tagging/tag-plans.ts';
import { undo, useTimeline } from '../../../renderer/undo/timeline.ts';
import { addDocument, newNotebook, sphereNamed } from '../engine/notebook.ts';

beforeEach(() => {
  useTimeline.setState({ done: [], undone: [], forgot: false });
});

/** A notebook of 1,200 passages that a search finds, all of them in one sphere and some in a second. */
async function manyPassages() {
  const { client } = newNotebook();
  const paragraphs = Array.from({ length: 60 }, () => 'A harbour was closed.');
  for (let n = 0; n < 20; n += 1) await addDocument(client, paragraphs, `Harbour ${n}`);
  const { lines: places } = await client.call('search.concordance', { query: { text: 'closed ' } });
  const [economic, cultural] = [await sphereNamed(client, 'economic'), await sphereNamed(client, 'cultural')];
  const geopolitical = await sphereNamed(client, 'geopolitical');
  await client.call('passages.tagAll', { places, sphereIds: [geopolitical.id] });
  const some = (await client.call('passages.list', {})).filter((_, index) => index % 3 === 0);
  await client.call('passages.setSpheres', { passageIds: some.map(({ id }) => id), sphereIds: [geopolitical.id, cultural.id] });
  return { client, economic, cultural };
}

const spheresOf = async (client: EngineClient) =>
  (await client.call('passages.list', {})).map(({ id, taggings }) => [id, taggings.map(({ sphereId }) => sphereId)]);
const inSphere = async (client: EngineClient, sphereId: string) => (await client.call('passages.list', { sphereIds: [sphereId] })).length;
const labels = () => useTimeline.getState().done.map(({ label }) => label);

describe('the passages of a search put into a sphere', () => {
  test('all at once: those in others stay there, and one undo takes all back', async () => {
    const { client, economic, cultural } = await manyPassages();
    const before = await spheresOf(client);
    const plan = await planPassages(client, { text: 'closed ' }, economic);
    expect(plan?.question).toBe('Put 1,200 passages into economic?');
    await plan?.run({});
    expect([await inSphere(client, economic.id), await inSphere(client, cultural.id)]).toEqual([1_200, 400]);
    expect(labels()).toEqual(['Tag 1,200 passages economic']);
    await undo();
    expect(await spheresOf(client)).toEqual(before);
  });

  test('stopped on the way: what was done is named, and one undo takes back just that', async () => {
    const { client, economic } = await manyPassages();
    const before = await spheresOf(client);
    const stop = new AbortController();
    const plan = await planPassages(client, { text: 'closed ' }, economic);
    await plan?.run({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(await inSphere(client, economic.id)).toBe(500);
    expect(labels()).toEqual(['Tag 500 passages economic']);
    await undo();
    expect(await spheresOf(client)).toEqual(before);
  });

  test('refused on the way: what was done until then can be taken back, too', async () => {
    const { client, economic } = await manyPassages();
    const before = await spheresOf(client);
    const plan = await planPassages(client, { text: 'closed ' }, economic);
    // The last of them is removed elsewhere when two thirds are done.
    const last = (await client.call('passages.list', {})).at(-1);
    const remove = (done: number) => done === 1_000 && void client.call('passages.remove', { passageIds: last ? [last.id] : [] });
    await expect(plan?.run({ onProgress: ({ done }) => remove(done) })).rejects.toMatchObject({ kind: 'not-found' });
    expect(await inSphere(client, economic.id)).toBe(1_000);
    expect(labels()).toEqual(['Tag 1,000 passages economic']);
    await undo();
    expect(await spheresOf(client)).toEqual(before.filter(([id]) => id !== last?.id));
  });
});
