import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { HostMessage, ShellMethodName } from '../../../contract/index.ts';
import { createEngines } from '../../../main/host/engines.ts';
import { createHost, type Host } from '../../../main/host/host.ts';
import { createWindowSession, type WindowDoors } from '../../../main/host/window-session.ts';
import { tempFolder } from './temp-folder.ts';

/** A host whose engines make their files and otherwise only say when they are told to die. */
function setUp() {
  const folder = tempFolder();
  const dying: ((reason: string) => void)[] = [];
  const started: string[] = [];
  const made = createHost({
    kind: 'desktop',
    version: '1.2.3',
    folders: { settings: join(folder, 'settings'), notebooks: join(folder, 'notebooks') },
    engineNode: null,
    warn: () => undefined,
  });
  const host: Host = {
    ...made,
    engines: createEngines(async ({ file }) => {
      started.push(file);
      writeFileSync(file, '');
      return {
        grant: () => '',
        send: () => undefined,
        onMessage: () => () => undefined,
        onLost(listener) {
          dying.push(listener);
          return () => dying.splice(dying.indexOf(listener), 1);
        },
        close: async () => undefined,
      };
    }, made.watches.accompany),
  };
  mkdirSync(host.folders.notebooks, { recursive: true });
  return {
    folder,
    host,
    started,
    die: (reason: string) => {
      for (const listener of [...dying]) listener(reason);
    },
  };
}

function openWindow(host: Host, doors: Partial<WindowDoors> = {}) {
  const heard: HostMessage[] = [];
  const waiting = new Map<number, (message: HostMessage) => void>();
  const nothing = async () => null;
  const session = createWindowSession(host, {
    send(message) {
      heard.push(message);
      if (message.type === 'answer' || message.type === 'refusal') waiting.get(message.id)?.(message);
    },
    chooseNewNotebook: nothing,
    chooseNotebook: nothing,
    newWindow: () => ({}),
    pickFiles: () => [],
    chooseFolder: async () => null,
    chooseWatched: async () => null,
    saveFile: () => null,
    openLink: () => ({ opened: false }),
    reveal: () => undefined,
    notebookChanged: () => undefined,
    ...doors,
  });
  let last = 0;
  const call = (method: ShellMethodName | string, params: unknown) =>
    new Promise<HostMessage>((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      session.receive({ type: 'shell', id: last, method, params });
    });
  return { session, heard, call, events: () => heard.flatMap((message) => (message.type === 'event' ? [message.event.type] : [])) };
}

const refused = (kind: string) => expect.objectContaining({ type: 'refusal', error: expect.objectContaining({ kind }) });
const answered = (value: unknown) => expect.objectContaining({ type: 'answer', value });

describe('what a window may ask', () => {
  test.each([
    null,
    'text',
    7,
    [],
    {},
    { type: 'shell' },
    { type: 'shell', id: 'x', method: 'state' },
    { type: 'engine', message: { type: 'call' } },
  ])('%j is not a message, and nothing is done', (message) => {
    const { session, heard } = openWindow(setUp().host);
    expect(session.receive(message)).toBe(false);
    expect(heard).toEqual([]);
  });

  test('an unknown method, or one that every object has, is invalid', async () => {
    const { call } = openWindow(setUp().host);
    for (const method of ['eraseDisk', 'toString', '__proto__']) expect(await call(method, {})).toEqual(refused('invalid'));
  });

  test('parameters of another shape are invalid', async () => {
    const { call } = openWindow(setUp().host);
    expect(await call('newNotebook', { name: 7 })).toEqual(refused('invalid'));
    expect(await call('openNotebook', null)).toEqual(refused('invalid'));
    expect(await call('setPreferences', { preferences: 'dark' })).toEqual(refused('invalid'));
  });

  test('a failure nobody foresaw is told without its stack', async () => {
    const { call } = openWindow(setUp().host, {
      pickFiles() {
        throw new TypeError('x is not a function');
      },
    });
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const answer = await call('pickFiles', {});
    expect(answer).toEqual(refused('internal'));
    expect(log).toHaveBeenCalledWith('armillary:', expect.any(TypeError));
    log.mockRestore();
    expect(JSON.stringify(answer)).not.toContain('.ts:');
  });
});

