import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { connect, type EngineClient, type WatchedFolder } from '../../../contract/index.ts';
import { type EngineProcess, startEngine } from '../../../main/host/engine-process.ts';
import { jsonFile } from '../../../main/host/json-file.ts';
import { emptyRecord, WatchRecord } from '../../../main/host/watch/record.ts';
import { createWatch, type Watch } from '../../../main/host/watch/watch.ts';
import { makeZip } from '../imports/formats/make-zip.ts';
import { tempFolder } from './temp-folder.ts';

/** Each look starts an import in a real notebook. */
const slow = { timeout: 60_000 };
const wait = { timeout: 20_000 };

let folder: string;
let inbox: string;
let notebook: string;
let engine: EngineProcess;
let client: EngineClient;
let watch: Watch;
/** Files that the engine was asked to read. */
let asked: string[];

beforeEach(async () => {
  folder = tempFolder();
  inbox = join(folder, 'Inbox');
  mkdirSync(inbox);
  notebook = join(folder, 'Grain.armillary');
  const started = await startEngine({ file: notebook, mode: 'create' });
  onTestFinished(() => started.close());
  asked = [];
  engine = {
    ...started,
    grant(paths) {
      asked.push(...paths.map(({ name }) => name));
      return started.grant(paths);
    },
  };
  client = connect({ send: engine.send, onMessage: engine.onMessage, onClose: engine.onLost }, 'test');
  watch = startWatch();
});

function startWatch(): Watch {
  const store = jsonFile({
    path: join(folder, 'watched.json'),
    schema: WatchRecord,
    empty: emptyRecord(notebook),
    warn: expect.unreachable,
  });
  const begun = createWatch({ notebook, store, engine, tell: () => undefined, pause: 20 });
  onTestFinished(() => begun.end());
  return begun;
}

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(inbox, name), content);
const state = (): WatchedFolder | null => watch.state();
const came = () => state()?.report.imported.map(({ name }) => name);
const failures = () => state()?.report.failed.map(({ name, error }) => `${name}: ${error.kind}`);
const titles = async () => (await client.call('documents.list', {})).map(({ title }) => title).toSorted();

