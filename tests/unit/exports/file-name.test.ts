import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeFileName } from '../../../main/engine/exports/file-name.ts';

describe('file names that every system takes', () => {
  test.each([
    ['Grain - tagged notes', 'Grain - tagged notes.md'],
    ['Spheres: economic, cultural', 'Spheres economic, cultural.md'],
    ['a/b\\c', 'a b c.md'],
    ['../../etc/passwd', 'etc passwd.md'],
    ['what? "quoted" <x> | *', 'what quoted x.md'],
    ['trailing. . ', 'trailing.md'],
    ['.hidden', 'hidden.md'],
    ['CON', 'notebook CON.md'],
    ['nul.txt', 'notebook nul.txt.md'],
    ['', 'notebook.md'],
    ['文化与经济', '文化与经济.md'],
    ['line\nbreak\u0000\u202e', 'line break.md'],
  ])('%j', (words, expected) => {
    expect(safeFileName(words, 'md')).toBe(expected);
  });

  test('for any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        const name = safeFileName(words, 'csv');
        expect(name).toMatch(/^[^\s.~-].*[^\s.]\.csv$|^[^\s.~-]\.csv$/u);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
        expect(new TextEncoder().encode(name).length).toBeLessThan(255);
      }),
    );
  });
});
