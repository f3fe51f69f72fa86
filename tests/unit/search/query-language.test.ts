import { beforeAll, describe, expect, test } from 'vitest';
import type { EngineClient, SearchQuery } from '../../../contract/index.ts';
import { addDocument, openNotebookFor, sphereNamed, tag } from '../engine/notebook.ts';

let client: EngineClient;
const ids = new Map<string, string>();

/** Three documents, four passages and two notes, with all that can be asked of them. */
beforeAll(async () => {
  client = openNotebookFor();
  const add = async (title: string, lines: string[], language: string, source: object) => {
    const documentId = await addDocument(client, lines, title);
    await client.call('documents.update', { documentId, language, source });
    ids.set(title, documentId);
    return documentId;
  };
  const [economic, geopolitical] = [await sphereNamed(client, 'economic'), await sphereNamed(client, 'geopolitical')];
  const { sphere: energy } = await client.call('spheres.add', { name: 'energy', parentId: economic.id });

  const grain = await add(
    'Grain corridor',
    ['The grain corridor reopened after talks between the ministers.', 'Tariffs on wheat fell; insurers stayed away from the port.'],
    'en',
    { author: 'Ada Osei', publisher: 'The Port Review', published: '2024-05', reliability: 'B', credibility: 3 },
  );
  const gas = await add('Газ и санкции', ['Санкции не коснулись газа.', 'Порт принимает суда с зерном.'], 'ru', {
    author: 'Йонас Ким',
    publisher: 'Портовая газета',
    published: '2025-02-11',
    reliability: 'D',
  });
  await add('Diary', ['A note to self about tariffs.'], 'en', {});

  const talks = await tag(client, grain, 'corridor reopened after talks', [economic.id], 'Ask the ministry about insurers.');
  await tag(client, grain, 'talks between the ministers', [geopolitical.id]);
  const wheat = await tag(client, grain, 'Tariffs on wheat', [energy.id]);
  await tag(client, gas, 'Порт принимает', []);
  await client.call('passages.grade', { passageIds: [talks.id], credibility: 1, event: '2024-05-12' });
  await client.call('passages.grade', { passageIds: [wheat.id], event: '2023-21' });
  await client.call('notes.put', { target: { kind: 'document', id: gas }, body: 'Compare with the wheat story.' });
  const { collection: shipping } = await client.call('collections.add', { name: 'Shipping' });
  const { collection: black } = await client.call('collections.add', { name: 'Black Sea', parentId: shipping.id });
  await client.call('collections.put', { collectionId: black.id, documentIds: [grain] });
});

/** What is found, in short: documents by their titles, passages by their first word, notes by theirs. */
async function found(text: string, more: Partial<SearchQuery> = {}): Promise<string[]> {
  const { hits } = await client.call('search.query', { text, ...more });
  const shown = hits.map(({ kind, title, snippet }) =>
    kind === 'document' ? title : `${kind === 'passage' ? '“' : '✎ '}${snippet.text.replace(/^…/, '').split(' ')[0]}`,
  );
  return shown.toSorted();
}

const document: Partial<SearchQuery> = { kinds: ['document'] };

describe('words', () => {
  test.each([
    ['all must occur', 'tariffs port ', ['Grain corridor']],
    ['either', 'talks OR self ', ['Diary', 'Grain corridor']],
    ['not', 'tariffs -wheat ', ['Diary']],
    ['nothing but not', '-tariffs -газа ', []],
    ['not a phrase', 'tariffs -"note to self"', ['Grain corridor']],
    ['groups', '(self OR talks) -wheat ', ['Diary']],
    ['groups in groups', 'tariffs (self OR (talks insurers)) ', ['Diary', 'Grain corridor']],
    ['a beginning', 'insur* ', ['Grain corridor']],
    ['a Russian beginning', 'прин* ', ['Газ и санкции']],
    ['close by', 'NEAR(corridor talks, 2)', ['Grain corridor']],
    ['not close by', 'NEAR(corridor talks, 1)', []],
    ['close by in other forms', 'NEAR(minister reopening, 4)', ['Grain corridor']],
    ['not close over paragraphs far apart', 'NEAR(grain port, 3)', []],
  ])('%s', async (_name, text, expected) => {
    expect(await found(text, document)).toEqual(expected);
  });
});

