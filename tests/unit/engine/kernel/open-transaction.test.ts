import Sqlite, { type Database } from 'better-sqlite3';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Changed } from '../../../../contract/index.ts';
import type { Context } from '../../../../main/engine/kernel/context.ts';
import { newSession, now } from './bare-session.ts';

let db: Database;
let outside: Database;
let context: Context;
let told: Changed[];
beforeEach(() => {
  const session = newSession();
  ({ db, context, told } = session);
  outside = new Sqlite(session.file, { readonly: true });
  onTestFinished(() => {
    outside.close();
  });
});

const add = (text: string) => db.prepare('INSERT INTO searched (text, searched_at) VALUES (?, ?)').run(text, now());
const textsIn = (of: Database) => of.prepare('SELECT text FROM searched ORDER BY text').pluck().all();
const disk = () => textsIn(outside);

test('this program sees what it did so far, others when it has ended', () => {
  const transaction = context.begin(() => add('ports'));
  transaction.more((change) => {
    add('grain');
    change.changed('searches');
  });
  transaction.more(() => add('harvest'));
  expect(textsIn(db)).toEqual(['grain', 'harvest']);
  expect(disk()).toEqual([]);
  expect(told).toEqual([]);
  transaction.end();
  expect(disk()).toEqual(['grain', 'harvest', 'ports']);
  expect(told.map(({ nouns }) => nouns)).toEqual([['searches']]);
  expect(transaction.isOpen()).toBe(false);
});

test('what its parts changed is told when it has ended, once, whoever ends it', () => {
  const transaction = context.begin(() => add('ports'));
  transaction.more((change) => change.changed('documents', { id: 'binned', revision: 2 }));
  transaction.more((change) => change.changed('collections'));
  expect(told).toEqual([]);
  context.write((change) => change.changed('spheres'));
  transaction.end();
  expect(told.map(({ nouns, documents }) => [nouns, documents])).toEqual([
    [['documents', 'collections'], [{ id: 'binned', revision: 2 }]],
    [['spheres'], []],
  ]);
});

test('what a transaction that failed would have changed is never told', () => {
  const transaction = context.begin(() => undefined);
  transaction.more((change) => {
    add('grain');
    change.changed('documents', { id: 'grain', revision: 1 });
  });
  expect(() => transaction.more(() => add('grain'))).toThrow(/UNIQUE/);
  context.write((change) => change.changed('spheres'));
  expect(told.map(({ nouns }) => nouns)).toEqual([['spheres']]);
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
