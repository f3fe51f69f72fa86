import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { ArmillaryError } from '../../../contract/index.ts';
import { sha256Of } from './sha256.ts';

export interface Migration {
  number: number;
  /** The file's name without `.sql`. */
  name: string;
  sql: string;
  sha256: string;
}

/** The program's own migrations: the nearest folder `migrations/` above this file, in sources and in a bundle alike. */
export function findMigrations(from: string = import.meta.dirname): string {
  const folder = join(from, 'migrations');
  if (existsSync(join(folder, '0001-notebook.sql'))) return folder;
  if (dirname(from) === from) throw new Error('the folder migrations/ is not part of this installation');
  return findMigrations(dirname(from));
}

/** Reads `0001-….sql` and on. Throws where numbers are missing or double. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((fileName, index) => {
    const number = Number.parseInt(fileName, 10);
    if (number !== index + 1) throw new Error(`migration ${fileName} stands where ${index + 1} is due`);
    const sql = readFileSync(join(folder, fileName), 'utf8');
    return { number, name: fileName.replace(/\.sql$/, ''), sql, sha256: sha256Of(sql) };
  });
}

/**
 * Brings a notebook up to this program's schema. All pending migrations run in one transaction; where that fails the
 * notebook is as it was. A notebook that holds something is copied to `FILE.backup-vN` first. Refuses one from a newer
 * program (`unsupported`) and one whose applied migrations are not the ones we know (`corrupt`).
 */
export function migrate(db: Database, file: string, migrations: readonly Migration[], now: () => string): void {
  const applied = versionOf(db);
  if (applied > migrations.length) {
    throw new ArmillaryError(
      'unsupported',
      'This notebook was last opened with a newer Armillary. Nothing was changed in it: update this program to open it.',
      `notebook version ${applied}, program version ${migrations.length}`,
    );
  }
  checkHashes(db, migrations.slice(0, applied));
  if (applied === migrations.length) return;
  if (applied > 0) db.exec(`VACUUM INTO '${backupName(file, applied).replaceAll("'", "''")}'`);

  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      // Another program may have migrated it while this one waited for the lock.
      for (const migration of migrations.slice(versionOf(db))) apply(db, migration, now());
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new ArmillaryError(
          'corrupt',
          'The notebook could not be brought up to date. It is as it was.',
          `foreign keys: ${JSON.stringify(broken.slice(0, 5))}`,
        );
      }
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function apply(db: Database, { number, name, sql, sha256 }: Migration, now: string): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  db.exec(sql);
  db.prepare('INSERT INTO migrations VALUES (?, ?, ?, ?)').run(number, name, sha256, now);
  db.pragma(`user_version = ${number}`);
}

function checkHashes(db: Database, known: readonly Migration[]): void {
  if (known.length === 0) return;
  const rows = db.prepare<[], { number: number; sha256: string }>('SELECT number, sha256 FROM migrations ORDER BY number').all();
  for (const { number, name, sha256 } of known) {
    if (rows.find((row) => row.number === number)?.sha256 !== sha256) {
      throw new ArmillaryError(
        'corrupt',
        'This notebook was made by a different build of Armillary, and opening it could damage it. Nothing was changed in it.',
        `migration ${name} differs`,
      );
    }
  }
}

/** A name that is not taken, so that no backup is ever written over. */
function backupName(file: string, version: number): string {
  const base = `${file}.backup-v${version}`;
  let name = base;
  for (let copy = 2; existsSync(name); copy += 1) name = `${base}-${copy}`;
  return name;
}
