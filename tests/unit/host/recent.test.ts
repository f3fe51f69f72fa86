import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonFile } from '../../../main/host/json-file.ts';
import { createRecent, notebookName, RecentFile } from '../../../main/host/recent.ts';
import { tempFolder } from './temp-folder.ts';

function recentIn(folder: string) {
  return createRecent(jsonFile({ path: join(folder, 'recent.json'), schema: RecentFile, empty: [], warn: () => undefined }));
}

test('the newest stands first, each notebook once', () => {
  const recent = recentIn(tempFolder());
  for (const file of ['/a.armillary', '/b.armillary', '/a.armillary']) recent.opened(file);
  expect(recent.list().map(({ name }) => name)).toEqual(['a', 'b']);
});

test('a notebook that was moved away is listed as missing', () => {
  const folder = tempFolder();
  const there = join(folder, 'there.armillary');
  writeFileSync(there, '');
  const recent = recentIn(folder);
  recent.opened(there);
  recent.opened(join(folder, 'gone.armillary'));
  expect(recent.list().map(({ name, missing }) => [name, missing])).toEqual([
    ['gone', true],
    ['there', false],
  ]);
});

test('a forgotten notebook is off the list; a long list keeps the last twelve', () => {
  const recent = recentIn(tempFolder());
  for (let n = 1; n <= 14; n += 1) recent.opened(`/${n}.armillary`);
  recent.forget('/14.armillary');
  expect(recent.list().map(({ name }) => name)).toEqual(['13', '12', '11', '10', '9', '8', '7', '6', '5', '4', '3']);
});

test.each([
  ['/home/ana/Energy.armillary', 'Energy'],
  ['/home/ana/Energy.ARMILLARY', 'Energy'],
  ['/home/ana/notes.db', 'notes.db'],
])('the notebook in %s is called %s', (file, name) => {
  expect(notebookName(file)).toBe(name);
});
