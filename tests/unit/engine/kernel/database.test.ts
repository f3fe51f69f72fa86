import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ErrorKind } from '../../../../contract/index.ts';
import { applicationId, type OpenMode, openDatabase } from '../../../../main/engine/kernel/database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'armillary-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = 'Not a notebook at all, but somebody’s own words.';

describe('a file that is no notebook is refused and left as it was', () => {
  const cases: { name: string; mode: OpenMode; make: (file: string) => void; kind: ErrorKind; message: RegExp }[] = [
    { name: 'opening a missing file', mode: 'open', make: () => undefined, kind: 'not-found', message: /no notebook at/ },
    {
      name: 'opening a text file',
      mode: 'open',
      make: (file) => writeFileSync(file, text.repeat(50)),
      kind: 'corrupt',
      message: /not an Armillary notebook/,
    },
    {
      name: 'opening an empty file',
      mode: 'open',
      make: (file) => writeFileSync(file, ''),
      kind: 'corrupt',
      message: /not an Armillary notebook/,
    },
    {
      name: 'opening another program’s SQLite file',
      mode: 'open',
      make: (file) => new Sqlite(file).exec('CREATE TABLE theirs (x)').close(),
      kind: 'corrupt',
      message: /not an Armillary notebook/,
    },
    {
      name: 'making one over a file',
      mode: 'create',
      make: (file) => writeFileSync(file, text),
      kind: 'conflict',
      message: /left as it was|left as it is/,
    },
  ];
  test.each(cases)('$name', ({ mode, make, kind, message }) => {
    const file = join(folder, 'x.armillary');
    make(file);
    const before = existsSync(file) ? readFileSync(file) : null;
    expect(() => openDatabase(file, mode)).toThrowError(expect.objectContaining({ kind, message: expect.stringMatching(message) }));
    expect(existsSync(file) ? readFileSync(file) : null).toEqual(before);
  });

  test('making one in a folder that is not there', () => {
    expect(() => openDatabase(join(folder, 'no', 'x.armillary'), 'create')).toThrowError(expect.objectContaining({ kind: 'storage' }));
  });
});

test('a notebook is marked as one and opens durable, with foreign keys on and the schema not trusted', () => {
  const file = join(folder, 'x.armillary');
  openDatabase(file, 'create').close();
  const db = openDatabase(file, 'open');
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect([
    pragma('application_id'),
    pragma('journal_mode'),
    pragma('synchronous'),
    pragma('foreign_keys'),
    pragma('trusted_schema'),
  ]).toEqual([applicationId, 'wal', 2, 1, 0]);
  db.close();
});
