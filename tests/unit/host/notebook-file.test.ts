import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalFile, fileNameFor, newNotebookPath, withExtension } from '../../../main/host/notebook-file.ts';
import { tempFolder } from './temp-folder.ts';

describe('the file of a notebook made by name', () => {
  test.each([
    ['Energy 2026', 'Energy 2026.armillary'],
    ['Евразия', 'Евразия.armillary'],
    ['能源', '能源.armillary'],
    ['oil/gas: a "study"', 'oil-gas- a -study-.armillary'],
    ['../../etc/passwd', '-..-etc-passwd.armillary'],
    ['  .hidden. ', 'hidden.armillary'],
  ])('%s', (name, file) => {
    expect(fileNameFor(name)).toBe(file);
  });

  test.each(['...', '   ', 'CON', 'lpt1'])('%j cannot be one', (name) => {
    expect(() => fileNameFor(name)).toThrow(/Choose another/);
  });

  test('never leaves its folder', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        let file = '';
        try {
          file = fileNameFor(name);
        } catch {
          return true;
        }
        return !/[/\\\0]/.test(file) && !file.startsWith('.');
      }),
    );
  });

  test('a name that is taken is a conflict, and the notebook there is left alone', () => {
    const folder = tempFolder();
    writeFileSync(newNotebookPath(folder, 'Energy'), '');
    expect(() => newNotebookPath(folder, 'Energy')).toThrow(expect.objectContaining({ kind: 'conflict' }));
  });
});

test.each([
  ['/a/Energy', '/a/Energy.armillary'],
  ['/a/Energy.armillary', '/a/Energy.armillary'],
  ['/a/v1.2', '/a/v1.2.armillary'],
])('%s becomes %s', (given, file) => {
  expect(withExtension(given)).toBe(file);
});

test('a notebook is the same one through a link to it and through a link to its folder, before it is made too', () => {
  const folder = canonicalFile(tempFolder());
  mkdirSync(join(folder, 'real'));
  symlinkSync(join(folder, 'real'), join(folder, 'link'));
  expect(canonicalFile(join(folder, 'link', 'n.armillary'))).toBe(join(folder, 'real', 'n.armillary'));
  writeFileSync(join(folder, 'real', 'n.armillary'), '');
  symlinkSync(join(folder, 'real', 'n.armillary'), join(folder, 'other.armillary'));
  expect(canonicalFile(join(folder, 'other.armillary'))).toBe(join(folder, 'real', 'n.armillary'));
});
