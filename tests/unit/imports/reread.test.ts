import { expect, test } from 'vitest';
import { newNotebook, tag } from '../engine/notebook.ts';
import { encodeAs } from './encode.ts';
import { fixture } from './fixtures.ts';

const text = 'Паром у Бранока\n\nПаром не ходит вторую неделю. Лоцман говорит, что мель ниже мельницы сдвинулась к городу.\n';

async function imported() {
  const { client } = newNotebook();
  const report = await client.call('imports.files', { files: [{ name: 'ferry.txt', bytes: encodeAs(text, 'windows-1251') }] });
  return { client, documentId: report.imported[0]?.documentId ?? '' };
}

test('an original is read in another encoding and back: its text, title and encoding follow, passages come back', async () => {
  const { client, documentId } = await imported();
  const passage = await tag(client, documentId, 'Лоцман говорит');
  const wrong = await client.call('documents.previewReread', { documentId, encoding: 'koi8-r' });
  expect(wrong.text).not.toContain('Лоцман');
  await client.call('documents.reread', { documentId, encoding: 'koi8-r', baseRevision: wrong.revision, accept: [] });
  const garbled = await client.call('documents.get', { documentId });
  expect(garbled.title).not.toBe('Паром у Бранока');
  expect(garbled.original?.encoding).toBe('koi8-r');
  expect(garbled.detached).toBe(1);

  const right = await client.call('documents.previewReread', { documentId, encoding: 'windows-1251' });
  const [found] = right.passages;
  expect(found?.after?.quote).toBe('Лоцман говорит');
  const { step } = await client.call('documents.reread', {
    documentId,
    encoding: 'windows-1251',
    baseRevision: right.revision,
    accept: [{ passageId: passage.id, segments: found?.after?.segments ?? [] }],
  });
  const mended = await client.call('documents.get', { documentId });
  expect(mended).toMatchObject({ title: 'Паром у Бранока', language: 'ru', detached: 0, original: { encoding: 'windows-1251' } });
  expect((await client.call('notebook.check', {})).problems).toEqual([]);

  await client.call('history.undo', { step });
  expect((await client.call('documents.get', { documentId })).title).toBe(garbled.title);
});

test('a title that the analyst gave stays', async () => {
  const { client, documentId } = await imported();
  await client.call('documents.update', { documentId, title: 'The ferry' });
  const { revision } = await client.call('documents.previewReread', { documentId, encoding: 'koi8-r' });
  await client.call('documents.reread', { documentId, encoding: 'koi8-r', baseRevision: revision, accept: [] });
  expect((await client.call('documents.get', { documentId })).title).toBe('The ferry');
});

test('what says itself how it is written has no other encoding, what was written here no original', async () => {
  const { client } = newNotebook();
  const { documentId } = await client.call('imports.text', { text: 'Pasted.' });
  await expect(client.call('documents.previewReread', { documentId, encoding: 'koi8-r' })).rejects.toMatchObject({ kind: 'not-found' });
  const { imported: docx } = await client.call('imports.files', { files: [{ name: 'seed.docx', bytes: fixture('seed.docx') }] });
  await expect(client.call('documents.previewReread', { documentId: docx[0]?.documentId ?? '', encoding: 'koi8-r' })).rejects.toMatchObject(
    { kind: 'unsupported' },
  );
});
