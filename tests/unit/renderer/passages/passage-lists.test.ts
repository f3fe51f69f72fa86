import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { EngineClient, Passage, PassageFilter } from '../../../../contract/index.ts';
import { keepFresh } from '../../../../renderer/engine/refresh.ts';
import { addDocument, newNotebook, sphereNamed, tag } from '../../engine/notebook.ts';

/** A report with three passages on wheat, rye and oats, of which the first two are economic. */
async function report() {
  const { client, another } = newNotebook();
  const economic = await sphereNamed(client, 'economic');
  const cultural = await sphereNamed(client, 'cultural');
  const documentId = await addDocument(client, ['Wheat is dear.', 'Rye is cheap.', 'Oats are for feasts.']);
  const wheat = await tag(client, documentId, 'Wheat is dear', [economic.id]);
  const rye = await tag(client, documentId, 'Rye is cheap', [economic.id]);
  const oats = await tag(client, documentId, 'Oats are for feasts', [cultural.id]);
  return { client, another, documentId, economic, cultural, wheat, rye, oats };
}

/** A pane of a window that lists passages, and how long each list was that it was sent. */
async function listing(client: EngineClient, filter: PassageFilter) {
  const sent: number[] = [];
  const asking: EngineClient = {
    ...client,
    async call(method, params, options) {
      const answer = await client.call(method, params, options);
      if (method === 'passages.list' && Array.isArray(answer)) sent.push(answer.length);
      return answer;
    },
  };
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } });
  const queryKey = ['passages.list', filter];
  const pane = new QueryObserver<Passage[]>(queries, { queryKey, queryFn: () => asking.call('passages.list', filter) });
  onTestFinished(pane.subscribe(() => undefined));
  onTestFinished(keepFresh(queries, asking));
  const passages = () => queries.getQueryData<Passage[]>(queryKey) ?? [];
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  sent.length = 0;
  return { sent, passages, quotes: () => passages().map(({ quote }) => quote) };
}

