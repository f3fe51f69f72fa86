import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { connect } from '../../../contract/index.ts';
import { openEngine } from '../../../main/engine/engine.ts';
import { tempFolder } from '../host/temp-folder.ts';

/** A notebook, and a folder beside it that it imports. */
function notebookAndFolder() {
  const folder = tempFolder();
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  const opened = vi.spyOn(Sqlite.prototype, 'pragma');
  const engine = openEngine({ file: join(folder, 'test.armillary'), mode: 'create', analyst: 'Ada' });
  // The engine's own connection: a limit of pages is a connection's.
  const [db] = opened.mock.contexts;
  opened.mockRestore();
  if (!(db instanceof Sqlite)) throw new Error('the engine opened no notebook');
  onTestFinished(() => engine.close());
  const client = connect(engine.wire(), 'test');
  engine.grant('inbox', [{ path: inbox, name: 'inbox' }]);
  return { inbox, client, run: () => client.call('imports.folder', { grant: 'inbox' }), db };
}

const good = 'A good file\n\nWith some text in it.';

test.each<[string, (inbox: string) => void, string, RegExp]>([
  ['empty', (inbox) => writeFileSync(join(inbox, 'bad.txt'), ''), 'invalid', /empty/],
  ['cut short', (inbox) => writeFileSync(join(inbox, 'bad.pdf'), '%PDF-1.7\n1 0 obj'), 'invalid', /cut|damaged|whole|end/i],
  ['named what it is not', (inbox) => writeFileSync(join(inbox, 'bad.docx'), good), 'invalid', /\.docx/],
  ['not text', (inbox) => writeFileSync(join(inbox, 'bad.txt'), Buffer.from([0xff, 0, 0x20, 0xc0, 0, 1, 2, 3])), 'invalid', /./],
  ['two gigabytes', (inbox) => makeSparse(join(inbox, 'bad.txt'), 2 * 2 ** 30), 'unsupported', /2,148 MB/],
  ['a link to nothing', (inbox) => symlinkSync('nowhere', join(inbox, 'bad.txt')), 'not-found', /moved or deleted/],
  ['a pipe', (inbox) => execFileSync('mkfifo', [join(inbox, 'bad.txt')]), 'unsupported', /neither a file nor a folder/],
])('a file that is %s fails with words of its own, the others come in', async (_, make, kind, words) => {
  const { inbox, run, client } = notebookAndFolder();
  make(inbox);
  writeFileSync(join(inbox, 'good.txt'), good);
  const { imported, failed } = await run();
  expect(imported.map(({ title }) => title)).toEqual(['A good file']);
  expect(failed).toEqual([
    { name: expect.stringMatching(/inbox.bad/), error: expect.objectContaining({ kind, message: expect.stringMatching(words) }) },
  ]);
  expect(await client.call('documents.list', {})).toHaveLength(1);
});

function makeSparse(path: string, size: number): void {
  const handle = openSync(path, 'w');
  ftruncateSync(handle, size);
  closeSync(handle);
}

test('names of odd characters and of 255 bytes', async () => {
  const { inbox, run } = notebookAndFolder();
  const names = [
    `${'n'.repeat(251)}.txt`,
    'quote " and \\ back.txt',
    'line\nbreak.txt',
    '渡口 ☂ é.txt',
    '-rf.txt',
    '%00.txt',
    "'; DROP.txt",
  ];
  for (const [index, name] of names.entries()) writeFileSync(join(inbox, name), `${good} ${index}`);
  const { imported, failed } = await run();
  expect(failed).toEqual([]);
  expect(imported.map(({ name }) => name).toSorted()).toEqual(names.map((name) => join('inbox', name)).toSorted());
});

test('a folder that links to itself ends, hidden files are counted', async () => {
  const { inbox, run } = notebookAndFolder();
  mkdirSync(join(inbox, 'sub'));
  symlinkSync('..', join(inbox, 'sub', 'loop'));
  writeFileSync(join(inbox, '.hidden.txt'), good);
  writeFileSync(join(inbox, 'sub', 'good.txt'), good);
  const { imported, hidden } = await run();
  expect(imported.map(({ name }) => name)).toEqual([join('inbox', 'sub', 'good.txt')]);
  expect(hidden).toBe(1);
});

test('a path that nobody chose is not read', async () => {
  const { client } = notebookAndFolder();
  await expect(client.call('imports.folder', { grant: '/etc' })).rejects.toMatchObject({ kind: 'not-found' });
});

test('a full disk: what does not fit fails whole, what fits comes in, the notebook is sound', async () => {
  const { inbox, run, client, db } = notebookAndFolder();
  writeFileSync(join(inbox, 'a.txt'), good);
  writeFileSync(join(inbox, 'big.txt'), `${'The river rose and the mills stood still. '.repeat(50_000)}`);
  writeFileSync(join(inbox, 'c.txt'), `${good} And more.`);
  // Room for some small files and none for the big one.
  const pages = Number(db.pragma('page_count', { simple: true }));
  db.pragma(`max_page_count = ${pages + 60}`);
  const { imported, failed } = await run();
  expect(imported.map(({ name }) => name)).toEqual([join('inbox', 'a.txt'), join('inbox', 'c.txt')]);
  expect(failed).toEqual([
    {
      name: join('inbox', 'big.txt'),
      error: expect.objectContaining({ kind: 'storage', message: expect.stringContaining('disk is full') }),
    },
  ]);
  expect((await client.call('notebook.check', {})).problems).toEqual([]);
  expect(await client.call('documents.list', {})).toHaveLength(2);
});
