import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Changed, connect } from '../../contract/index.ts';
import { openEngine } from '../../main/engine/engine.ts';
import { armillary, folderWith, parse, shapes, start } from './armillary.ts';

const timeout = 120_000;

/** A notebook made in this process, to run the program on. */
async function notebookWith(...texts: string[]) {
  const folder = folderWith();
  const file = join(folder, 'Coast.armillary');
  const engine = openEngine({ file, mode: 'create', analyst: 'Ada' });
  onTestFinished(() => engine.close());
  const client = connect(engine.wire(), 'window');
  const documentIds: string[] = [];
  for (const text of texts) documentIds.push((await client.call('imports.text', { text })).documentId);
  return { folder, client, documentId: documentIds[0] ?? '', run: (...args: string[]) => armillary(...args, '--notebook', file) };
}

describe('wrong usage is told apart from failure', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['frobnicate']],
    ['no notebook', ['documents']],
    ['an unknown option', ['documents', '--frob', '--notebook', 'x']],
    ['import without a path', ['import', '--notebook', 'x']],
    ['text without a document', ['text', '--notebook', 'x']],
    ['tag without a sphere', ['tag', '--document', 'x', '--quote', 'y', '--notebook', 'x']],
    ['a colour that is none', ['spheres', 'add', 'trade', '--color', 'red', '--notebook', 'x']],
    ['a kind that is none', ['search', 'x', '--in', 'spheres', '--notebook', 'x']],
    ['a limit that is none', ['search', 'x', '--limit', '0', '--notebook', 'x']],
    ['an option of search that is none', ['search', 'x', '--limt', '3', '--notebook', 'x']],
    ['a format that is none', ['export', '--format', 'pdf', '--out', 'x', '--notebook', 'x']],
    ['an export to nowhere', ['export', '--format', 'md', '--notebook', 'x']],
    [
      'an export of a document and a sphere',
      ['export', '--format', 'md', '--out', 'x', '--document', 'x', '--sphere', 'y', '--notebook', 'x'],
    ],
    ['update without a file', ['update', '--document', 'x', '--notebook', 'x']],
    ['update without a document', ['update', 'x.txt', '--notebook', 'x']],
    ['a score that is none', ['update', 'x.txt', '--document', 'x', '--accept', '1.5', '--notebook', 'x']],
    ['versions without a document', ['versions', '--notebook', 'x']],
    ['a port that is none', ['serve', '--port', '99999']],
  ])('%s', { timeout }, async (_name, args) => {
    const { code, stdout, stderr } = await armillary(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  test.each([[['--help']], [['help']], [['help', 'tag']], [['tag', '--help']], [['--version']]])(
    '%j is no failure',
    { timeout },
    async (args) => {
      const { code, stdout, stderr } = await armillary(...args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toBe('');
    },
  );
});

describe('what fails says why', () => {
  test.each([
    ['new'],
    ['import', '.'],
    ['documents'],
    ['text', '--document', 'x'],
    ['spheres'],
    ['spheres', 'add', 'trade'],
    ['tag', '--document', 'x', '--quote', 'y', '--sphere', 'economic'],
    ['passages'],
    ['update', 'x.txt', '--document', 'x'],
    ['versions', '--document', 'x'],
    ['search', 'x'],
    ['export', '--format', 'md', '--out', 'never-written'],
    ['check'],
    ['serve', '--no-open'],
  ])('%s, where there is no notebook', { timeout }, async (...args) => {
    const nowhere = join(folderWith(), 'no-folder', 'none.armillary');
    const ran = await armillary(...args, '--notebook', nowhere, '--json');
    expect(ran.code).toBe(1);
    const { error } = parse(shapes.error, ran);
    expect(error.message).toContain(nowhere);
    expect(ran.stderr).toContain(error.message);
  });

  test('new leaves a file that is there as it is', { timeout }, async () => {
    const folder = folderWith({ 'mine.txt': 'my own words' });
    const ran = await armillary('new', '--notebook', join(folder, 'mine.txt'));
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('my own words');
  });

  test('a file that is no notebook', { timeout }, async () => {
    const folder = folderWith({ 'mine.txt': 'my own words' });
    const ran = await armillary('documents', '--notebook', join(folder, 'mine.txt'));
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('not an Armillary notebook');
  });

  test('a document that is not there', { timeout }, async () => {
    const { run } = await notebookWith();
    for (const document of ['nonsense', '01900000-0000-7000-8000-000000000000']) {
      expect(parse(shapes.error, await run('text', '--document', document, '--json')).error.kind).toBe('not-found');
    }
  });

  test('an export that cannot be written', { timeout }, async () => {
    const { run, folder } = await notebookWith();
    const ran = await run('export', '--format', 'md', '--out', join(folder, 'no-folder', 'x.md'), '--json');
    expect(ran.code).toBe(1);
    expect(parse(shapes.error, ran).error.kind).toBe('storage');
  });

  test('a check that finds something', { timeout }, async () => {
    const { run, client, documentId } = await notebookWith('The port reopened.');
    expect((await run('check')).code).toBe(0);
    const { default: Sqlite } = await import('better-sqlite3');
    const db = new Sqlite((await client.call('notebook.info', {})).file);
    db.prepare("UPDATE bodies SET text = 'Something else' WHERE document_id = ?").run(documentId);
    db.close();
    const ran = await run('check', '--json');
    expect(ran.code).toBe(1);
    expect(parse(shapes.check, ran)).toMatchObject({ ok: false });
  });
});

describe('import', () => {
  test('walks folders, follows links once, passes hidden files over, goes on after a failure', { timeout }, async () => {
    const { run, folder } = await notebookWith();
    const inbox = join(folder, 'inbox');
    mkdirSync(join(inbox, 'sub', '.hidden'), { recursive: true });
    writeFileSync(join(inbox, 'b.txt'), 'Second text.');
    writeFileSync(join(inbox, 'a.md'), '# First text');
    writeFileSync(join(inbox, 'c.txt'), 'Second text.');
    writeFileSync(join(inbox, '.secret.txt'), 'Hidden.');
    writeFileSync(join(inbox, 'sub', '.hidden', 'd.txt'), 'Hidden too.');
    writeFileSync(join(inbox, 'sub', 'e.html'), '<!doctype html><title>Third</title><p>Third text, long enough to be one.</p>');
    writeFileSync(join(inbox, 'sub', 'film.mp4'), 'no text');
    symlinkSync('..', join(inbox, 'sub', 'loop'));
    symlinkSync('nowhere', join(inbox, 'sub', 'dangling'));

    const ran = await run('import', inbox, join(folder, 'absent.txt'), '--json');
    const { imported, skipped, failed } = parse(shapes.import, ran);
    expect(ran.code).toBe(1);
    expect(imported.map(({ path }) => path)).toEqual([join(inbox, 'a.md'), join(inbox, 'b.txt'), join(inbox, 'sub', 'e.html')]);
    expect(skipped).toMatchObject([{ path: join(inbox, 'c.txt'), documentId: imported[1]?.documentId }]);
    expect(failed.map(({ path, error }) => [path, error.kind]).sort()).toEqual([
      [join(folder, 'absent.txt'), 'not-found'],
      [join(inbox, 'sub', 'dangling'), 'not-found'],
      [join(inbox, 'sub', 'film.mp4'), 'unsupported'],
    ]);
    expect(ran.stderr).toContain('a.md');
    expect(parse(shapes.documents, await run('documents', '--json')).documents).toHaveLength(3);
  });

  test('of a folder that the notebook itself lies in', { timeout }, async () => {
    const { run, folder } = await notebookWith();
    writeFileSync(join(folder, 'a.txt'), 'First text.');
    expect(await run('import', folder, '--json')).toMatchObject({ code: 0 });
  });

  test('Ctrl+C stops it: what is in stays in, the rest is named', { timeout }, async () => {
    const { folder, client } = await notebookWith();
    const inbox = join(folder, 'inbox');
    mkdirSync(inbox);
    for (let n = 0; n < 2_000; n += 1) writeFileSync(join(inbox, `${n}.txt`), `Text number ${n}.`);
    const { file } = await client.call('notebook.info', {});
    const { child, code } = start(['import', inbox, '--notebook', file, '--json']);
    child.stderr.once('data', () => child.kill('SIGINT'));
    let stdout = '';
    for await (const chunk of child.stdout) stdout += String(chunk);
    expect(await code).toBe(1);
    const { imported, failed } = parse(shapes.import, { code: 1, stdout, stderr: '' });
    expect(imported.length + failed.length).toBe(2_000);
    expect(new Set(failed.map(({ error }) => error.kind))).toEqual(new Set(['cancelled']));
    expect(await client.call('documents.list', {})).toHaveLength(imported.length);
  });
});

describe('tag writes nothing', () => {
  const text = 'The port reopened. The port was full.';
  test.each([
    ['a quote that is not there', ['--quote', 'The harbour'], 'not-found', /letter for letter/],
    ['a quote in another case', ['--quote', 'the Port'], 'not-found', /letter for letter/],
    [
      'a quote that stands twice',
      ['--quote', 'The port'],
      'conflict',
      /2 places[\s\S]*0–8: \[The port\] reopened[\s\S]*19–27: .*\[The port\] was full/,
    ],
    ['a context that does not fit', ['--quote', 'The port', '--prefix', 'At '], 'not-found', /0–8/],
    ['an empty quote', ['--quote', ''], 'not-found', /letter for letter/],
    ['an unknown sphere', ['--quote', 'full', '--sphere', 'weather'], 'not-found', /economic, geopolitical, cultural/],
  ])('for %s', { timeout }, async (_name, args, kind, message) => {
    const { run, client, documentId } = await notebookWith(text);
    const ran = await run('tag', '--document', documentId, '--sphere', 'economic', ...args, '--json');
    const { error } = parse(shapes.error, ran);
    expect(ran.code).toBe(1);
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(message);
    expect(await client.call('passages.list', {})).toEqual([]);
  });

  test('but context picks one of two places', { timeout }, async () => {
    const { run, documentId } = await notebookWith(text);
    const ran = await run('tag', '--document', documentId, '--quote', 'The port', '--suffix', ' was', '--sphere', 'economic', '--json');
    expect(parse(shapes.tag, ran).passage).toMatchObject({ start: 19, end: 27 });
  });
});

describe('spheres', () => {
  test('are found by path where a name is not enough', { timeout }, async () => {
    const { run, client, documentId } = await notebookWith('The port reopened.');
    const [economic, geopolitical] = await client.call('spheres.list', {});
    for (const parent of [economic, geopolitical]) await client.call('spheres.add', { name: 'Ports', parentId: parent?.id ?? null });
    const tag = (sphere: string) => run('tag', '--document', documentId, '--quote', 'port', '--sphere', sphere, '--json');
    const ambiguous = await tag('ports');
    expect(ambiguous.code).toBe(1);
    expect(parse(shapes.error, ambiguous).error.message).toContain('economic/Ports, geopolitical/Ports');
    expect(parse(shapes.tag, await tag('Geopolitical / ports')).passage.spheres).toEqual(['geopolitical/Ports']);
  });

  test('a name that is taken, and a parent that is not there', { timeout }, async () => {
    const { run } = await notebookWith();
    expect(parse(shapes.error, await run('spheres', 'add', 'Economic', '--json')).error.kind).toBe('conflict');
    expect(parse(shapes.error, await run('spheres', 'add', 'x', '--under', 'weather', '--json')).error.kind).toBe('not-found');
  });
});

describe('searching', () => {
  test('what is not understood is said, and the rest is searched for', { timeout }, async () => {
    const { run } = await notebookWith('The port reopened.');
    const ran = await run('search', 'shpere:x port', '--json');
    expect(ran.stderr).toMatch(/^shpere:: There is no field/);
    expect(parse(shapes.search, ran)).toMatchObject({ total: 0, problems: [{ start: 0, end: 7 }] });
    const mistyped = await run('search', 'reopned', '--sort', 'date');
    expect(mistyped).toMatchObject({ code: 0, stderr: 'Did you mean: reopened\n' });
  });

  test('a word is left out by its minus, quoted or not', { timeout }, async () => {
    const { run } = await notebookWith('The port reopened.');
    expect(parse(shapes.search, await run('search', 'port', '-closed', '--json', '--limit', '5')).total).toBe(1);
    expect(parse(shapes.search, await run('search', '-reopened', 'port', '--json')).total).toBe(0);
    expect(parse(shapes.concordance, await run('concordance', 'port', '-Vessels', '--json')).lines).toHaveLength(1);
  });

  test('a concordance, of all the names of one', { timeout }, async () => {
    const { run, folder } = await notebookWith('The port reopened.\n\nПорт открыт, порт цел.');
    const table = join(folder, 'names.csv');
    writeFileSync(table, 'port,порт\n');
    expect(await run('aliases', 'import', table)).toMatchObject({ code: 0, stdout: '2 names and 1 group added\n' });
    expect(parse(shapes.aliases, await run('aliases', '--json')).groups).toMatchObject([{ names: ['port', 'порт'] }]);
    const ran = parse(shapes.concordance, await run('concordance', 'port', '--sort', 'after', '--width', '20', '--json'));
    expect(ran.lines.map(({ hit, after }) => hit + after.slice(0, 5))).toEqual(['port reop', 'Порт откр', 'порт цел.']);
    expect(await run('concordance', 'порт')).toMatchObject({
      stdout: expect.stringMatching(/3 lines in 1 document\n$/),
      stderr: 'Names that are one: port, порт\n',
    });
    expect(await run('concordance', 'порт', '--without', 'Port')).toMatchObject({
      stdout: expect.stringMatching(/2 lines in 1 document\n$/),
      stderr: '',
    });
    expect((await run('search', 'порт', '--without', 'harbour')).code).toBe(1);
    expect((await run('concordance', 'x', '--width', '5')).code).toBe(2);
  });
});

describe('plain output', () => {
  test('the text is given out as it is', { timeout }, async () => {
    const { run, client, documentId } = await notebookWith('The port reopened.\n\nПорт открыт 😀.');
    const { text } = await client.call('documents.text', { documentId });
    expect(await run('text', '--document', documentId)).toEqual({ code: 0, stdout: text, stderr: '' });
  });

  test('reads well, and documents cannot steer the terminal', { timeout }, async () => {
    const { run, client, documentId } = await notebookWith('The port \u001b[31mreopened.');
    await client.call('documents.update', { documentId, title: 'Port\u001b]0;x\u0007 news' });
    const listed = await run('documents');
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(listed.stdout).toContain('news');
    const found = await run('search', 'port');
    expect(found.stdout).toContain('1 hit');
    for (const sign of ['\u0007', '\u001b']) expect(`${listed.stdout}${found.stdout}`).not.toContain(sign);
    expect((await run('spheres')).stdout).toContain('geopolitical');
    expect((await run('check')).stdout).toContain('all is well');
  });
});

test('a window that has the notebook open sees what the terminal did', { timeout }, async () => {
  const { run, client, documentId } = await notebookWith('The port reopened.');
  const told = new Promise<Changed>((resolve) => client.onChanged(resolve));
  const ran = await run('tag', '--document', documentId, '--quote', 'port', '--sphere', 'economic');
  expect(ran.code).toBe(0);
  expect(await told).toMatchObject({ client: null });
  expect(await client.call('passages.list', { documentId })).toMatchObject([{ quote: 'port' }]);
});

test('serve gives its address, lets its visitor in, and stops in order', { timeout }, async () => {
  const { client } = await notebookWith();
  const { file } = await client.call('notebook.info', {});
  const { child, code } = start(['serve', '--no-open', '--json', '--notebook', file]);
  let stdout = '';
  for await (const chunk of child.stdout) {
    stdout += String(chunk);
    if (!stdout.endsWith('}\n')) continue;
    const { url } = parse(shapes.serve, { code: 0, stdout, stderr: '' });
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    child.kill('SIGTERM');
  }
  expect(await code).toBe(0);
});

test('an import that is killed leaves what was reported, and goes on where it was', { timeout }, async () => {
  const { folder, client } = await notebookWith();
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  // Several times what is written at once.
  const total = 6_000;
  for (let n = 0; n < total; n += 1) writeFileSync(join(inbox, `${n}.txt`), `Text number ${n}.\n\n${'The river rose. '.repeat(40)}`);
  const { file } = await client.call('notebook.info', {});
  const { child, code } = start(['import', inbox, '--notebook', file]);
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('\nimported')) child.kill('SIGKILL');
  }
  await code;
  const reported = said.split('\n').filter((line) => line.startsWith('imported')).length;
  const there = await client.call('documents.list', {});
  expect(there.length).toBeLessThan(total);
  // What was written last may not have reached the terminal any more.
  expect(there.length).toBeGreaterThanOrEqual(reported);
  expect((await client.call('notebook.check', {})).problems).toEqual([]);

  const again = await armillary('import', inbox, '--notebook', file);
  expect(again.stdout).toContain(`${total - there.length} documents imported, ${there.length} skipped, 0 failed`);
  expect(await client.call('documents.list', {})).toHaveLength(total);
  expect((await client.call('notebook.check', {})).problems).toEqual([]);
});

test('a watched folder: what is in it comes in, then what comes into it, until Ctrl+C', { timeout }, async () => {
  const { folder, client } = await notebookWith();
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  writeFileSync(join(inbox, 'first.txt'), 'The first text.');
  const { file } = await client.call('notebook.info', {});
  const { child, code } = start(['watch', inbox, '--notebook', file]);
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('first.txt') && !said.includes('second.txt')) writeFileSync(join(inbox, 'second.txt'), 'The second text.');
    if (said.includes('second.txt') && !child.killed) child.kill('SIGINT');
  }
  expect(await code).toBe(0);
  expect(said).toContain('2 documents imported, 0 failed');
  expect(await client.call('documents.list', {})).toHaveLength(2);
});
