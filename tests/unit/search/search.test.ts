import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EngineClient, SearchQuery } from '../../../contract/index.ts';
import { addDocument, newNotebook, sphereNamed, tag } from '../engine/notebook.ts';

const texts = {
  'Grain corridor': [
    'The grain corridor reopened after talks.',
    'Joint ventures in the ports will follow, and a multipolar market with them.',
  ],
  'Зерновой рынок': ['Санкции не коснулись зернового рынка.', 'Ещё одна ёмкость для зерна открыта.'],
  一带一路: ['中国经济增长放缓，投资者观望。', '文化交流仍在继续。'],
  'Marché du blé': ['Les économies nationales attendent les récoltes.', 'Un cafe\u0301 a\u0300 Gene\u0300ve.'],
  'A venture': ['One venture alone; nothing is joint about it.'],
};

async function library(client: EngineClient): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const languages = ['en', 'ru', 'zh', 'fr', 'en'];
  for (const [index, [title, lines]] of Object.entries(texts).entries()) {
    const documentId = await addDocument(client, lines, title);
    await client.call('documents.update', { documentId, language: languages[index] });
    ids.set(title, documentId);
  }
  return ids;
}

async function titles(client: EngineClient, query: SearchQuery): Promise<string[]> {
  return (await client.call('search.query', query)).hits.map(({ title }) => title);
}

describe('documents are found', () => {
  test.each([
    ['by a word', 'corridor ', ['Grain corridor']],
    ['by another form of it', 'port ', ['Grain corridor']],
    ['by the beginning of a word', 'multip', ['Grain corridor']],
    ['by their title', 'corridor', ['Grain corridor']],
    ['by all the words, wherever they stand', 'market talks ', ['Grain corridor']],
    ['not by some of the words', 'market absent ', []],
    ['by a phrase, in this form alone', '"joint ventures"', ['Grain corridor']],
    ['not by a phrase in another form', '"joint venture"', []],
    ['by a Russian word in another case', 'санкций ', ['Зерновой рынок']],
    ['by е for ё', 'емкость ', ['Зерновой рынок']],
    ['by ё for е', 'зёрна ', ['Зерновой рынок']],
    ['by two Chinese characters', '经济', ['一带一路']],
    ['by characters across words', '国经', ['一带一路']],
    ['by one character', '文', ['一带一路']],
    ['not by characters that stand apart', '经长', []],
    ['by French words without accents', 'economie ', ['Marché du blé']],
    ['by a composed word in a decomposed text', 'café ', ['Marché du blé']],
    ['by nothing, nothing', '', []],
    ['by signs, nothing', '" - ( * : ^', []],
  ])('%s', async (_name, text, expected) => {
    const { client } = newNotebook();
    await library(client);
    expect(await titles(client, { text })).toEqual(expected);
  });
});

test('an exact form ranks above a stem, and a title above the text', async () => {
  const { client } = newNotebook();
  await addDocument(client, ['Filler about nothing.'], 'Other');
  await addDocument(client, ['Several ventures were named here.'], 'By its stem');
  await addDocument(client, ['Several venture was named here.'], 'By its form');
  await addDocument(client, ['Several things were named here.'], 'The venture');
  await addDocument(client, ['Filler about nothing again.'], 'Another');
  for (const { id } of await client.call('documents.list', {})) await client.call('documents.update', { documentId: id, language: 'en' });
  expect(await titles(client, { text: 'venture ' })).toEqual(['The venture', 'By its form', 'By its stem']);
});

test('the index follows: a change of text, of title, of language; the bin and back; undo', async () => {
  const { client } = newNotebook();
  const documentId = await addDocument(client, ['Old words.'], 'First');
  const count = async (text: string) => (await client.call('search.query', { text })).total;
  await client.call('documents.update', { documentId, title: 'Second' });
  expect([await count('first '), await count('second ')]).toEqual([0, 1]);
  const { step } = await client.call('documents.remove', { documentIds: [documentId] });
  expect(await count('words ')).toBe(0);
  await client.call('history.undo', { step });
  expect(await count('words ')).toBe(1);
});

