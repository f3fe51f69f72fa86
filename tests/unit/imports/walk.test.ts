import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { walk } from '../../../main/engine/imports/walk.ts';
import { tempFolder } from '../host/temp-folder.ts';

/** The account that runs the tests may read everything: the system is made to refuse folders of this name. */
vi.mock(import('node:fs'), async (original) => {
  const real = await original();
  const readdirSync = (...given: Parameters<typeof real.readdirSync>) => {
    if (String(given[0]).endsWith('locked')) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    return real.readdirSync(...given);
  };
  // Of its overloads the importer uses the one that is passed on.
  return { ...real, readdirSync: readdirSync as typeof real.readdirSync };
});

test('a folder that may not be read is told, and what stands beside it is found', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'locked'));
  for (const name of ['a.txt', 'z.txt']) writeFileSync(join(folder, name), 'whole');
  const { files } = await walk([{ path: folder, name: 'in' }], new AbortController().signal, async () => undefined);
  expect(files).toEqual([
    { name: join('in', 'a.txt'), size: 5, from: { path: join(folder, 'a.txt') } },
    {
      name: join('in', 'locked'),
      size: 0,
      from: { error: expect.objectContaining({ kind: 'storage', message: expect.stringMatching(/may not be read/) }) },
    },
    { name: join('in', 'z.txt'), size: 5, from: { path: join(folder, 'z.txt') } },
  ]);
});
