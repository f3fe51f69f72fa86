import { expect, test } from 'vitest';
import type { FileToRead } from '../../../main/engine/imports/prepared.ts';
import { createInbox } from '../../../main/engine/imports/threads/inbox.ts';
import type { Delivered } from '../../../main/engine/imports/threads/pool.ts';

const file: FileToRead = { name: 'harbour.txt', size: 1, from: { bytes: new Uint8Array([97]) } };

/** What a reader makes of a text of so many letters. */
function delivered(length: number): Delivered {
  const none = new Uint8Array();
  const streams = { exact: none, stems: none };
  return {
    file,
    item: {
      name: file.name,
      outcome: {
        kind: 'read',
        isChosen: false,
        said: [],
        document: {
          title: 'Harbour',
          language: 'en',
          words: 1,
          state: none,
          text: new Uint8Array(length),
          source: { author: '', publisher: '', url: '', published: null, accessed: null, reliability: null, credibility: null },
          index: { title: streams, body: streams },
          original: { mediaType: 'text/plain', sha256: '', part: '', readAs: '', encoding: null, notices: [] },
        },
      },
    },
    bytes: none,
  };
}

test('what comes is taken in its order', async () => {
  const inbox = createInbox();
  const waiting = inbox.wait(60_000);
  void inbox.put([delivered(10), delivered(20)], [file]);
  expect(await waiting).toBe('arrived');
  expect([inbox.take()?.kind, inbox.take()?.kind, inbox.take()?.kind, inbox.take()]).toEqual(['item', 'item', 'through', undefined]);
});

test('nobody waits in vain for more', async () => {
  const inbox = createInbox();
  expect(await inbox.wait(1)).toBe('nothing');
  void inbox.put([delivered(10)], []);
  inbox.close();
  expect(await inbox.wait(60_000)).toBe('arrived');
  inbox.take();
  expect(await inbox.wait(60_000)).toBe('closed');
});

test('a reader waits while the writer has more than it can hold', async () => {
  const inbox = createInbox();
  let mayGoOn = false;
  const waiting = inbox.put([delivered(17_000_000)], []).then(() => {
    mayGoOn = true;
  });
  expect(mayGoOn).toBe(false);
  inbox.take();
  await waiting;
  expect(mayGoOn).toBe(true);
});
