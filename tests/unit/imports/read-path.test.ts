import { appendFileSync, mkdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readPath } from '../../../main/engine/imports/read-path.ts';
import { tempFolder } from '../host/temp-folder.ts';

/** What happens to the disk before a file is opened, and while it is read. */
const meanwhile = vi.hoisted((): Record<'opening' | 'reading', () => void> => ({ opening: () => undefined, reading: () => undefined }));

vi.mock(import('node:fs'), async (original) => {
  const real = await original();
  const openSync: typeof real.openSync = (...given) => {
    meanwhile.opening();
    return real.openSync(...given);
  };
  const readSync = (...given: Parameters<typeof real.readSync>) => {
    meanwhile.reading();
    return real.readSync(...given);
  };
  // Of its overloads the importer uses the one that is passed on.
  return { ...real, openSync, readSync: readSync as typeof real.readSync };
});

let path: string;
beforeEach(() => {
  meanwhile.opening = () => undefined;
  meanwhile.reading = () => undefined;
  path = join(tempFolder(), 'letter.txt');
  writeFileSync(path, 'The ferry ran twice a day.');
});

function refuse(code: string): () => never {
  return () => {
    throw Object.assign(new Error(`${code}: as the system says it`), { code });
  };
}

describe('a file on disk', () => {
  test('is read whole', () => {
    expect(new TextDecoder().decode(readPath(path))).toBe('The ferry ran twice a day.');
  });

  test.each<[string, () => void]>([
    ['grows', () => appendFileSync(path, ' And on.')],
    ['shrinks', () => truncateSync(path, 3)],
    ['is emptied', () => truncateSync(path, 0)],
    ['is written over with as much', () => utimesSync(path, 1, 1)],
  ])('that %s while it is read is not taken', (_what, change) => {
    meanwhile.reading = change;
    expect(() => readPath(path)).toThrow(
      expect.objectContaining({ kind: 'conflict', message: expect.stringContaining('being written to') }),
    );
  });

  test('that is deleted while it is read is taken as it was', () => {
    meanwhile.reading = () => rmSync(path, { force: true });
    expect(new TextDecoder().decode(readPath(path))).toBe('The ferry ran twice a day.');
  });

  test('that vanished since it was found is said to have', () => {
    meanwhile.opening = () => rmSync(path);
    expect(() => readPath(path)).toThrow(
      expect.objectContaining({ kind: 'not-found', message: expect.stringContaining('moved or deleted') }),
    );
  });

  test.each([
    ['EACCES', 'storage', /may not be read by this account/],
    ['EPERM', 'storage', /may not be read by this account/],
    ['EIO', 'storage', /Check that its disk is there/],
  ])('that the system refuses with %s', (code, kind, words) => {
    meanwhile.opening = refuse(code);
    expect(() => readPath(path)).toThrow(expect.objectContaining({ kind, message: expect.stringMatching(words) }));
  });

  test('that breaks off while it is read', () => {
    meanwhile.reading = refuse('EIO');
    expect(() => readPath(path)).toThrow(expect.objectContaining({ kind: 'storage' }));
  });

  test('that has become a folder', () => {
    meanwhile.opening = () => {
      rmSync(path);
      mkdirSync(path);
    };
    expect(() => readPath(path)).toThrow(expect.objectContaining({ kind: 'unsupported' }));
  });
});