describe('fields', () => {
  test.each([
    ['a sphere', 'sphere:geopolitical', ['Grain corridor', '“talks']],
    ['a sphere with those below', 'sphere:economic', ['Grain corridor', '“Tariffs', '“corridor', '✎ Ask']],
    ['a sphere by its path', 'sphere:economic/energy', ['Grain corridor', '“Tariffs']],
    ['a sphere in capitals', 'sphere:ENERGY tariffs ', ['Grain corridor', '“Tariffs']],
    ['not a sphere', '-sphere:economic tariffs ', ['Diary']],
    ['without any', 'untagged', ['Diary', 'Газ и санкции', '“Порт']],
    ['a title', 'title:corridor', ['Grain corridor', '“Tariffs', '“corridor', '“talks', '✎ Ask']],
    ['a title of several words', 'title:"grain corridor" wheat ', ['Grain corridor', '“Tariffs']],
    ['a word of a note', 'note:insurers', ['Grain corridor', '“corridor', '✎ Ask']],
    ['an author, without his accents', 'author:ионас', []],
    ['an author', 'author:osei tariffs ', ['Grain corridor', '“Tariffs']],
    ['a publisher of several words', 'publisher:"port review" talks ', ['Grain corridor', '“corridor', '“talks']],
    ['a language', 'lang:ru', ['Газ и санкции', '“Порт', '✎ Compare']],
    ['a language by its name', 'lang:Russian', ['Газ и санкции', '“Порт', '✎ Compare']],
    ['a language by its own name', 'lang:русский', ['Газ и санкции', '“Порт', '✎ Compare']],
    ['a grade', 'grade:D', ['Газ и санкции', '“Порт', '✎ Compare']],
    ['a range of grades', 'grade:A..C tariffs ', ['Grain corridor', '“Tariffs']],
    ['a grade with its credibility', 'grade:B1', ['Grain corridor', '“corridor', '✎ Ask']],
    ['a credibility, inherited', 'credibility:3', ['Grain corridor', '“Tariffs', '“talks']],
    ['a range with a dash', 'grade:A-C tariffs ', ['Grain corridor', '“Tariffs']],
    ['a range of them', 'credibility:1..2', ['Grain corridor', '“corridor', '✎ Ask']],
    ['published in a year', 'published:2025', ['Газ и санкции', '“Порт', '✎ Compare']],
    ['published on a day of a known month', 'published:2024-05-20 wheat ', ['Grain corridor', '“Tariffs']],
    ['published in a range', 'published:2024..2025-01 tariffs ', ['Grain corridor', '“Tariffs']],
    ['published since', 'published:2025.. порт ', ['Газ и санкции', '“Порт']],
    ['an event of a day', 'event:2024-05', ['Grain corridor', '“corridor', '✎ Ask']],
    ['an event of a season', 'event:2023-04', ['Grain corridor', '“Tariffs']],
    ['an event as it is spoken of', 'event:"spring 2023"', ['Grain corridor', '“Tariffs']],
    ['a day as it is written', 'event:12.05.2024', ['Grain corridor', '“corridor', '✎ Ask']],
    ['no event', 'event:2022', []],
    ['come in long ago', 'added:..2000', []],
    ['with a note', 'has:note', ['Grain corridor', 'Газ и санкции', '“corridor', '✎ Ask', '✎ Compare']],
    ['in a collection or below', 'in:shipping tariffs ', ['Grain corridor', '“Tariffs']],
    ['in a collection of two words', 'in:"black sea" talks ', ['Grain corridor', '“corridor', '“talks']],
    ['an analyst', 'analyst:ada tariffs ', ['Grain corridor', '“Tariffs']],
    ['the analyst at work', 'analyst:me порт ', ['Газ и санкции', '“Порт']],
    ['fields either way', 'lang:ru OR event:2023', ['Grain corridor', 'Газ и санкции', '“Tariffs', '“Порт', '✎ Compare']],
    ['overlapping', 'sphere:economic OVERLAPS sphere:geopolitical', ['Grain corridor', '“corridor', '✎ Ask']],
    ['in one paragraph', 'sphere:geopolitical NEAR sphere:economic', ['Grain corridor', '“talks']],
    ['not in one paragraph', 'sphere:energy NEAR sphere:geopolitical', []],
    ['not inside', 'sphere:economic INSIDE sphere:geopolitical', []],
  ])('%s', async (_name, text, expected) => {
    expect((await client.call('search.query', { text })).problems).toEqual([]);
    expect(await found(text)).toEqual(expected);
  });

  test.each([
    ['sphere:ecomonic tariffs ', 'sphere:ecomonic', []],
    ['lang:klingon tariffs ', 'lang:klingon', []],
    ['grade:Z tariffs ', 'grade:Z', []],
    ['published:yesterday tariffs ', 'published:yesterday', []],
    ['has:wings tariffs ', 'has:wings', []],
    ['in:nowhere tariffs ', 'in:nowhere', []],
    ['colour:red tariffs ', 'colour:', []],
  ])('%s is not understood, and its words are searched for', async (text, underlined, expected) => {
    const { problems } = await client.call('search.query', { text });
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual([underlined]);
    expect(problems[0]?.message).toMatch(/searched for as words/);
    expect(await found(text)).toEqual(expected);
  });
});