describe('a watched folder', slow, () => {
  test('what lies in it already is left out or comes in, as the analyst wishes; what comes later comes in', async () => {
    put('there before.txt', 'Rye was sold at the lower gate.');
    await watch.begin(inbox, false);
    put('new.txt', 'Barley was sold at the upper gate.');
    await expect.poll(came, wait).toEqual(['new.txt']);
    expect(state()).toMatchObject({ state: 'watching', today: 1, coming: 0 });

    await watch.begin(inbox, true);
    await expect.poll(came, wait).toEqual(['there before.txt']);
    expect(await titles()).toEqual(['Barley was sold at the upper gate.', 'Rye was sold at the lower gate.']);
    // The one that the notebook has by then is said to be there.
    expect(state()?.report.skipped.map(({ name }) => name)).toEqual(['new.txt']);
  });

  test('a file that fails stays listed and is not tried again and again', async () => {
    await watch.begin(inbox, false);
    put('minutes.docx', Buffer.from('504b030414000600080000002100', 'hex'));
    put('good.txt', 'The mill stood still in March.');
    await expect.poll(failures, wait).toEqual(['minutes.docx: invalid']);
    put('another.txt', 'The mill turned again in April.');
    await expect.poll(came, wait).toEqual(['another.txt', 'good.txt']);
    expect(asked.filter((name) => name === 'minutes.docx')).toHaveLength(1);

    watch.change('try-again');
    await expect.poll(() => asked.filter((name) => name === 'minutes.docx').length, wait).toBe(2);
    await expect.poll(failures, wait).toEqual(['minutes.docx: invalid']);
    watch.change('clear');
    expect(state()?.report).toMatchObject({ imported: [], failed: [] });
  });

  test('a file that failed comes in when it was put right, and is listed no more when it is gone', async () => {
    await watch.begin(inbox, false);
    put('notes.txt', '');
    put('empty.txt', '');
    await expect.poll(failures, wait).toEqual(['empty.txt: invalid', 'notes.txt: invalid']);
    put('notes.txt', 'The notes were written later.');
    await expect.poll(came, wait).toEqual(['notes.txt']);
    expect(failures()).toEqual(['empty.txt: invalid']);
    rmSync(join(inbox, 'empty.txt'));
    await expect.poll(failures, wait).toEqual([]);
  });

  test('a file of an archive fails alone', async () => {
    await watch.begin(inbox, false);
    const letter = { name: 'letter.txt', content: Buffer.from('The ferry ran twice a day.') };
    put('may.zip', makeZip([letter, { name: 'film.mp4', content: Buffer.from('no text') }]));
    await expect.poll(came, wait).toEqual(['may.zip/letter.txt']);
    expect(failures()).toEqual(['may.zip/film.mp4: unsupported']);
  });

  test('a file that changed after it came in is told and does not come in twice; touched alone, it is not', async () => {
    await watch.begin(inbox, false);
    put('log.txt', 'Monday: three carts.');
    await expect.poll(came, wait).toEqual(['log.txt']);
    utimesSync(join(inbox, 'log.txt'), new Date(), new Date(2030, 0, 1));
    put('other.txt', 'Two carts went back.');
    await expect.poll(came, wait).toEqual(['other.txt', 'log.txt']);
    expect(state()?.report.skipped).toEqual([]);

    put('log.txt', 'Monday: three carts. Tuesday: none.');
    await expect
      .poll(() => state()?.report.skipped, wait)
      .toMatchObject([{ name: 'log.txt', reason: expect.stringContaining('changed since') }]);
    expect(await titles()).toEqual(['Monday: three carts.', 'Two carts went back.']);
  });

  test('a folder that vanishes is said, and picked up again when it returns', async () => {
    await watch.begin(inbox, false);
    renameSync(inbox, `${inbox} away`);
    await expect.poll(state, wait).toMatchObject({ state: 'away', reason: expect.stringContaining('is not there') });
    renameSync(`${inbox} away`, inbox);
    put('after.txt', 'The disk was plugged in again.');
    await expect.poll(came, wait).toEqual(['after.txt']);
    expect(state()).toMatchObject({ state: 'watching', reason: '' });
  });

  test('paused, nothing comes in; afterwards what came meanwhile does', async () => {
    await watch.begin(inbox, false);
    watch.change('pause');
    put('meanwhile.txt', 'Nobody was looking.');
    expect(state()?.state).toBe('paused');
    watch.end();
    watch = startWatch();
    expect(state()?.state).toBe('paused');
    watch.change('go-on');
    await expect.poll(came, wait).toEqual(['meanwhile.txt']);
  });

  test('is watched again when the notebook is opened again: what came meanwhile comes in, and nothing twice', async () => {
    await watch.begin(inbox, false);
    put('first.txt', 'The first letter.');
    put('empty.txt', '');
    await expect.poll(came, wait).toEqual(['first.txt']);
    watch.end();
    put('second.txt', 'The second letter.');
    watch = startWatch();
    await expect.poll(came, wait).toEqual(['second.txt', 'first.txt']);
    expect(failures()).toEqual(['empty.txt: invalid']);
    expect(asked.toSorted()).toEqual(['empty.txt', 'first.txt', 'second.txt']);
  });

  test('stopped, it is forgotten, and what came in stays', async () => {
    await watch.begin(inbox, false);
    put('kept.txt', 'It stays in the notebook.');
    await expect.poll(came, wait).toEqual(['kept.txt']);
    watch.change('stop');
    expect(state()).toBeNull();
    expect(() => watch.change('pause')).toThrow('No folder is watched');
    expect(await titles()).toEqual(['It stays in the notebook.']);
  });

  test('a folder that is not there is refused, and the one before is watched on', async () => {
    await watch.begin(inbox, false);
    await expect(watch.begin(join(folder, 'nowhere'), true)).rejects.toMatchObject({ kind: 'not-found' });
    put('still.txt', 'The old folder is looked at.');
    await expect.poll(came, wait).toEqual(['still.txt']);
  });
});