describe('passages and notes', () => {
  async function tagged() {
    const { client } = newNotebook();
    const ids = await library(client);
    const corridor = ids.get('Grain corridor') ?? '';
    const market = ids.get('Зерновой рынок') ?? '';
    const economic = await sphereNamed(client, 'economic');
    const cultural = await sphereNamed(client, 'cultural');
    const { sphere: trade } = await client.call('spheres.add', { name: 'trade', parentId: economic.id });
    const passage = await tag(client, corridor, 'Joint ventures in the ports', [trade.id], 'Compare with the **canal** talks.');
    await tag(client, market, 'Санкции', [cultural.id]);
    await client.call('notes.put', { target: { kind: 'document', id: market }, body: 'Ask the harbour master.' });
    await client.call('notes.put', { target: { kind: 'notebook' }, body: 'Harbour fees matter.' });
    return { client, corridor, market, economic, cultural, passage };
  }

  test('each kind is found, with where it stands', async () => {
    const { client, corridor, passage } = await tagged();
    const { total, hits } = await client.call('search.query', { text: 'ventures ', documentId: corridor });
    expect(total).toBe(2);
    expect(new Set(hits.map(({ kind }) => kind))).toEqual(new Set(['document', 'passage']));
    const { text } = await client.call('documents.text', { documentId: corridor });
    for (const { target, snippet } of hits) {
      expect(target && text.slice(target.start, target.end)).toBe('ventures');
      expect(snippet.hits.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(['ventures']);
    }
    const [note] = (await client.call('search.query', { text: 'canal ' })).hits;
    expect(note).toMatchObject({ kind: 'note', documentId: corridor, passageId: passage.id, title: 'Grain corridor', target: null });
  });

  test('kinds can be chosen', async () => {
    const { client } = await tagged();
    const { hits } = await client.call('search.query', { text: 'ventures ', kinds: ['passage'] });
    expect(hits.map(({ kind }) => kind)).toEqual(['passage']);
  });

  test('a sphere takes in its sub-spheres, and leaves out documents without such a passage', async () => {
    const { client, economic, cultural } = await tagged();
    const kinds = async (text: string, sphereId: string) =>
      (await client.call('search.query', { text, sphereIds: [sphereId] })).hits.map(({ kind }) => kind).sort();
    expect(await kinds('ventures ', economic.id)).toEqual(['document', 'passage']);
    expect(await kinds('canal ', economic.id)).toEqual(['note']);
    expect(await kinds('ventures ', cultural.id)).toEqual([]);
    expect(await kinds('harbour ', cultural.id)).toEqual([]);
  });

  test('a note on the notebook belongs to no document', async () => {
    const { client, market } = await tagged();
    const { hits } = await client.call('search.query', { text: 'harbour ' });
    expect(hits.map(({ title, documentId }) => ({ title, documentId }))).toEqual(
      expect.arrayContaining([
        { title: 'Notebook', documentId: null },
        { title: 'Зерновой рынок', documentId: market },
      ]),
    );
    expect(await titles(client, { text: 'harbour ', documentId: market })).toEqual(['Зерновой рынок']);
  });

  test('what hangs on a document in the bin is not found', async () => {
    const { client, corridor } = await tagged();
    await client.call('documents.remove', { documentIds: [corridor] });
    expect(await titles(client, { text: 'ventures ', kinds: ['passage'] })).toEqual([]);
    expect(await titles(client, { text: 'canal ' })).toEqual([]);
    for (const sort of ['relevance', 'date', 'document'] as const) {
      expect((await client.call('search.query', { text: 'ventures OR canal ', sort })).hits.map(({ title }) => title)).toEqual([
        'A venture',
      ]);
    }
    const { facets } = await client.call('search.facets', { text: 'ventures OR canal ' });
    expect(facets.map(({ kind, values }) => [kind, ...values.map(({ value, count }) => `${value} ${count}`)])).toEqual([
      ['language', 'en 1'],
    ]);
  });

  test('a passage is stemmed anew when its document turns out to be in another language', async () => {
    const { client, corridor } = await tagged();
    const passages = async () => (await client.call('search.query', { text: 'port ', kinds: ['passage'] })).total;
    expect(await passages()).toBe(1);
    await client.call('documents.update', { documentId: corridor, language: 'pl' });
    expect(await passages()).toBe(0);
  });
});

test('pages of an answer join without gap or overlap', async () => {
  const { client } = newNotebook();
  for (let n = 0; n < 7; n += 1) await addDocument(client, [`Harbour ${'fees '.repeat(n)}`], `Document ${n}`);
  const all = await titles(client, { text: 'harbour ' });
  const pages = [];
  for (const offset of [0, 3, 6]) pages.push(...(await titles(client, { text: 'harbour ', limit: 3, offset })));
  expect(all).toHaveLength(7);
  expect(pages).toEqual(all);
  expect((await client.call('search.query', { text: 'harbour ', limit: 1 })).total).toBe(7);
});

test('every hit in one document, and none for a document that is gone', async () => {
  const { client } = newNotebook();
  const documentId = await addDocument(client, ['Port after port,', 'many ports.']);
  await client.call('documents.update', { documentId, language: 'en' });
  const { hits } = await client.call('search.hitsIn', { documentId, text: 'port ' });
  expect(hits).toEqual([
    { start: 0, end: 4 },
    { start: 11, end: 15 },
    { start: 22, end: 27 },
  ]);
  const gone = '01900000-0000-7000-8000-000000000000';
  await expect(client.call('search.hitsIn', { documentId: gone, text: 'port' })).rejects.toMatchObject({ kind: 'not-found' });
});

test('no query is an error', { timeout: 60_000 }, async () => {
  const { client } = newNotebook();
  await library(client);
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('"', '*', 'AND', 'OR', 'NOT', 'NEAR', '(', ')', '{', '}', ':', '^', '-', '+', ' ', 'body', '中', 'a', '\0', '«'),
      )
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      await client.call('search.query', { text });
    }),
  );
});

test('whatever stands in a document is found in it', async () => {
  const { client } = newNotebook();
  const documentId = await addDocument(client, ['Ｆull-width ﬁnance, multi\u00adpolar Ŵorlds: Москва, 東京タワー and ٱلْعَرَبِيَّة in 2024.']);
  const { text } = await client.call('documents.text', { documentId });
  for (const word of text.match(/[\p{L}\p{M}\p{N}\u00ad]+/gu) ?? []) {
    expect(await titles(client, { text: word.normalize('NFKD') })).toHaveLength(1);
    expect(await titles(client, { text: `"${word}"` })).toHaveLength(1);
  }
});
