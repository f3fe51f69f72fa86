import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createInbox } from '../../../main/engine/imports/threads/inbox.ts';
import type { Delivered } from '../../../main/engine/imports/threads/pool.ts';
import { createWriter } from '../../../main/engine/imports/write.ts';
import { newSession } from '../engine/kernel/bare-session.ts';

const names = ['harbour.txt', 'mill.txt'];
const files = names.map((name) => ({ name, size: 1, from: { bytes: new Uint8Array([97]) } }));
const empty: Delivered[] = files.map((file) => ({
  file,
  item: { name: file.name, outcome: { kind: 'failed', error: { kind: 'invalid', message: 'This file is empty.' } } },
  bytes: null,
}));

test('where no transaction can begin, each item fails with the reason, and nothing is waited for', () => {
  const { db, context } = newSession();
  db.pragma('query_only = ON');
  const inbox = createInbox();
  void inbox.put(empty, files);
  const writer = createWriter(context);
  writer.add(inbox);
  expect(inbox.take()).toBeUndefined();
  expect(writer.isEmpty()).toBe(false);
  const { lines, throughWith } = writer.end();
  expect(lines.map(({ line }) => [line.kind, line.line.name])).toEqual(names.map((name) => ['failed', name]));
  for (const { line } of lines) {
    expect(line).toMatchObject({ line: { error: { kind: 'storage', message: expect.stringMatching(/could not be written/) } } });
  }
  expect(throughWith).toEqual(files);
});

test('while another program writes, nothing is taken, and it is written when that is done', () => {
  const { db, file, context } = newSession();
  db.pragma('busy_timeout = 1');
  const other = new Sqlite(file);
  other.exec('BEGIN IMMEDIATE');
  const inbox = createInbox();
  void inbox.put(empty, files);
  const writer = createWriter(context);
  writer.add(inbox);
  expect(writer.isEmpty()).toBe(true);
  other.close();
  writer.add(inbox);
  expect(writer.end().lines.map(({ line }) => line)).toMatchObject(
    names.map((name) => ({ kind: 'failed', line: { name, error: { message: 'This file is empty.' } } })),
  );
});
