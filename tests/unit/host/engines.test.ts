import { describe, expect, test } from 'vitest';
import type { ClientMessage, EngineMessage } from '../../../contract/index.ts';
import type { EngineProcess } from '../../../main/host/engine-process.ts';
import { createEngines, type LeaseListeners } from '../../../main/host/engines.ts';

/** Stands in for a thread: notes what it is sent and says what the test has it say. */
function fakeEngine() {
  const sent: ClientMessage[] = [];
  const messages = new Set<(message: EngineMessage) => void>();
  const losses = new Set<(reason: string) => void>();
  let letGo: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const process: EngineProcess = {
    grant: () => '',
    send: (message) => sent.push(message),
    onMessage(listener) {
      messages.add(listener);
      return () => messages.delete(listener);
    },
    onLost(listener) {
      losses.add(listener);
      return () => losses.delete(listener);
    },
    close: () => gone,
  };
  return {
    process,
    sent,
    letGo: () => letGo(),
    say: (message: EngineMessage) => {
      for (const listener of [...messages]) listener(message);
    },
    die: (reason: string) => {
      for (const listener of [...losses]) listener(reason);
    },
  };
}

function setUp() {
  const started: ReturnType<typeof fakeEngine>[] = [];
  const engines = createEngines(async () => {
    const engine = fakeEngine();
    started.push(engine);
    return engine.process;
  });
  return { engines, started };
}

function listener() {
  const heard: (EngineMessage | string)[] = [];
  const listeners: LeaseListeners = { onMessage: (message) => heard.push(message), onLost: (reason) => heard.push(reason) };
  return { heard, listeners };
}

const start = { file: '/nowhere/n.armillary', mode: 'open' } as const;
const call = (client: string, id: number): ClientMessage => ({ type: 'call', client, id, method: 'notebook.info', params: {} });
const result = (client: string, id: number): EngineMessage => ({ type: 'result', client, id, value: {} });

describe('one engine a notebook', () => {
  test('two windows share it, and the last to leave closes it', async () => {
    const { engines, started } = setUp();
    const first = await engines.lease(start, listener().listeners);
    const second = await engines.lease(start, listener().listeners);
    expect(started).toHaveLength(1);
    await first.leave();
    await engines.lease({ ...start, file: '/nowhere/other.armillary' }, listener().listeners);
    expect(started).toHaveLength(2);
    const left = second.leave();
    started[0]?.letGo();
    await left;
  });

  test('the same notebook is opened again only when the engine before has let go of it', async () => {
    const { engines, started } = setUp();
    const first = await engines.lease(start, listener().listeners);
    const left = first.leave();
    const again = engines.lease(start, listener().listeners);
    await Promise.resolve();
    expect(started).toHaveLength(1);
    started[0]?.letGo();
    await left;
    await again;
    expect(started).toHaveLength(2);
  });

  test('an engine that could not start is not kept', async () => {
    let tries = 0;
    const engines = createEngines(async () => {
      tries += 1;
      throw new Error(`try ${tries}`);
    });
    await expect(engines.lease(start, listener().listeners)).rejects.toThrow('try 1');
    await expect(engines.lease(start, listener().listeners)).rejects.toThrow('try 2');
  });

  test('an engine that died is told to its windows, and the next one starts afresh', async () => {
    const { engines, started } = setUp();
    const window = listener();
    await engines.lease(start, window.listeners);
    started[0]?.die('It stopped.');
    expect(window.heard).toEqual(['It stopped.']);
    await engines.lease(start, listener().listeners);
    expect(started).toHaveLength(2);
  });
});

describe('what a window hears', () => {
  test('answers to its own calls and every change, not the answers of others', async () => {
    const { engines, started } = setUp();
    const [one, other] = [listener(), listener()];
    const lease = await engines.lease(start, one.listeners);
    (await engines.lease(start, other.listeners)).send(call('other', 1));
    lease.send(call('one', 1));
    const changed: EngineMessage = { type: 'changed', changed: { nouns: ['notes'], documents: [], client: 'one' } };
    for (const message of [result('one', 1), result('other', 1), changed]) started[0]?.say(message);
    expect(one.heard).toEqual([result('one', 1), changed]);
    expect(other.heard).toEqual([result('other', 1), changed]);
  });

  test('a window that leaves cancels what it still waits for, and hears no more', async () => {
    const { engines, started } = setUp();
    const window = listener();
    const lease = await engines.lease(start, window.listeners);
    await engines.lease(start, listener().listeners);
    lease.send(call('one', 1));
    lease.send(call('one', 2));
    started[0]?.say(result('one', 1));
    await lease.leave();
    started[0]?.say(result('one', 2));
    expect(started[0]?.sent.at(-1)).toEqual({ type: 'cancel', client: 'one', id: 2 });
    expect(window.heard).toEqual([result('one', 1)]);
  });
});
