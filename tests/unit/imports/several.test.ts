import { expect, test } from 'vitest';
import { newNotebook } from '../engine/notebook.ts';
import { bytesOf } from './fixtures.ts';
import { makeZip } from './formats/make-zip.ts';

const table = bytesOf('title,text,date\nGrain,The harvest was late.,2024-05-12\nSalt,The pans dried out.,2024-06\n,,\n');

test('each row of a table is a document, its original the table, once', async () => {
  const { client } = newNotebook();
  const { imported, failed } = await client.call('imports.files', { files: [{ name: 'harvest.csv', bytes: table }] });
  expect(failed).toEqual([]);
  expect(imported.map(({ name, title }) => [name, title])).toEqual([
    ['harvest.csv, row 1', 'Grain'],
    ['harvest.csv, row 2', 'Salt'],
  ]);
  const [, salt] = imported;
  const document = await client.call('documents.get', { documentId: salt?.documentId ?? '' });
  expect(document).toMatchObject({ source: { published: '2024-06' }, original: { part: 'row 2', mediaType: 'text/csv' } });
  const { bytes } = await client.call('documents.original', { documentId: document.id });
  expect(new Uint8Array(bytes)).toEqual(table);
});

test('rows that are in already are skipped, the others come in', async () => {
  const { client } = newNotebook();
  const files = [{ name: 'harvest.csv', bytes: table }];
  const { imported } = await client.call('imports.files', { files });
  const [grain] = imported;
  await client.call('documents.remove', { documentIds: [grain?.documentId ?? ''] });
  await client.call('documents.purge', {});
  const again = await client.call('imports.files', { files });
  expect(again.imported.map(({ title }) => title)).toEqual(['Grain']);
  expect(again.skipped.map(({ name }) => name)).toEqual(['harvest.csv, row 2']);
});

test('each file of an archive is an original of its own; one that cannot be read stops none', async () => {
  const { client } = newNotebook();
  const letter = bytesOf('A letter\n\nAbout the harvest.');
  const archive = makeZip([
    { name: 'letters/first.txt', content: letter },
    { name: 'film.mp4', content: bytesOf('no text') },
    { name: 'more.zip', content: makeZip([{ name: 'rows.csv', content: table }]) },
  ]);
  const { imported, failed } = await client.call('imports.files', { files: [{ name: 'post.zip', bytes: archive }] });
  expect(imported.map(({ name }) => name)).toEqual([
    'post.zip/letters/first.txt',
    'post.zip/more.zip/rows.csv, row 1',
    'post.zip/more.zip/rows.csv, row 2',
  ]);
  expect(failed.map(({ name, error }) => [name, error.kind])).toEqual([['post.zip/film.mp4', 'unsupported']]);
  const original = await client.call('documents.original', { documentId: imported[0]?.documentId ?? '' });
  expect(original.name).toBe('post.zip/letters/first.txt');
  expect(new Uint8Array(original.bytes)).toEqual(letter);
});