describe('a list of passages', () => {
  test('asks for the one that was put into another sphere, and keeps the others as they are', async () => {
    const { client, documentId, cultural, wheat } = await report();
    const { sent, passages } = await listing(client, { documentId });
    const was = passages();
    await client.call('passages.setSpheres', { passageIds: [wheat.id], sphereIds: [cultural.id] });
    await vi.waitFor(() => expect(passages()[0]?.taggings.map(({ sphereId }) => sphereId)).toEqual([cultural.id]));
    expect(sent).toEqual([1]);
    expect(passages().map((passage, at) => passage === was[at])).toEqual([false, true, true]);
  });

  test.each<[string, (given: Awaited<ReturnType<typeof report>>) => Promise<unknown>, (passage: Passage | undefined) => unknown, unknown]>([
    [
      'graded',
      ({ client, wheat }) => client.call('passages.grade', { passageIds: [wheat.id], credibility: 2 }),
      (one) => one?.grade.credibility,
      2,
    ],
    [
      'dated in another window',
      ({ another, wheat }) => another.call('passages.grade', { passageIds: [wheat.id], event: '2024-05' }),
      (one) => one?.event,
      '2024-05',
    ],
    [
      'written on',
      ({ client, wheat }) => client.call('notes.put', { target: { kind: 'passage', id: wheat.id }, body: 'Since the drought.' }),
      (one) => one?.note,
      'Since the drought.',
    ],
  ])('asks for the one that was %s', async (_, change, seen, wanted) => {
    const given = await report();
    const { sent, passages } = await listing(given.client, { documentId: given.documentId });
    await change(given);
    await vi.waitFor(() => expect(seen(passages()[0])).toEqual(wanted));
    expect(sent).toEqual([1]);
  });

  test.each<[string, (given: Awaited<ReturnType<typeof report>>) => Promise<{ step: number | null }>]>([
    ['a retag', ({ client, wheat, cultural }) => client.call('passages.changeSpheres', { passageIds: [wheat.id], add: [cultural.id] })],
    ['a grade', ({ client, wheat }) => client.call('passages.grade', { passageIds: [wheat.id], credibility: 2, event: '2024' })],
    ['a note', ({ client, wheat }) => client.call('notes.put', { target: { kind: 'passage', id: wheat.id }, body: 'Since the drought.' })],
  ])('asks for the one that undo and redo of %s change', async (_, change) => {
    const given = await report();
    const { client, documentId } = given;
    const { step } = await change(given);
    const { sent, passages } = await listing(client, { documentId });
    const [changed, ...others] = passages();
    const { step: redo } = await client.call('history.undo', { step: step ?? 0 });
    await vi.waitFor(() => expect(passages()[0]).not.toEqual(changed));
    await client.call('history.undo', { step: redo });
    await vi.waitFor(() => expect(passages()[0]).toEqual(changed));
    expect(sent).toEqual([1, 1]);
    expect(passages().map((passage, at) => passage === others[at - 1])).toEqual([false, true, true]);
  });

  test('asks for the one that undo brings back, and lets it go when that is done again', async () => {
    const { client, documentId, rye } = await report();
    const { sent, quotes } = await listing(client, { documentId });
    const { step } = await client.call('passages.remove', { passageIds: [rye.id] });
    await vi.waitFor(() => expect(quotes()).toEqual(['Wheat is dear', 'Oats are for feasts']));
    sent.length = 0;
    const { step: redo } = await client.call('history.undo', { step });
    await vi.waitFor(() => expect(quotes()).toHaveLength(3));
    await client.call('history.undo', { step: redo });
    await vi.waitFor(() => expect(quotes()).toEqual(['Wheat is dear', 'Oats are for feasts']));
    expect(sent).toEqual([1, 0]);
  });

  test('lets a passage go that its filter is no longer true of, and takes one in that it now is', async () => {
    const { client, economic, cultural, wheat, oats } = await report();
    const { sent, quotes } = await listing(client, { sphereIds: [economic.id] });
    await client.call('passages.setSpheres', { passageIds: [wheat.id], sphereIds: [cultural.id] });
    await vi.waitFor(() => expect(quotes()).toEqual(['Rye is cheap']));
    await client.call('passages.changeSpheres', { passageIds: [oats.id], add: [economic.id], remove: [] });
    await vi.waitFor(() => expect(quotes()).toEqual(['Rye is cheap', 'Oats are for feasts']));
    expect(sent).toEqual([0, 1]);
  });

  test('knows a sphere below the one it is narrowed to, and a grade inherited', async () => {
    const { client, documentId, economic, oats, wheat } = await report();
    const { sphere: grain } = await client.call('spheres.add', { name: 'grain', parentId: economic.id });
    await client.call('documents.update', { documentId, source: { credibility: 3 } });
    const { quotes } = await listing(client, { sphereIds: [economic.id], credibilities: [3] });
    await client.call('passages.setSpheres', { passageIds: [oats.id], sphereIds: [grain.id] });
    await vi.waitFor(() => expect(quotes()).toEqual(['Wheat is dear', 'Rye is cheap', 'Oats are for feasts']));
    await client.call('passages.grade', { passageIds: [wheat.id], credibility: 1 });
    await vi.waitFor(() => expect(quotes()).toEqual(['Rye is cheap', 'Oats are for feasts']));
  });

  test('is asked for whole where spheres change, and for nothing where a document is written on', async () => {
    const { client, documentId, economic, quotes, sent } = await report().then(async (given) => ({
      ...given,
      ...(await listing(given.client, { documentId: given.documentId })),
    }));
    await client.call('notes.put', { target: { kind: 'document', id: documentId }, body: 'From the ministry.' });
    await client.call('spheres.remove', { sphereId: economic.id });
    await vi.waitFor(() => expect(sent).toEqual([3]));
    expect(quotes()).toHaveLength(3);
  });
});
