import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { typedFolder } from '../../../main/host/watch/typed-folder.ts';
import { tempFolder } from './temp-folder.ts';

/** An analyst's home with an inbox, a file and a folder of keys. */
function home(): string {
  const folder = realpathSync(tempFolder());
  mkdirSync(join(folder, 'In box'));
  mkdirSync(join(folder, '.keys', 'old'), { recursive: true });
  writeFileSync(join(folder, 'letter.txt'), 'Dear all');
  symlinkSync(join(folder, '.keys', 'old'), join(folder, 'looks harmless'));
  return folder;
}

describe('a folder named by its path', () => {
  test.each(['~/In box', '  ~/In box/ ', '~/In box/../In box'])('%j', (typed) => {
    const at = home();
    expect(typedFolder(typed, at)).toBe(join(at, 'In box'));
  });

  test.each([
    ['In box', 'invalid'],
    ['', 'invalid'],
    ['~someone/In box', 'invalid'],
    ['~/Out box', 'not-found'],
    ['~/letter.txt', 'invalid'],
    ['~/.keys', 'unsupported'],
    ['~/.keys/old', 'unsupported'],
    ['~/looks harmless', 'unsupported'],
  ])('%j is refused as %s', (typed, kind) => {
    expect(() => typedFolder(typed, home())).toThrow(expect.objectContaining({ kind }));
  });
});
