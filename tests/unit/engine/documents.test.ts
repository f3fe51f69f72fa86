import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { countWords } from '../../../anchoring/index.ts';
import { type Changed, connect } from '../../../contract/index.ts';
import { recountWords } from '../../../main/engine/documents/words.ts';
import { openEngine } from '../../../main/engine/engine.ts';
import { mark, paragraph, words as someText, stateOf } from '../anchoring/states.ts';
import { addDocument, addState, dump, newNotebook, sphereNamed, tag } from './notebook.ts';

describe('a document', () => {
  test('begins empty, at revision 1, with a paragraph to write in', async () => {
    const { client } = newNotebook();
    const { document } = await client.call('documents.create', { title: '  Untitled  ' });
    expect(document).toMatchObject({ title: 'Untitled', language: 'und', words: 0, revision: 1, original: null, deletedAt: null });
    expect(document.state.root.children).toMatchObject([{ type: 'paragraph', children: [] }]);
  });

  test('made of a text with marks has none of them: its passages come later', async () => {
    const { client } = newNotebook();
    const { document } = await client.call('documents.create', { title: 'Copy', state: stateOf(paragraph(mark(['stray'], 'Wheat'))) });
    expect(JSON.stringify(document.state)).not.toContain('stray');
    expect(document.words).toBe(1);
  });

  test('is listed with its counts, in the order it came', async () => {
    const { client } = newNotebook();
    const first = await addDocument(client, ['Wheat is dear.', '小麦价格上涨。'], 'First');
    await addDocument(client, ['Rice'], 'Second');
    await tag(client, first, 'Wheat');
    await client.call('notes.put', { target: { kind: 'document', id: first }, body: 'Check the figures.' });
    const list = await client.call('documents.list', {});
    expect(list.map(({ title }) => title)).toEqual(['First', 'Second']);
    expect(list[0]).toMatchObject({ passages: 1, detached: 0, hasNote: true, revision: 2 });
    expect(list[0]?.words).toBeGreaterThan(4);
    expect(list[1]).toMatchObject({ words: 1, passages: 0, hasNote: false });
  });

  test('takes its details one by one; its revision stays', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['Wheat']);
    await client.call('documents.update', { documentId, source: { author: 'B. Osei', published: '2024-05' } });
    const { document } = await client.call('documents.update', {
      documentId,
      title: 'Wheat in May',
      language: 'en',
      source: { publisher: 'The Exchange', published: null },
    });
    expect(document).toMatchObject({ title: 'Wheat in May', language: 'en', revision: 1 });
    expect(document.source).toMatchObject({ author: 'B. Osei', publisher: 'The Exchange', published: null });
  });

  test('in the bin is off the library, the passages and the counts, can be opened, and comes back', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['Wheat is dear.']);
    const economic = await sphereNamed(client, 'economic');
    const passage = await tag(client, documentId, 'Wheat', [economic.id], 'Why?');
    await client.call('documents.remove', { documentIds: [documentId] });

    expect(await client.call('documents.list', {})).toEqual([]);
    expect(await client.call('documents.list', { bin: true })).toMatchObject([{ id: documentId, passages: 1 }]);
    expect(await client.call('documents.get', { documentId })).toMatchObject({ id: documentId, words: 3 });
    expect(await client.call('passages.list', {})).toEqual([]);
    expect(await client.call('passages.list', { documentId })).toMatchObject([{ id: passage.id }]);
    expect((await sphereNamed(client, 'economic')).passages).toBe(0);
    expect((await client.call('notebook.info', {})).counts).toMatchObject({ documents: 0, bin: 1, passages: 0, notes: 0 });

    await client.call('documents.restore', { documentIds: [documentId] });
    expect(await client.call('passages.list', {})).toMatchObject([{ id: passage.id, note: 'Why?' }]);
    expect((await client.call('notebook.info', {})).counts).toMatchObject({ documents: 1, bin: 0, passages: 1, notes: 1 });
  });

  test('moves to the bin with others or not at all', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['Wheat']);
    const [missing = ''] = (await client.call('ids.mint', { count: 1 })).ids;
    await expect(client.call('documents.remove', { documentIds: [documentId, missing] })).rejects.toMatchObject({ kind: 'not-found' });
    expect(await client.call('documents.list', {})).toHaveLength(1);
  });

  test('written here has no original', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['Wheat']);
    await expect(client.call('documents.original', { documentId })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('saving', () => {
  test('what was opened changes nothing', async () => {
    const { client, file } = newNotebook();
    const documentId = await addDocument(client, ['Wheat is dear.']);
    const { state, revision } = await client.call('documents.get', { documentId });
    const before = dump(file);
    const saved = await client.call('documents.save', { documentId, baseRevision: revision, state });
    expect(saved).toMatchObject({ revision, step: null, unknownMarks: [] });
    expect(dump(file)).toEqual(before);
  });

  test('makes the passages it names, of marks that are there', async () => {
    const { client } = newNotebook();
    const economic = await sphereNamed(client, 'economic');
    const documentId = await addDocument(client, ['Wheat is dear.']);
    const { ids } = await client.call('ids.mint', { count: 3 });
    const [wheat = '', dear = '', gone = ''] = ids;
    const state = stateOf(paragraph(mark([wheat], 'Wheat'), ' is ', mark([dear, 'from-elsewhere'], 'dear'), '.'));
    const create = [wheat, dear, gone].map((id) => ({ id, spheres: [economic.id, economic.id] }));
    const saved = await client.call('documents.save', { documentId, baseRevision: 1, state, create });
    expect(saved.revision).toBe(2);
    expect(saved.step).not.toBeNull();
    expect(saved.passages.map(({ quote, taggings }) => [quote, taggings.length])).toEqual([
      ['Wheat', 1],
      ['dear', 1],
    ]);
    expect(saved.unknownMarks).toEqual(['from-elsewhere']);
    expect(JSON.stringify((await client.call('documents.get', { documentId })).state)).not.toContain('from-elsewhere');
  });

  test('a mark of another document’s passage is unknown here', async () => {
    const { client } = newNotebook();
    const { id } = await tag(client, await addDocument(client, ['Wheat']), 'Wheat');
    const documentId = await addDocument(client, ['Rye']);
    const state = stateOf(paragraph(mark([id], 'Rye')));
    const saved = await client.call('documents.save', { documentId, baseRevision: 1, state, create: [{ id, spheres: [] }] });
    expect(saved).toMatchObject({ unknownMarks: [id], passages: [], step: null });
  });

  test('a passage whose sphere was deleted meanwhile is made without it', async () => {
    const { client, another } = newNotebook();
    const cultural = await sphereNamed(client, 'cultural');
    const documentId = await addDocument(client, ['Wheat']);
    await another.call('spheres.remove', { sphereId: cultural.id });
    const [id = ''] = (await client.call('ids.mint', { count: 1 })).ids;
    const state = stateOf(paragraph(mark([id], 'Wheat')));
    const saved = await client.call('documents.save', { documentId, baseRevision: 1, state, create: [{ id, spheres: [cultural.id] }] });
    expect(saved.passages).toMatchObject([{ quote: 'Wheat', taggings: [] }]);
  });

  test('a passage whose text is gone is detached, keeps its words and place, and comes back with its mark', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['Now wheat is dear.']);
    const { id } = await tag(client, documentId, 'wheat');
    const { state: marked } = await client.call('documents.get', { documentId });
    const without = await client.call('documents.save', { documentId, baseRevision: 2, state: stateOf(paragraph('Now it is dear.')) });
    expect(without.passages).toMatchObject([{ id, state: 'detached', quote: 'wheat', segments: [], start: 4, end: 9 }]);
    const again = await client.call('documents.save', { documentId, baseRevision: 3, state: marked });
    expect(again.passages).toMatchObject([{ id, state: 'anchored', quote: 'wheat', segments: [{ start: 4, end: 9 }] }]);
  });

  test('removes the passages it names and the marks they left', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['Wheat is dear.']);
    const { id } = await tag(client, documentId, 'Wheat');
    const { state } = await client.call('documents.get', { documentId });
    const saved = await client.call('documents.save', { documentId, baseRevision: 2, state, remove: [id] });
    expect(saved).toMatchObject({ revision: 3, passages: [], unknownMarks: [] });
    expect(JSON.stringify((await client.call('documents.get', { documentId })).state)).not.toContain(id);
  });

  test('over a newer revision is a conflict that changes nothing', async () => {
    const { client, another, file } = newNotebook();
    const documentId = await addDocument(client, ['Wheat is dear.']);
    const { id } = await tag(client, documentId, 'Wheat');
    const { revision } = await client.call('documents.get', { documentId });
    await client.call('documents.save', {
      documentId,
      baseRevision: revision,
      state: stateOf(paragraph(mark([id], 'Wheat'), ' is cheap.')),
    });
    const before = dump(file);
    const [fresh = ''] = (await another.call('ids.mint', { count: 1 })).ids;
    await expect(
      another.call('documents.save', {
        documentId,
        baseRevision: revision,
        state: stateOf(paragraph(mark([fresh], 'Wheat'), ' is scarce.')),
        create: [{ id: fresh, spheres: [] }],
        remove: [id],
      }),
    ).rejects.toMatchObject({ kind: 'conflict' });
    expect(dump(file)).toEqual(before);
  });

  test('from another program over a newer revision is a conflict too', async () => {
    const { client, file } = newNotebook();
    const documentId = await addDocument(client, ['Wheat']);
    const beside = openEngine({ file, mode: 'open' });
    onTestFinished(() => beside.close());
    const terminal = connect(beside.wire(), 'terminal');
    const { passage } = await terminal.call('passages.tag', { documentId, baseRevision: 1, start: 0, end: 5, sphereIds: [] });
    const over = client.call('documents.save', { documentId, baseRevision: 1, state: stateOf(paragraph('Rye')) });
    await expect(over).rejects.toMatchObject({ kind: 'conflict' });
    expect(await client.call('passages.list', {})).toEqual([passage]);
  });

  test('finds the language of a document written here, and leaves one the analyst gave', async () => {
    const { client } = newNotebook();
    const said =
      'The price of wheat has been rising since the harvest failed in three provinces, and the mills now pay twice what they paid.';
    const [found, given] = [await addDocument(client, ['']), await addDocument(client, [''])];
    await client.call('documents.update', { documentId: given, language: 'sco' });
    for (const documentId of [found, given]) {
      await client.call('documents.save', { documentId, baseRevision: 1, state: stateOf(paragraph(said)) });
    }
    const languages = (await client.call('documents.list', {})).map(({ language, words }) => [language, words]);
    expect(languages).toEqual([
      ['en', 23],
      ['sco', 23],
    ]);
  });

  test('tells every client which document has which revision', async () => {
    const { client, another } = newNotebook();
    const documentId = await addDocument(client, ['Wheat']);
    const heard: Changed[] = [];
    another.onChanged((changed) => heard.push(changed));
    await client.call('documents.save', { documentId, baseRevision: 1, state: stateOf(paragraph('Rye')) });
    expect(heard).toEqual([{ nouns: ['documents'], documents: [{ id: documentId, revision: 2 }], client: 'one' }]);
  });

  test('writes only the passages that the edit moved', async () => {
    const { client, file } = newNotebook();
    const documentId = await addState(
      client,
      stateOf(...['one', 'two', 'three', 'four'].map((word) => paragraph(`${word} ${'.'.repeat(50)}`))),
    );
    await tag(client, documentId, 'one');
    await tag(client, documentId, 'four');
    const before = dump(file).passages;
    const { state, revision } = await client.call('documents.get', { documentId });
    const [first, second, , fourth] = state.root.children;
    if (first === undefined || second === undefined || fourth === undefined) throw new Error('the document has four paragraphs');
    const edited = stateOf(first, second, paragraph(`three and a half ${'.'.repeat(50)}`), fourth);
    await client.call('documents.save', { documentId, baseRevision: revision, state: edited });
    const after = dump(file).passages;
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).not.toEqual(before[1]);
  });
});

