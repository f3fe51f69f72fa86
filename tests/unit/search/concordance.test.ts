import { describe, expect, test } from 'vitest';
import type { ConcordanceSort, EngineClient, SearchQuery } from '../../../contract/index.ts';
import { addDocument, dump, newNotebook, sphereNamed, tag } from '../engine/notebook.ts';

async function lines(
  client: EngineClient,
  text: string,
  sort: ConcordanceSort = 'document',
  more: Partial<SearchQuery> = {},
): Promise<string[]> {
  const answer = await client.call('search.concordance', { query: { text, ...more }, sort, width: 12 });
  return answer.lines.map(({ before, hit, after }) => `${before}[${hit}]${after}`);
}

describe('a concordance', () => {
  test('has every occurrence in its surroundings', async () => {
    const { client } = newNotebook();
    await addDocument(client, ['The port reopened.', 'Two ports closed; no port is safe.']);
    expect(await lines(client, 'port ')).toEqual([
      'The [port] reopened. T',
      'opened. Two [ports] closed; no ',
      ' closed; no [port] is safe.',
    ]);
  });

  test.each<[ConcordanceSort, string[]]>([
    ['document', ['zinc port a', 'acid port c', 'mild port b']],
    ['before', ['acid port c', 'mild port b', 'zinc port a']],
    ['after', ['zinc port a', 'mild port b', 'acid port c']],
  ])('sorted by %s', async (sort, expected) => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['zinc port a', 'acid port c', 'mild port b']);
    const answer = await client.call('search.concordance', { query: { text: 'port ', documentId }, sort, width: 60 });
    const nearest = answer.lines.map(({ before, hit, after }) => `${before.split(' ').slice(-2)[0]} ${hit} ${after.split(' ')[1]}`);
    expect(nearest).toEqual(expected);
    expect(answer).toMatchObject({ documents: 1, complete: true });
  });

  test('in scripts without blanks', async () => {
    const { client } = newNotebook();
    await addDocument(client, ['中国经济增长，世界经济放缓。']);
    expect(await lines(client, '经济')).toEqual(['中国[经济]增长，世界经济放缓。', '中国经济增长，世界[经济]放缓。']);
  });

  test('says when there is more than was asked for', async () => {
    const { client } = newNotebook();
    await addDocument(client, ['port port port']);
    const answer = await client.call('search.concordance', { query: { text: 'port ' }, limit: 2 });
    expect(answer).toMatchObject({ complete: false });
    expect(answer.lines).toHaveLength(2);
  });

  test('can be cancelled', async () => {
    const { client } = newNotebook();
    for (let n = 0; n < 30; n += 1) await addDocument(client, ['port'], `Port ${n}`);
    const controller = new AbortController();
    const call = client.call(
      'search.concordance',
      { query: { text: 'port ' } },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(call).rejects.toMatchObject({ kind: 'cancelled' });
  });
});

describe('its lines put into a sphere', () => {
  async function two() {
    const { client } = newNotebook();
    const one = await addDocument(client, ['The port reopened.', 'A port closed.'], 'One');
    const other = await addDocument(client, ['No port here.'], 'Other');
    const economic = await sphereNamed(client, 'economic');
    return { client, one, other, economic };
  }

  test('all at once, undone in one step', async () => {
    const { client, one, economic } = await two();
    await tag(client, one, 'port', []);
    const { lines: places } = await client.call('search.concordance', { query: { text: 'port ' } });
    const { step, ...sums } = await client.call('passages.tagAll', { places, sphereIds: [economic.id] });
    expect(sums).toEqual({ made: 2, tagged: 1, left: 0 });
    const passages = await client.call('passages.list', { sphereIds: [economic.id] });
    expect(passages.map(({ quote }) => quote)).toEqual(['port', 'port', 'port']);
    await client.call('history.undo', { step });
    expect(await client.call('passages.list', { sphereIds: [economic.id] })).toEqual([]);
    expect(await client.call('passages.list', {})).toHaveLength(1);
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });

  test('what was edited meanwhile is left out, and counted', async () => {
    const { client, other, economic } = await two();
    const { lines: places } = await client.call('search.concordance', { query: { text: 'port ' } });
    await tag(client, other, 'No', []);
    expect(await client.call('passages.tagAll', { places, sphereIds: [economic.id] })).toMatchObject({ made: 2, tagged: 0, left: 1 });
  });

  describe('many of them', () => {
    async function many() {
      const { client, file } = newNotebook();
      const paragraphs = Array.from({ length: 30 }, () => 'A harbour was closed.');
      for (let n = 0; n < 60; n += 1) await addDocument(client, paragraphs, `Harbour ${n}`);
      const { lines: places } = await client.call('search.concordance', { query: { text: 'closed ' } });
      const { id } = await sphereNamed(client, 'economic');
      return { client, file, places, sphereIds: [id] };
    }

    test('tell how far they are, in one step', async () => {
      const { client, places, sphereIds } = await many();
      const seen: number[] = [];
      const { made, step } = await client.call('passages.tagAll', { places, sphereIds }, { onProgress: ({ done }) => seen.push(done) });
      expect(made).toBe(1_800);
      expect(seen.at(-1)).toBe(1_800);
      expect(seen).toEqual(seen.toSorted((one, other) => one - other));
      await client.call('history.undo', { step });
      expect(await client.call('passages.list', {})).toEqual([]);
    });

    test('can be cancelled, and nothing of it is left', async () => {
      const { client, file, places, sphereIds } = await many();
      const { passages, taggings } = dump(file);
      const controller = new AbortController();
      const call = client.call(
        'passages.tagAll',
        { places, sphereIds },
        { signal: controller.signal, onProgress: () => controller.abort() },
      );
      await expect(call).rejects.toMatchObject({ kind: 'cancelled' });
      expect(dump(file)).toMatchObject({ passages, taggings });
      expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
    });

    test('are all taken back where one fails', async () => {
      const { client, places, sphereIds } = await many();
      const wrong = places.map((place, index) => (index === places.length - 1 ? { ...place, end: 50_000 } : place));
      await expect(client.call('passages.tagAll', { places: wrong, sphereIds })).rejects.toMatchObject({ kind: 'invalid' });
      expect(await client.call('passages.list', {})).toEqual([]);
    });
  });

  test('twice changes nothing the second time', async () => {
    const { client, economic } = await two();
    const tagThem = async () => {
      const { lines: places } = await client.call('search.concordance', { query: { text: 'port ' } });
      return client.call('passages.tagAll', { places, sphereIds: [economic.id] });
    };
    expect(await tagThem()).toMatchObject({ made: 3, tagged: 0 });
    expect(await tagThem()).toMatchObject({ made: 0, tagged: 0 });
  });
});
