import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolder } from '../../../main/host/watch-folder.ts';
import { tempFolder } from './temp-folder.ts';

test('files that come into a folder or one in it are told when they are whole; hidden ones are not', { timeout: 30_000 }, async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'sub'));
  const all: string[] = [];
  const both = new Promise<void>((resolve, reject) => {
    const stop = watchFolder(
      folder,
      (paths) => {
        all.push(...paths);
        if (all.length === 2) resolve();
      },
      reject,
    );
    onTestFinished(stop);
  });
  writeFileSync(join(folder, '.hidden.txt'), 'no');
  writeFileSync(join(folder, 'sub', 'b.txt'), 'one');
  writeFileSync(join(folder, 'a.txt'), 'one');
  appendFileSync(join(folder, 'a.txt'), ' and two');
  await both;
  expect(all.toSorted()).toEqual([join(folder, 'a.txt'), join(folder, 'sub', 'b.txt')]);
});
