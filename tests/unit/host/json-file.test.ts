import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Preferences } from '../../../contract/index.ts';
import { jsonFile } from '../../../main/host/json-file.ts';
import { tempFolder } from './temp-folder.ts';

function preferences(folder: string) {
  const warnings: string[] = [];
  const path = join(folder, 'deep', 'preferences.json');
  return { path, warnings, file: jsonFile({ path, schema: Preferences, empty: {}, warn: (message) => warnings.push(message) }) };
}

test('what was written is read by the next program', () => {
  const folder = tempFolder();
  preferences(folder).file.write({ theme: 'dark', panes: [20, 55, 25] });
  expect(preferences(folder).file.read()).toEqual({ theme: 'dark', panes: [20, 55, 25] });
});

test('nothing but the file is left after a write', () => {
  const { file, path } = preferences(tempFolder());
  file.write({ theme: 'light' });
  file.write({ theme: 'dark' });
  expect(readdirSync(join(path, '..'))).toEqual(['preferences.json']);
});

test('no file yet is no reason to warn', () => {
  const { file, warnings } = preferences(tempFolder());
  expect(file.read()).toEqual({});
  expect(warnings).toEqual([]);
});

test.each([
  ['half a file', '{"theme": "da'],
  ['something else', '["dark"]'],
  ['nothing', ''],
])('%s is set aside, with a message, and not lost', (_what, content) => {
  const { file, path, warnings } = preferences(tempFolder());
  file.write({});
  writeFileSync(path, content);
  expect(file.read()).toEqual({});
  const kept = readdirSync(join(path, '..'));
  expect(kept).toHaveLength(1);
  expect(readFileSync(join(path, '..', kept[0] ?? ''), 'utf8')).toBe(content);
  expect(warnings).toEqual([expect.stringContaining(kept[0] ?? 'a kept file')]);
});
