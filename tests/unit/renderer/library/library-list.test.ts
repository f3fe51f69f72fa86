import { expect, test } from 'vitest';
import type { DocumentSummary, EngineClient } from '../../../../contract/index.ts';
import { askForDocuments, askForLibrary } from '../../../../renderer/engine/library-list.ts';
import { addDocument, newNotebook } from '../../engine/notebook.ts';

const asked = (was: readonly DocumentSummary[] = []) => ({ bin: false, was, signal: new AbortController().signal });

/** The client, and something that happens between its first answer and who asked. */
function interrupted(client: EngineClient, happens: () => Promise<unknown>): EngineClient {
  let isFirst = true;
  return {
    ...client,
    async call(method, params, options) {
      const answer = await client.call(method, params, options);
      if (!isFirst) return answer;
      isFirst = false;
      await happens();
      return answer;
    },
  };
}

async function library() {
  const { client } = newNotebook();
  const ids: string[] = [];
  for (const title of ['Anchors', 'Buoys', 'Cranes']) ids.push(await addDocument(client, [`${title}.`], title));
  return { client, ids };
}

test('the library comes in the order its documents came', async () => {
  const { client } = await library();
  expect((await askForLibrary(client, asked())).map(({ title }) => title)).toEqual(['Anchors', 'Buoys', 'Cranes']);
});

test('parts are what came last, and before that', async () => {
  const { client, ids } = await library();
  const titles = async (params: { limit: number; before?: string }) =>
    (await client.call('documents.list', params)).map(({ title }) => title);
  expect(await titles({ limit: 2 })).toEqual(['Buoys', 'Cranes']);
  expect(await titles({ limit: 2, before: ids[1] ?? '' })).toEqual(['Anchors']);
});

test('a document that is as it was stays the same object', async () => {
  const { client, ids } = await library();
  const was = await askForLibrary(client, asked());
  await client.call('documents.update', { documentId: ids[1] ?? '', title: 'Beacons' });
  const now = await askForLibrary(client, asked(was));
  expect(now.map((document, index) => document === was[index])).toEqual([true, false, true]);
});

test('what changes while the library comes is as it is then', async () => {
  const { client, ids } = await library();
  const changing = interrupted(client, async () => {
    await client.call('documents.update', { documentId: ids[0] ?? '', title: 'Anchorage' });
    await client.call('documents.remove', { documentIds: [ids[2] ?? ''] });
  });
  expect((await askForLibrary(changing, asked())).map(({ title }) => title)).toEqual(['Anchorage', 'Buoys']);
});

test('documents in the bin are not in the library', async () => {
  const { client, ids } = await library();
  await client.call('documents.remove', { documentIds: [ids[0] ?? ''] });
  expect((await askForDocuments(client, false, ids)).map(({ title }) => title)).toEqual(['Buoys', 'Cranes']);
  expect((await askForLibrary(client, { ...asked(), bin: true })).map(({ title }) => title)).toEqual(['Anchors']);
});
