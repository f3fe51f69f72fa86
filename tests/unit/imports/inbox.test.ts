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
        said: [],
        document: {
          title: 'Harbour',
          language: 'en',
          words: 1,
          state: none,
          text: new Uint8Array(length),
          source: { author: '', publisher: '', url: '', published: null, accessed: null, reliability: null, credibility: null },
          index: { title: streams, body: streams },
          original: { mediaType: 'text/plain', sha256: '', part: '', encoding: null, notices: [] },
        },
      },
    },
    bytes: none,
  };
}

test('what comes is gathered until it is worth a transaction', async () => {
  const inbox = createInbox();
  let isTold = false;
  const told = inbox.some().then((some) => {
    isTold = some;
  });
  void inbox.put([delivered(1_000_000)], []);
  await Promise.resolve();
  expect(isTold).toBe(false);
  void inbox.put([delivered(2_000_000)], [file]);
  await told;
  expect(isTold).toBe(true);
  expect([inbox.take()?.kind, inbox.take()?.kind, inbox.take()?.kind, inbox.take()]).toEqual(['item', 'item', 'through', undefined]);
});

test('a little is written too when no more comes', async () => {
  const inbox = createInbox();
  void inbox.put([delivered(10)], [file]);
  expect(await inbox.some()).toBe(true);
  inbox.take();
  inbox.take();
  inbox.close();
  expect(await inbox.some()).toBe(false);
});

test('a reader waits while the writer has more than it can hold', async () => {
  const inbox = createInbox();
  let mayGoOn = false;
  const waiting = inbox.put([delivered(7_000_000)], []).then(() => {
    mayGoOn = true;
  });
  await inbox.some();
  expect(mayGoOn).toBe(false);
  inbox.take();
  await waiting;
  expect(mayGoOn).toBe(true);
});
