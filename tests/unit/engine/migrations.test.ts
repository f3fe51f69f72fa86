import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openEngine } from '../../../main/engine/engine.ts';
import { openDatabase } from '../../../main/engine/kernel/database.ts';
import { findMigrations, type Migration, migrate, readMigrations } from '../../../main/engine/kernel/migrate.ts';
import { createNotebook } from '../../../main/engine/notebook/index.ts';
import { dump } from './notebook.ts';

const ours = readMigrations(findMigrations());
const now = () => '2026-01-02T03:04:05.678Z';

/** An empty notebook's file and the way to open it again. */
function newFile(): { file: string; folder: string; db: Database } {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-test-'));
  const file = join(folder, 'x.armillary');
  const db = openDatabase(file, 'create');
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  return { file, folder, db };
}

/** A notebook of the first migration, with its analyst and spheres. */
function seeded() {
  const made = newFile();
  migrate(made.db, made.file, ours.slice(0, 1), now);
  createNotebook(made.db, { analyst: 'Ada', now, newId: randomUUID });
  return made;
}

function made(number: number, sql: string): Migration {
  return { number, name: `000${number}-made-up`, sql, sha256: `${number}`.repeat(64) };
}

function namesOf(db: Database, type: string): string[] {
  return db
    .prepare<[string], { name: string }>('SELECT name FROM sqlite_schema WHERE type = ? ORDER BY name')
    .all(type)
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_') && !/_index_(config|content|data|docsize|idx)$/.test(name));
}

describe('the first migration', () => {
  test('makes the whole schema of an empty file, without a backup', () => {
    const { file, folder, db } = newFile();
    migrate(db, file, ours.slice(0, 1), now);
    expect(namesOf(db, 'table')).toEqual([
      'analysts',
      'bodies',
      'document_index',
      'documents',
      'index_queue',
      'migrations',
      'note_index',
      'notebook',
      'notes',
      'originals',
      'passage_index',
      'passages',
      'sources',
      'spheres',
      'taggings',
    ]);
    expect(db.prepare('SELECT number, name, sha256, applied_at FROM migrations').all()).toEqual([
      { number: 1, name: '0001-notebook', sha256: ours[0]?.sha256, applied_at: now() },
    ]);
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    expect(readdirSync(folder).filter((name) => name.includes('backup'))).toEqual([]);
  });

  test('makes strict tables whose keys hold', () => {
    const { db } = seeded();
    const loose = db.prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
    );
    expect(loose.all()).toEqual([]);
    expect(() => db.exec("INSERT INTO bodies VALUES ('nobody', '{}', '')")).toThrow(/FOREIGN KEY/);
    expect(() => db.exec("UPDATE spheres SET underline = 'zigzag'")).toThrow(/CHECK/);
  });
});

describe('a later migration', () => {
  test('finds what the notebook holds as it was, after a backup', () => {
    const { file, db } = seeded();
    const before = dump(file);
    migrate(db, file, [...ours.slice(0, 1), made(2, 'CREATE TABLE searches (id TEXT PRIMARY KEY) STRICT')], now);
    expect(dump(file)).toEqual(before);
    expect(namesOf(db, 'table')).toContain('searches');
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(dump(`${file}.backup-v1`)).toEqual(before);
    const backup = new Sqlite(`${file}.backup-v1`, { readonly: true });
    expect(namesOf(backup, 'table')).not.toContain('searches');
    backup.close();
  });

  test('that fails leaves the notebook as it was, those before it too', () => {
    const { file, db } = seeded();
    const before = dump(file);
    const failing = [...ours.slice(0, 1), made(2, 'CREATE TABLE searches (id TEXT) STRICT'), made(3, 'INSERT INTO nowhere VALUES (1)')];
    expect(() => migrate(db, file, failing, now)).toThrow(/nowhere/);
    expect(namesOf(db, 'table')).not.toContain('searches');
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(dump(file)).toEqual(before);
  });

  test('that breaks what refers to what is taken back', () => {
    const { file, db } = seeded();
    const breaking = [...ours.slice(0, 1), made(2, 'DELETE FROM analysts')];
    expect(() => migrate(db, file, breaking, now)).toThrowError(expect.objectContaining({ kind: 'corrupt' }));
    expect(db.prepare('SELECT name FROM analysts').all()).toEqual([{ name: 'Ada' }]);
  });
});

describe('a notebook that is not ours to change', () => {
  test.each([
    ['from a newer program', 'PRAGMA user_version = 99', 'unsupported', /newer Armillary/],
    ['with another first migration', `UPDATE migrations SET sha256 = '${'0'.repeat(64)}'`, 'corrupt', /different build/],
    ['whose record of migrations is gone', 'DELETE FROM migrations', 'corrupt', /different build/],
  ])('%s is refused in words and left alone', (_, sql, kind, message) => {
    const { file, folder, db } = seeded();
    db.exec(sql);
    const before = dump(file);
    expect(() => openEngine({ file, mode: 'open' })).toThrowError(
      expect.objectContaining({ kind, message: expect.stringMatching(message) }),
    );
    expect(dump(file)).toEqual(before);
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('backup'))).toEqual([]);
  });
});
