import { appendFileSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Found, followFolder } from '../../../main/host/watch/follow.ts';
import { lookInto } from '../../../main/host/watch/look.ts';
import { tempFolder } from './temp-folder.ts';

/** Follows a folder quickly, and notes what is told. */
function follow(folder: string) {
  const told: string[] = [];
  const done = new Set<string>();
  const stop = followFolder(
    folder,
    {
      isDone: ({ name }) => done.has(name),
      onLook: (present, growing) => told.push(`looked: ${present.size}, growing: ${growing}`),
      async onFiles(files: Found[]) {
        for (const { name } of files) done.add(name);
        told.push(...files.map(({ name }) => `came: ${name}`));
      },
      onAway: (why) => told.push(`away: ${why.kind}`),
    },
    10,
  );
  onTestFinished(stop);
  return { told, stop };
}

test('files in a folder and those in it are told by their paths; hidden, half-made and our own ones are not', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'may', 'week 1'), { recursive: true });
  mkdirSync(join(folder, '.cache'));
  for (const name of ['a.txt', 'may/week 1/b.txt']) writeFileSync(join(folder, name), 'whole');
  for (const name of [
    '.hidden.txt',
    '.cache/c.txt',
    'd.pdf.part',
    'e.html.crdownload',
    '~$f.docx',
    'Thumbs.db',
    'My.armillary',
    'My.armillary-wal',
  ]) {
    writeFileSync(join(folder, name), 'not for us');
  }
  symlinkSync(folder, join(folder, 'back to itself'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'to nothing.txt'));
  expect([...(await lookInto(folder)).keys()]).toEqual(['a.txt', join('may', 'week 1', 'b.txt')]);
});

test('a file is told when nobody writes to it any more, and once', async () => {
  const folder = tempFolder();
  const { told } = follow(folder);
  const growing = join(folder, 'growing.txt');
  writeFileSync(growing, 'The first line.\n');
  for (let line = 2; line < 6; line += 1) {
    const looks = told.length;
    await expect.poll(() => told.length, { interval: 1 }).toBeGreaterThan(looks);
    if (told.some((words) => words.startsWith('came'))) break;
    appendFileSync(growing, `Line ${line}.\n`);
  }
  writeFileSync(join(folder, 'later.txt'), 'whole');
  await expect.poll(() => told).toContain('came: later.txt');
  expect(told.filter((words) => words === 'came: growing.txt')).toHaveLength(1);
});

test('a folder that goes away is said, and picked up when it is there again', async () => {
  const folder = join(tempFolder(), 'inbox');
  mkdirSync(folder);
  const { told } = follow(folder);
  await expect.poll(() => told).toContain('looked: 0, growing: 0');
  renameSync(folder, `${folder} elsewhere`);
  await expect.poll(() => told).toContain('away: not-found');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), 'whole');
  await expect.poll(() => told).toContain('came: a.txt');
});

test.each([
  ['what is not there', 'nothing', 'not-found'],
  ['a file', 'file.txt', 'invalid'],
])('%s cannot be looked into', async (_what, name, kind) => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'file.txt'), 'whole');
  await expect(lookInto(join(folder, name))).rejects.toMatchObject({ kind });
});