describe('an imported document', () => {
  const file = { name: 'wheat.txt', bytes: new TextEncoder().encode('Wheat is dear.') };
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');

  test('keeps its original byte for byte', async () => {
    const { client } = newNotebook();
    const { imported } = await client.call('imports.files', { files: [file] });
    const documentId = imported[0]?.documentId ?? '';
    expect((await client.call('documents.get', { documentId })).original).toMatchObject({ name: 'wheat.txt', size: 14, sha256 });
    const { bytes, ...rest } = await client.call('documents.original', { documentId });
    expect(rest).toMatchObject({ name: 'wheat.txt', sha256 });
    expect(Buffer.from(bytes)).toEqual(Buffer.from(file.bytes));
  });

  test('is known again by its SHA-256, in the bin too', async () => {
    const { client } = newNotebook();
    const { imported } = await client.call('imports.files', { files: [file] });
    const documentId = imported[0]?.documentId ?? '';
    await client.call('documents.remove', { documentIds: [documentId] });
    const { skipped } = await client.call('imports.files', { files: [{ ...file, name: 'copy.txt' }] });
    expect(skipped).toMatchObject([{ name: 'copy.txt', documentId }]);
  });
});

describe('words', () => {
  test.each([
    ['en', 'Wheat is dear, isn’t it?', 5],
    ['ru', 'Пшеница подорожала — и рожь тоже.', 5],
    ['zh', '价格上涨', 2],
    ['und', '', 0],
    ['en', ' … — ', 0],
  ])('in %s of “%s”: %i', (language, text, count) => {
    expect(countWords(text, language)).toBe(count);
  });

  test('counted after an edit are those of the whole text', () => {
    const line = fc.array(someText, { maxLength: 3 }).map((parts) => parts.join(' '));
    const texts = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(texts, texts, texts, texts, (head, was, is, tail) => {
        const before = head + was + tail;
        const after = head + is + tail;
        expect(recountWords({ text: before, words: countWords(before, 'und') }, after, 'und')).toBe(countWords(after, 'und'));
      }),
    );
  });
});
