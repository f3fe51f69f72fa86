import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../../contract/index.ts';
import { openEngine } from '../../../main/engine/engine.ts';
import { newNotebook } from '../engine/notebook.ts';
import { bytesOf } from './fixtures.ts';
import { makeZip } from './formats/make-zip.ts';

const list = bytesOf(`TY  - NEWS
ID  - marsh2026
TI  - Tolls rise
AU  - Marsh, Ida
DA  - 2026/03/05
ER  -

TY  - RPRT
TI  - The locks of Varn
PB  - Lock Office
ER  -

TY  - RPRT
ID  - none
ER  -
`);
const article = { name: 'tolls.txt', bytes: bytesOf('Tolls rise\n\nThe keepers raised the tolls by a quarter.') };
const library = { name: 'library.ris', bytes: list };

test('a list of references among other files fills in those, whatever their order, and is taken back in one step', async () => {
  const { client } = newNotebook();
  const report = await client.call('imports.files', { files: [library, article] });
  expect(report.imported.map(({ name, title }) => [name, title])).toEqual([
    ['library.ris', 'The locks of Varn'],
    ['tolls.txt', 'Tolls rise'],
  ]);
  expect(report.filled).toMatchObject([{ name: 'library.ris, marsh2026', title: 'Tolls rise', fields: ['author', 'published'] }]);
  expect(report.failed.map(({ name, error }) => [name, error.message])).toEqual([['library.ris, none', 'It has no title.']]);
  const documentId = report.imported[1]?.documentId ?? '';
  const authorOf = async () => (await client.call('documents.get', { documentId })).source.author;
  expect(await authorOf()).toBe('Marsh, Ida');
  const [step] = report.steps ?? [];
  await client.call('history.undo', { step: step ?? 0 });
  expect(await authorOf()).toBe('');
  expect((await client.call('documents.list', {})).map(({ title }) => title)).toEqual(['Tolls rise']);
});

test('the same list again changes nothing, and says which documents it is about', async () => {
  const { client } = newNotebook();
  await client.call('imports.files', { files: [library, article] });
  const again = await client.call('imports.files', { files: [library] });
  expect(again).toMatchObject({ imported: [], skipped: [{ name: 'library.ris, marsh2026' }, { name: 'library.ris' }] });
  expect(again.steps).toBeUndefined();
  expect(again.skipped[0]?.reason).toBe('Its document says all of it already.');
});

test('a list within an archive, beside the text it is about', async () => {
  const { client } = newNotebook();
  const archive = makeZip([
    { name: 'library.ris', content: list },
    { name: article.name, content: article.bytes },
  ]);
  const report = await client.call('imports.files', { files: [{ name: 'post.zip', bytes: archive }] });
  expect(report.filled?.map(({ name }) => name)).toEqual(['post.zip/library.ris, marsh2026']);
  expect(report.cancelled).toEqual([]);
});

test('a folder of texts, references and data: what holds no references is told so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-references-'));
  const engine = openEngine({ file: join(folder, 'Grain.armillary'), mode: 'create' });
  onTestFinished(() => {
    engine.close();
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, article.name), article.bytes);
  writeFileSync(join(folder, 'books.json'), '[{"id":"a","type":"book","title":"Of rivers","author":[{"family":"Holt","given":"I."}]}]');
  writeFileSync(join(folder, 'library.ris'), list);
  writeFileSync(join(folder, 'package.json'), '{"name":"data"}');
  writeFileSync(join(folder, 'empty.bib'), '');
  engine.grant('chosen', [{ path: folder, name: 'in' }]);
  const report = await connect(engine.wire(), 'one').call('imports.folder', { grant: 'chosen' });
  expect(report.imported.map(({ name, title }) => [name, title])).toEqual([
    ['in/books.json, a', 'Of rivers'],
    ['in/library.ris', 'The locks of Varn'],
    ['in/tolls.txt', 'Tolls rise'],
  ]);
  expect(report.filled).toHaveLength(1);
  expect(report.steps).toHaveLength(2);
  expect(report.failed.map(({ name, error }) => [name, error.message])).toEqual([
    ['in/empty.bib', expect.stringMatching(/^There are no references/)],
    ['in/library.ris, none', 'It has no title.'],
    ['in/package.json', expect.stringMatching(/^This JSON holds no references in CSL-JSON/)],
  ]);
});
