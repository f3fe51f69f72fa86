import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonFile } from '../../../main/host/json-file.ts';
import { createLeftOpen, LeftOpenFile } from '../../../main/host/left-open.ts';
import { tempFolder } from './temp-folder.ts';

describe('the next start begins with', () => {
  const setUp = () => {
    const folder = tempFolder();
    const notebook = (name: string) => {
      const file = join(folder, name);
      writeFileSync(file, '');
      return file;
    };
    const store = jsonFile({ path: join(folder, 'left-open.json'), schema: LeftOpenFile, empty: { file: null }, warn: () => undefined });
    return { one: notebook('one.armillary'), other: notebook('other.armillary'), start: () => createLeftOpen(store) };
  };

  test('no notebook, the first time', () => {
    expect(setUp().start().take()).toBeNull();
  });

  test('the notebook opened last', () => {
    const { one, other, start } = setUp();
    const before = start();
    before.opened(one);
    before.opened(other);
    expect(start().take()).toBe(other);
  });

  test('none, where the last one was closed by a command', () => {
    const { one, start } = setUp();
    const before = start();
    before.opened(one);
    before.closed(one);
    expect(start().take()).toBeNull();
  });

  test('the one in the other window, where only this one’s was closed', () => {
    const { one, other, start } = setUp();
    const before = start();
    before.opened(one);
    before.opened(other);
    before.closed(one);
    expect(start().take()).toBe(other);
  });

  test('none, where its file is gone', () => {
    const { one, start } = setUp();
    start().opened(one);
    rmSync(one);
    expect(start().take()).toBeNull();
  });
});
