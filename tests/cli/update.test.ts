import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../contract/index.ts';
import { openEngine } from '../../main/engine/engine.ts';
import { armillary, folderWith, parse, shapes } from './armillary.ts';

const timeout = 120_000;

const lines = [
  'Three ferries of the northern line were laid up in autumn because fuel had doubled in price.',
  'Villages on the outer islands now get their mail twice a week instead of every day.',
  'The shipping office promises to look at the matter again in spring.',
];
const [ferries = '', villages = '', office = ''] = lines;

/** A document with a passage in each paragraph, and a new text in which one is reworded and one is gone. */
async function seeded() {
  const folder = folderWith();
  const notebook = join(folder, 'Ferries.armillary');
  const engine = openEngine({ file: notebook, mode: 'create', analyst: 'Ada' });
  onTestFinished(() => engine.close());
  const client = connect(engine.wire(), 'window');
  const bytes = new TextEncoder().encode(lines.join('\n\n'));
  const report = await client.call('imports.files', { files: [{ name: 'ferries.txt', bytes }] });
  const documentId = report.imported[0]?.documentId ?? '';
  for (const quote of ['laid up in autumn', villages, office]) {
    const { text, revision } = await client.call('documents.text', { documentId });
    const start = text.indexOf(quote);
    await client.call('passages.tag', { documentId, baseRevision: revision, start, end: start + quote.length, sphereIds: [] });
  }
  const next = join(folder, 'ferries-2.txt');
  writeFileSync(next, ['A preface that was not there before.', ferries, villages.replace('twice', 'once')].join('\n\n'));
  return { client, documentId, next, run: (...args: string[]) => armillary(...args, '--notebook', notebook) };
}

test('update says what would become of each passage, and changes nothing', { timeout }, async () => {
  const { client, documentId, next, run } = await seeded();
  const before = await client.call('documents.text', { documentId });
  const ran = await run('update', next, '--document', documentId, '--json');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const { passages, ...rest } = parse(shapes.update, ran);
  expect(rest).toEqual({ documentId, applied: null, counts: { kept: 1, moved: 0, changed: 1, lost: 1 } });
  expect(passages.map(({ outcome, accepted, before: { quote }, after }) => ({ outcome, accepted, quote, now: after?.quote }))).toEqual([
    { outcome: 'kept', accepted: false, quote: 'laid up in autumn', now: 'laid up in autumn' },
    { outcome: 'changed', accepted: false, quote: villages, now: villages.replace('twice', 'once') },
    { outcome: 'lost', accepted: false, quote: office, now: undefined },
  ]);
  expect(await client.call('documents.text', { documentId })).toEqual(before);
  const { stdout } = await run('update', next, '--document', documentId);
  expect(stdout).toContain('kept');
  expect(stdout).toContain(`now “${villages.replace('twice', 'once')}”`);
  expect(stdout).toMatch(/Nothing was changed/);
});

test('update with --accept applies what is found well enough, and keeps a version', { timeout }, async () => {
  const { client, documentId, next, run } = await seeded();
  const all = parse(shapes.update, await run('update', next, '--document', documentId, '--accept', '0', '--json'));
  expect(all.applied).toMatchObject({ detached: 1 });
  expect(all.passages.map(({ accepted }) => accepted)).toEqual([true, true, false]);
  expect((await client.call('documents.text', { documentId })).text).toContain('once a week');
  const listed = await run('versions', '--document', documentId, '--json');
  expect(listed.code).toBe(0);
  const { versions } = parse(shapes.versions, listed);
  expect(versions[0]).toMatchObject({ id: all.applied?.versionId, kind: 'before-update', passages: 3, original: { name: 'ferries.txt' } });
  const { stdout } = await run('versions', '--document', documentId);
  expect(stdout).toContain('before a new text');
  expect((await run('check')).code).toBe(0);
});

test('update with --accept 1 detaches what is not found word for word', { timeout }, async () => {
  const { client, documentId, next, run } = await seeded();
  const { passages } = parse(shapes.update, await run('update', next, '--document', documentId, '--accept', '1', '--json'));
  for (const { accepted, score } of passages) expect(accepted).toBe(score === 1);
  const stood = await client.call('passages.list', { documentId });
  expect(stood).toHaveLength(3);
  expect(stood.filter(({ state }) => state === 'anchored').map(({ id }) => id)).toEqual(
    passages.filter(({ accepted }) => accepted).map(({ id }) => id),
  );
});

test('update offers the places where a passage may stand', { timeout }, async () => {
  const { client, documentId, next, run } = await seeded();
  writeFileSync(next, ['A first copy.', office, ferries, 'A second copy.', office].join('\n\n'));
  const ran = await run('update', next, '--document', documentId, '--json');
  const lost = parse(shapes.update, ran).passages.find(({ before }) => before.quote === office);
  expect(lost).toMatchObject({ outcome: 'lost', after: null });
  expect(lost?.candidates.map(({ quote, prefix }) => [quote, prefix.trim().split('\n').at(-1)])).toEqual(
    expect.arrayContaining([
      [office, 'A first copy.'],
      [office, 'A second copy.'],
    ]),
  );
  const { stdout } = await run('update', next, '--document', documentId);
  expect(stdout.match(/^ {2}\d\.\d\d at \d+: …A? ?.*\[The shipping office promises/gm)).toHaveLength(2);
  expect((await client.call('documents.text', { documentId })).text).toContain('Villages');
});

test('versions with --remove deletes one of the document’s, and no other', { timeout }, async () => {
  const { client, documentId, run } = await seeded();
  const { version } = await client.call('versions.name', { documentId, name: 'Before spring' });
  const { version: kept } = await client.call('versions.name', { documentId, name: 'After spring' });
  const left = parse(shapes.versions, await run('versions', '--document', documentId, '--remove', version.id, '--json'));
  expect(left.versions.filter(({ kind }) => kind === 'named').map(({ id }) => id)).toEqual([kept.id]);
  const again = await run('versions', '--document', documentId, '--remove', version.id, '--json');
  expect(again.code).toBe(1);
  expect(parse(shapes.error, again).error.kind).toBe('not-found');
});

test('update with a file that cannot be read fails, and says why', { timeout }, async () => {
  const { documentId, next, run } = await seeded();
  const missing = await run('update', `${next}.gone`, '--document', documentId, '--json');
  expect(missing.code).toBe(1);
  expect(parse(shapes.error, missing).error).toMatchObject({ kind: 'not-found', message: expect.stringContaining('ferries-2.txt.gone') });
});
