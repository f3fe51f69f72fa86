import { describe, expect, test } from 'vitest';
import type { Params, PassageFilter } from '../../../contract/index.ts';
import { addDocument, newNotebook, tag, tamper } from './notebook.ts';

const nobody = '01890000-0000-7000-8000-000000000000';

/** Two documents, the first graded B3 with two passages, the second not graded with one. */
async function graded() {
  const notebook = newNotebook();
  const { client } = notebook;
  const first = await addDocument(client, ['Wheat is dear.', 'Rye is cheap.'], 'First');
  const second = await addDocument(client, ['Rice is scarce.'], 'Second');
  await client.call('documents.update', { documentId: first, source: { reliability: 'B', credibility: 3 } });
  const [wheat, rye, rice] = [await tag(client, first, 'Wheat'), await tag(client, first, 'Rye'), await tag(client, second, 'Rice')];
  const quotes = async (filter: PassageFilter) => (await client.call('passages.list', filter)).map(({ quote }) => quote);
  return { ...notebook, first, second, wheat, rye, rice, quotes };
}

describe('a passage’s grade', () => {
  test('is its source’s until it has its own credibility, and again when that is taken away', async () => {
    const { client, wheat, rice } = await graded();
    expect(await client.call('passages.get', { passageId: wheat.id })).toMatchObject({
      credibility: null,
      grade: { reliability: 'B', credibility: 3 },
    });
    const { passages } = await client.call('passages.grade', { passageIds: [wheat.id, rice.id], credibility: 1 });
    expect(passages.map(({ credibility, grade }) => [credibility, grade])).toEqual([
      [1, { reliability: 'B', credibility: 1 }],
      [1, { reliability: null, credibility: 1 }],
    ]);
    const { passages: again } = await client.call('passages.grade', { passageIds: [wheat.id], credibility: null });
    expect(again).toMatchObject([{ credibility: null, grade: { reliability: 'B', credibility: 3 } }]);
  });

  test('is taken back with its event date, and done again', async () => {
    const { client, wheat, rice } = await graded();
    const now = () => Promise.all([wheat, rice].map(({ id }) => client.call('passages.get', { passageId: id })));
    const before = await now();
    const { step } = await client.call('passages.grade', { passageIds: [wheat.id, rice.id], credibility: 2, event: '2024-21' });
    const after = await now();
    const back = await client.call('history.undo', { step });
    expect(await now()).toEqual(before);
    await client.call('history.undo', { step: back.step });
    expect(await now()).toEqual(after);
    expect(after).toMatchObject([{ event: '2024-21' }, { event: '2024-21' }]);
  });

  test('what is not given stays', async () => {
    const { client, wheat } = await graded();
    await client.call('passages.grade', { passageIds: [wheat.id], credibility: 2, event: '2024-05' });
    await client.call('passages.grade', { passageIds: [wheat.id], credibility: 4 });
    const { passages } = await client.call('passages.grade', { passageIds: [wheat.id], event: '2024-06/2024-07' });
    expect(passages).toMatchObject([{ credibility: 4, event: '2024-06/2024-07' }]);
  });

  test('outlives an edit of the text, a detached passage and its return', async () => {
    const { client, first, wheat } = await graded();
    await client.call('passages.grade', { passageIds: [wheat.id], credibility: 2, event: '2024' });
    const { state, revision } = await client.call('documents.get', { documentId: first });
    const { revision: cut } = await client.call('documents.save', {
      documentId: first,
      baseRevision: revision,
      state: { root: { ...state.root, children: state.root.children.slice(1) } },
    });
    expect(await client.call('passages.get', { passageId: wheat.id })).toMatchObject({ state: 'detached', credibility: 2, event: '2024' });
    await client.call('documents.save', { documentId: first, baseRevision: cut, state });
    expect(await client.call('passages.get', { passageId: wheat.id })).toMatchObject({ state: 'anchored', credibility: 2, event: '2024' });
  });

  test('one that is gone is not found, and none is graded', async () => {
    const { client, wheat } = await graded();
    await expect(client.call('passages.grade', { passageIds: [wheat.id, nobody], credibility: 1 })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await client.call('passages.get', { passageId: wheat.id })).toMatchObject({ credibility: null });
  });

  test.each([[{ event: 'soon' }], [{ event: '2025/2024' }]])('%j is invalid', async (wrong) => {
    const { client, wheat } = await graded();
    await expect(client.call('passages.grade', { passageIds: [wheat.id], ...wrong })).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('passages are found', () => {
  test('by what their sources are and by credibility, their own or inherited', async () => {
    const { client, quotes, wheat, rice } = await graded();
    await client.call('passages.grade', { passageIds: [wheat.id, rice.id], credibility: 1 });
    expect(await quotes({ reliabilities: ['A', 'B'] })).toEqual(['Wheat', 'Rye']);
    expect(await quotes({ reliabilities: ['C'] })).toEqual([]);
    expect(await quotes({ credibilities: [1] })).toEqual(['Wheat', 'Rice']);
    expect(await quotes({ credibilities: [3] })).toEqual(['Rye']);
    expect(await quotes({ credibilities: [1, 3], reliabilities: ['B'] })).toEqual(['Wheat', 'Rye']);
  });

  const cases: [string, NonNullable<PassageFilter['event']>, string[]][] = [
    ['in a month of the range', { from: '2024-05', to: '2024-05' }, ['Wheat', 'Rice']],
    ['on its last day', { from: '2024-05-31' }, ['Wheat', 'Rice']],
    ['the day after', { from: '2024-06-01' }, ['Rice']],
    ['in the year', { from: '2024', to: '2024' }, ['Wheat', 'Rice']],
    ['up to a season', { to: '2023-24' }, []],
    ['in summer', { from: '2024-22', to: '2024-22' }, ['Rice']],
    ['whenever, but dated', {}, ['Wheat', 'Rice']],
  ];
  test.each(cases)('by when what they report happened: %s', async (_name, event, expected) => {
    const { client, quotes, wheat, rice } = await graded();
    await client.call('passages.grade', { passageIds: [wheat.id], event: '2024-21' });
    await client.call('passages.grade', { passageIds: [rice.id], event: '2024-05-20/2024-07' });
    expect(await quotes({ event })).toEqual(expected);
  });
});

describe('the details of several documents', () => {
  const update = (documentIds: string[], rest: Omit<Params<'documents.updateAll'>, 'documentIds'>) => ({ documentIds, ...rest });

  test('are changed where given, in one step', async () => {
    const { client, first, second } = await graded();
    const sources = async () => (await client.call('documents.list', {})).map(({ language, source }) => ({ language, ...source }));
    const before = await sources();
    const { step } = await client.call(
      'documents.updateAll',
      update([first, second], { language: 'en', source: { publisher: 'The Exchange', reliability: 'C' } }),
    );
    expect(await sources()).toMatchObject([
      { language: 'en', publisher: 'The Exchange', reliability: 'C', credibility: 3 },
      { language: 'en', publisher: 'The Exchange', reliability: 'C', credibility: null },
    ]);
    await client.call('history.undo', { step });
    expect(await sources()).toEqual(before);
  });

  test('one that is gone is not found, and none is changed', async () => {
    const { client, first } = await graded();
    const wrong = client.call('documents.updateAll', update([first, nobody], { source: { author: 'B. Osei' } }));
    await expect(wrong).rejects.toMatchObject({ kind: 'not-found' });
    expect((await client.call('documents.get', { documentId: first })).source.author).toBe('');
  });
});

describe('a kept file', () => {
  const rye = { name: 'rye.txt', bytes: new TextEncoder().encode('Rye is cheap.') };

  test('is what came in', async () => {
    const { client } = newNotebook();
    const { imported } = await client.call('imports.files', { files: [rye] });
    const verified = await client.call('documents.verify', { documentId: imported[0]?.documentId ?? '' });
    expect(verified).toEqual({ intact: true, sha256: imported[0]?.sha256, size: 13 });
  });

  test('that was changed is not', async () => {
    const { client, file } = newNotebook();
    const { imported } = await client.call('imports.files', { files: [rye] });
    tamper(file, "UPDATE files SET bytes = CAST('Rye is dear!!' AS BLOB)");
    expect(await client.call('documents.verify', { documentId: imported[0]?.documentId ?? '' })).toMatchObject({ intact: false });
  });

  test('is not found for what was written here', async () => {
    const { client, first } = await graded();
    await expect(client.call('documents.verify', { documentId: first })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('the bin is emptied', () => {
  test('of what lies in it, for good, with all that belongs to it', async () => {
    const { client, first, second } = await graded();
    const { imported } = await client.call('imports.files', { files: [{ name: 'a.txt', bytes: new TextEncoder().encode('Oats.') }] });
    const third = imported[0]?.documentId ?? '';
    await client.call('documents.remove', { documentIds: [first, third] });
    expect(await client.call('documents.purge', {})).toEqual({ documents: 2 });
    expect((await client.call('documents.list', {})).map(({ id }) => id)).toEqual([second]);
    expect(await client.call('documents.list', { bin: true })).toEqual([]);
    expect((await client.call('passages.list', {})).map(({ quote }) => quote)).toEqual(['Rice']);
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
    // Its bytes went too: the same file comes in as new.
    const again = await client.call('imports.files', { files: [{ name: 'a.txt', bytes: new TextEncoder().encode('Oats.') }] });
    expect(again.imported).toHaveLength(1);
  });

  test('a file that another document came from stays', async () => {
    const { client, file } = newNotebook();
    const bytes = new TextEncoder().encode('Oats.');
    const { imported } = await client.call('imports.files', { files: [{ name: 'a.txt', bytes }] });
    const documentId = imported[0]?.documentId ?? '';
    const copy = await addDocument(client, ['Oats again.']);
    tamper(
      file,
      `INSERT INTO originals (document_id, file_n, name, media_type, imported_at) SELECT '${copy}', file_n, name, media_type, imported_at FROM originals;
       UPDATE documents SET original_n = (SELECT max(n) FROM originals) WHERE id = '${copy}'`,
    );
    await client.call('documents.remove', { documentIds: [documentId] });
    await client.call('documents.purge', { documentIds: [documentId] });
    expect(await client.call('documents.verify', { documentId: copy })).toMatchObject({ intact: true });
  });

  test('one restored meanwhile is a conflict, and nothing is lost', async () => {
    const { client, first, second } = await graded();
    await client.call('documents.remove', { documentIds: [first, second] });
    await client.call('documents.restore', { documentIds: [second] });
    await expect(client.call('documents.purge', { documentIds: [first, second] })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await client.call('documents.list', { bin: true })).toMatchObject([{ id: first }]);
  });

  test('the step that moved there cannot be taken back any more', async () => {
    const { client, first } = await graded();
    const { step } = await client.call('documents.remove', { documentIds: [first] });
    await client.call('documents.purge', {});
    await expect(client.call('history.undo', { step })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });
});

test('a notebook with grades, dates and collections is whole', async () => {
  const { client, first, wheat } = await graded();
  const { collection } = await client.call('collections.add', { name: 'Grain' });
  await client.call('collections.put', { collectionId: collection.id, documentIds: [first] });
  await client.call('passages.grade', { passageIds: [wheat.id], credibility: 6, event: '2024-05-12' });
  expect(await client.call('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
});