test('a document that nobody took a passage from is as credible as its source', async () => {
  const own = openNotebookFor();
  const documentId = await addDocument(own, ['The ministry said nothing.'], 'Communiqué');
  await own.call('documents.update', { documentId, source: { reliability: 'B', credibility: 2 } });
  const titlesOf = async (text: string) => (await own.call('search.query', { text })).hits.map(({ title }) => title);
  expect(await titlesOf('grade:B2')).toEqual(['Communiqué']);
  expect(await titlesOf('credibility:1..2')).toEqual(['Communiqué']);
  expect(await titlesOf('grade:B1')).toEqual([]);
});

test('sorted by date, newest publication first; by document, in the order of the text', async () => {
  const titles = async (sort: 'date' | 'document') =>
    (await client.call('search.query', { text: 'port OR порт OR tariffs ', kinds: ['document'], sort })).hits.map(({ title }) => title);
  expect(await titles('date')).toEqual(['Газ и санкции', 'Grain corridor', 'Diary']);
  expect(await titles('document')).toEqual(['Diary', 'Grain corridor', 'Газ и санкции']);
});

test('facets count what is found, and each narrows the query to what it counts', async () => {
  const text = 'tariffs OR порт ';
  const { facets } = await client.call('search.facets', { text });
  const counts = Object.fromEntries(facets.map(({ kind, values }) => [kind, values.map(({ value, count }) => `${value} ${count}`)]));
  expect(counts).toEqual({
    sphere: ['economic 2', 'economic/energy 2', 'geopolitical 1'],
    language: ['en 3', 'ru 2'],
    publisher: ['The Port Review 2', 'Портовая газета 2'],
    year: ['2024 2', '2025 2'],
    grade: ['B 2', 'D 2'],
  });
  for (const { query, count } of facets.flatMap(({ values }) => values)) expect(await found(query)).toHaveLength(count);
});

describe('did you mean', () => {
  test.each([
    ['corridr', 'corridor'],
    ['tarifs insurrers', 'tariffs insurers'],
    ['санкцыи', 'санкции'],
    ['spere:energy', 'sphere:energy'],
    ['language:ru', 'lang:ru'],
    ['zzzzzz:energy', null],
    ['zzzzzz', null],
    ['tariffs ', null],
  ])('%s: %s', async (text, meant) => {
    expect((await client.call('search.query', { text: `${text} -tariffs ` })).didYouMean?.replace(' -tariffs ', '') ?? null).toBe(meant);
  });
});

describe('suggestions at the caret', () => {
  test.each([
    ['sp', 'sphere:'],
    ['-sp', '-sphere:'],
    ['oil sphere:ener', 'sphere:economic/energy '],
    ['in:bl', 'in:"Shipping/Black Sea" '],
    ['corr', 'corridor '],
    ['lang:', 'lang:en '],
    ['publisher:port', 'publisher:"The Port Review" '],
  ])('%s', async (text, first) => {
    const { suggestions } = await client.call('search.suggest', { text, caret: text.length });
    expect(suggestions[0]).toMatchObject({ text: first, to: text.length });
    expect(text.slice(0, suggestions[0]?.from) + first).toContain(first);
  });

  test('a value in quotation marks that has begun', async () => {
    const text = 'oil in:"black s';
    const { suggestions } = await client.call('search.suggest', { text, caret: text.length });
    expect(suggestions).toEqual([{ kind: 'value', text: 'in:"Shipping/Black Sea" ', detail: '', from: 4, to: text.length }]);
  });

  test('an empty box offers what was searched for before', async () => {
    await client.call('searches.remember', { text: 'tariffs' });
    await client.call('searches.remember', { text: 'порт' });
    await client.call('searches.remember', { text: 'tariffs' });
    const { suggestions } = await client.call('search.suggest', { text: '', caret: 0 });
    expect(suggestions.map(({ text }) => text)).toEqual(['tariffs', 'порт']);
    await client.call('searches.forgetHistory', {});
    expect(await client.call('searches.history', {})).toEqual([]);
  });
});

test('a search is kept by name, changed and removed, each undone', async () => {
  const { search } = await client.call('searches.save', { name: 'Wheat', text: 'sphere:economic wheat' });
  const { step } = await client.call('searches.update', { searchId: search.id, name: 'Wheat and tariffs' });
  expect((await client.call('searches.list', {})).map(({ name, text }) => [name, text])).toEqual([
    ['Wheat and tariffs', 'sphere:economic wheat'],
  ]);
  await client.call('history.undo', { step });
  const removed = await client.call('searches.remove', { searchId: search.id });
  expect(await client.call('searches.list', {})).toEqual([]);
  await client.call('history.undo', { step: removed.step });
  expect((await client.call('searches.list', {})).map(({ name }) => name)).toEqual(['Wheat']);
});