describe('the notebook of a window', () => {
  test('made by name, it lies in the notebooks’ folder and is on the recent list', async () => {
    const { host } = setUp();
    const { call } = openWindow(host);
    const file = join(host.folders.notebooks, 'Energy.armillary');
    expect(await call('newNotebook', { name: 'Energy' })).toEqual(answered({ file, name: 'Energy' }));
    expect(await call('state', {})).toEqual(
      answered(
        expect.objectContaining({
          kind: 'desktop',
          version: '1.2.3',
          notebook: { file, name: 'Energy' },
          recent: [expect.objectContaining({ file })],
        }),
      ),
    );
  });

  test('a file that is there is never made anew, whatever the dialog said', async () => {
    const { host, folder, started } = setUp();
    const taken = join(folder, 'taken.armillary');
    writeFileSync(taken, 'work of years');
    const { call } = openWindow(host, { chooseNewNotebook: async () => taken });
    expect(await call('newNotebook', {})).toEqual(refused('conflict'));
    expect(started).toEqual([]);
  });

  test('a cancelled dialog changes nothing', async () => {
    const { call, session } = openWindow(setUp().host);
    expect(await call('newNotebook', {})).toEqual(answered(null));
    expect(await call('openNotebook', {})).toEqual(answered(null));
    expect(session.file()).toBeNull();
  });

  test('by its path, only one of the recent list is opened', async () => {
    const { host, folder } = setUp();
    const elsewhere = join(folder, 'private.armillary');
    writeFileSync(elsewhere, '');
    const { call } = openWindow(host);
    expect(await call('openNotebook', { recent: elsewhere })).toEqual(refused('not-found'));
    host.recent.opened(elsewhere);
    expect(await call('openNotebook', { recent: elsewhere })).toEqual(answered({ file: elsewhere, name: 'private' }));
  });

  test('where the next one cannot be opened, the window keeps the one it has', async () => {
    const { host, folder } = setUp();
    const { call, session } = openWindow(host);
    await call('newNotebook', { name: 'Energy' });
    const kept = session.file();
    host.recent.opened(join(folder, 'gone.armillary'));
    expect(await call('openNotebook', { recent: join(folder, 'gone.armillary') })).toEqual(refused('not-found'));
    expect(session.file()).toBe(kept);
  });

  test('whose engine died is told with words, and is opened again when the window next asks', async () => {
    const { host, die, started } = setUp();
    const { call, heard, session } = openWindow(host);
    await call('newNotebook', { name: 'Energy' });
    die('It stopped.');
    expect(heard).toContainEqual({ type: 'engine-lost', reason: 'It stopped.' });
    expect(session.file()).toBeNull();
    expect(await call('state', {})).toEqual(answered(expect.objectContaining({ notebook: expect.objectContaining({ name: 'Energy' }) })));
    expect(started).toHaveLength(2);
  });
});

describe('saving before the end', () => {
  const atWork = { type: 'engine', message: { type: 'call', id: 1, client: 'c', method: 'notebook.info', params: {} } };

  async function working() {
    const window = openWindow(setUp().host);
    await window.call('newNotebook', { name: 'Energy' });
    window.session.receive(atWork);
    return window;
  }

  test('a window that never spoke to its engine has nothing to save and is not asked', async () => {
    const { session, events } = openWindow(setUp().host);
    expect(await session.flush(0)).toEqual({ kind: 'saved' });
    expect(events()).toEqual([]);
  });

  test.each([
    [null, { kind: 'saved' }],
    ['The disk is full.', { kind: 'problem', problem: 'The disk is full.' }],
  ])('a window that answers %j', async (problem, outcome) => {
    const { session, call, events } = await working();
    const flushed = session.flush(60_000);
    expect(events()).toContain('flush');
    await call('flushed', { problem });
    expect(await flushed).toEqual(outcome);
  });

  test('a window that does not answer, or goes away meanwhile, is silent', async () => {
    const { session } = await working();
    expect(await session.flush(0)).toEqual({ kind: 'silent' });
    const flushed = session.flush(60_000);
    await session.close();
    expect(await flushed).toEqual({ kind: 'silent' });
  });
});

test('preferences are told to the other windows, and not back to the one that set them', async () => {
  const { host } = setUp();
  const [one, other] = [openWindow(host), openWindow(host)];
  await one.call('setPreferences', { preferences: { theme: 'dark' } });
  expect(one.events()).toEqual([]);
  expect(other.events()).toEqual(['state']);
  expect(await other.call('state', {})).toEqual(answered(expect.objectContaining({ preferences: { theme: 'dark' } })));
});

describe('a watched folder', () => {
  test('is named, paused and stopped by a window with a notebook; every window of it hears', async () => {
    const { host, folder } = setUp();
    const inbox = join(folder, 'Inbox');
    mkdirSync(inbox);
    const one = openWindow(host, { chooseWatched: async () => inbox });
    await one.call('newNotebook', { name: 'Grain' });
    const two = openWindow(host);
    await two.session.open(one.session.file() ?? '', 'open');
    expect(await one.call('watched', {})).toEqual(answered(null));
    expect(await one.call('watchFolder', { present: false })).toEqual(
      answered(expect.objectContaining({ folder: inbox, state: 'watching' })),
    );
    expect(await two.call('watched', {})).toEqual(answered(expect.objectContaining({ folder: inbox })));
    expect(two.events()).toContain('watched');
    expect(await two.call('changeWatched', { change: 'pause' })).toEqual(answered(expect.objectContaining({ state: 'paused' })));
    expect(await one.call('changeWatched', { change: 'stop' })).toEqual(answered(null));
    expect(await one.call('changeWatched', { change: 'pause' })).toEqual(refused('not-found'));
  });

  test('needs a notebook; a choice that is cancelled changes nothing', async () => {
    const { host, folder } = setUp();
    expect(await openWindow(host, { chooseWatched: async () => folder }).call('watchFolder', { present: true })).toEqual(
      refused('not-found'),
    );
    const window = openWindow(host);
    await window.call('newNotebook', { name: 'Grain' });
    expect(await window.call('watchFolder', { present: true })).toEqual(answered(null));
    expect(await window.call('watched', {})).toEqual(answered(null));
  });

  test('belongs to its notebook, and not to another one made under its name', async () => {
    const { host, folder } = setUp();
    const window = openWindow(host, { chooseWatched: async () => folder });
    await window.call('newNotebook', { name: 'Grain' });
    const file = window.session.file() ?? '';
    await window.call('watchFolder', { present: false });
    await window.call('newNotebook', { name: 'Salt' });
    expect(await window.call('watched', {})).toEqual(answered(null));
    await window.session.open(file, 'open');
    expect(await window.call('watched', {})).toEqual(answered(expect.objectContaining({ folder })));
    await window.call('closeNotebook', {});
    rmSync(file);
    await window.call('newNotebook', { name: 'Grain' });
    expect(await window.call('watched', {})).toEqual(answered(null));
    await window.session.close();
  });
});
