import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Changed } from '../../../../contract/index.ts';
import type { Context } from '../../../../main/engine/kernel/context.ts';
import { openDatabase } from '../../../../main/engine/kernel/database.ts';
import { findMigrations, migrate, readMigrations } from '../../../../main/engine/kernel/migrate.ts';
import { startSession } from '../../../../main/engine/kernel/session.ts';
import { trackSteps } from '../../../../main/engine/kernel/steps.ts';

const now = () => '2026-11-24T00:00:00.000Z';

let folder: string;
let db: Database;
let outside: Database;
let context: Context;
let told: Changed[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'armillary-open-'));
  const file = join(folder, 'Grain.armillary');
  db = openDatabase(file, 'create');
  migrate(db, file, readMigrations(findMigrations()), now);
  outside = new Sqlite(file, { readonly: true });
  told = [];
  const contextOf = startSession({
    db,
    file,
    steps: trackSteps(db),
    analystId: () => '',
    now,
    newId: () => '',
    drain: () => undefined,
    granted: () => undefined,
    tell: (changed) => told.push(changed),
  });
  context = contextOf({ client: 'test', signal: new AbortController().signal, progress: () => undefined });
});
afterEach(() => {
  outside.close();
  db.close();
  rmSync(folder, { recursive: true });
});

const add = (text: string) => db.prepare('INSERT INTO searched (text, searched_at) VALUES (?, ?)').run(text, now());
const textsIn = (of: Database) => of.prepare('SELECT text FROM searched ORDER BY text').pluck().all();
const disk = () => textsIn(outside);

test('this program sees what it did so far, others when it has ended', () => {
  const transaction = context.begin((change) => {
    add('ports');
    change.changed('searches');
  });
  transaction.more(() => add('grain'));
  transaction.more(() => add('harvest'));
  expect(textsIn(db)).toEqual(['grain', 'harvest']);
  expect(disk()).toEqual([]);
  expect(told).toEqual([]);
  transaction.end();
  expect(disk()).toEqual(['grain', 'harvest', 'ports']);
  expect(told.map(({ nouns }) => nouns)).toEqual([['searches']]);
  expect(transaction.isOpen()).toBe(false);
});

test('a call that writes meanwhile has it ended first: both are on disk', () => {
  const transaction = context.begin(() => add('ports'));
  transaction.more(() => add('grain'));
  context.write(() => add('typed'));
  expect(disk()).toEqual(['grain', 'ports', 'typed']);
  expect(transaction.isOpen()).toBe(false);
  expect(() => transaction.more(() => add('too late'))).toThrow(/ended/);
  transaction.end();
  expect(disk()).toEqual(['grain', 'ports', 'typed']);
});

test('where a part of it fails, nothing of it is kept, and what is written then is', () => {
  const transaction = context.begin(() => add('ports'));
  transaction.more(() => add('grain'));
  expect(() => transaction.more(() => add('grain'))).toThrow(/UNIQUE/);
  expect(transaction.isOpen()).toBe(false);
  context.write(() => add('typed'));
  expect(() => transaction.end()).toThrow(/UNIQUE/);
  expect(disk()).toEqual(['typed']);
});

test('where its end fails that a writing call asked for, that call stands, and whoever began it hears of it', () => {
  const transaction = context.begin(() => add('grain'));
  transaction.more(() => add('grain'));
  context.write(() => add('typed'));
  expect(disk()).toEqual(['typed']);
  expect(() => transaction.end()).toThrow(/UNIQUE/);
});

test('another can begin as soon as it has ended', () => {
  context.begin(() => add('ports')).more(() => add('grain'));
  context.begin(() => add('rails')).end();
  expect(disk()).toEqual(['grain', 'ports', 'rails']);
});
