import { expect, test } from 'vitest';
import type { Changed, ClientMessage, EngineMessage, Wire } from '../../../contract/index.ts';
import { steadyClient } from '../../../renderer/engine/steady-client.ts';

/** A wire whose other end is the test. */
function wireToTest() {
  const sent: ClientMessage[] = [];
  const onMessage = new Set<(message: EngineMessage) => void>();
  const onClose = new Set<(reason: string) => void>();
  const wire: Wire = {
    send: (message) => sent.push(message),
    onMessage(listener) {
      onMessage.add(listener);
      return () => onMessage.delete(listener);
    },
    onClose(listener) {
      onClose.add(listener);
      return () => onClose.delete(listener);
    },
  };
  const deliver = (message: EngineMessage) => {
    for (const listener of onMessage) listener(message);
  };
  const close = (reason: string) => {
    for (const listener of onClose) listener(reason);
  };
  return { wire, sent, deliver, close };
}

const aChange: Changed = { nouns: ['notes'], documents: [], client: null };

test('calls before the first connection say so', async () => {
  await expect(steadyClient('window').call('spheres.list', {})).rejects.toThrow('not open yet');
});

test('a lost connection is told of, and the next one carries on for those who listen', async () => {
  const client = steadyClient('window');
  const [first, second] = [wireToTest(), wireToTest()];
  const changes: Changed[] = [];
  const losses: string[] = [];
  client.onChanged((changed) => changes.push(changed));
  client.onClose((reason) => losses.push(reason));

  client.attach(first.wire);
  first.deliver({ type: 'changed', changed: aChange });
  expect(changes).toEqual([aChange]);

  const waiting = client.call('spheres.list', {});
  first.close('The engine stopped.');
  await expect(waiting).rejects.toThrow('The engine stopped.');
  expect(losses).toEqual(['The engine stopped.']);

  client.attach(second.wire);
  // Anything may have changed meanwhile.
  expect(changes.at(-1)).toMatchObject({ documents: null, nouns: expect.arrayContaining(['documents', 'passages']) });
  const again = client.call('spheres.list', {});
  second.deliver({ type: 'result', id: 1, client: 'window', value: [] });
  await expect(again).resolves.toEqual([]);
});

test('what an older connection still says is not heard', () => {
  const client = steadyClient('window');
  const [first, second] = [wireToTest(), wireToTest()];
  client.attach(first.wire);
  client.attach(second.wire);
  const changes: Changed[] = [];
  client.onChanged((changed) => changes.push(changed));
  first.deliver({ type: 'changed', changed: aChange });
  expect(changes).toEqual([]);
});
