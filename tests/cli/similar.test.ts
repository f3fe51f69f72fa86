import { join } from 'node:path';
import { expect, test } from 'vitest';
import { armillary, folderWith, parse, shapes } from './armillary.ts';

test('one story in two papers is a group, in words and as JSON', { timeout: 120_000 }, async () => {
  const story = Array.from({ length: 40 }, (_, n) => `The quay has berth ${n}.`).join(' ');
  const folder = folderWith({
    'agency.txt': `Agency\n\n${story}`,
    'courier.txt': `Courier\n\n${story} More on page two.`,
    'tides.txt': 'Low water at noon.',
  });
  const file = join(folder, 'Coast.armillary');
  const run = (...args: string[]) => armillary(...args, '--notebook', file, '--json');
  await run('new');
  const { imported } = parse(
    shapes.import,
    await run('import', ...['agency.txt', 'courier.txt', 'tides.txt'].map((name) => join(folder, name))),
  );
  const [agency, courier, tides] = imported.map(({ documentId }) => documentId);
  const { groups } = parse(shapes.similar, await run('similar'));
  expect(groups.map(({ documents }) => documents.map(({ id }) => id))).toEqual([[agency, courier]]);
  expect(groups[0]?.least).toBeGreaterThan(0.8);
  expect(parse(shapes.similar, await run('similar', '--document', courier ?? '')).groups).toEqual(groups);
  expect(parse(shapes.similar, await run('similar', '--document', tides ?? '')).groups).toEqual([]);

  const { stdout, code } = await armillary('similar', '--notebook', file);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^2 documents, 9\d% alike\n {2}\S+ {2}Agency\n {2}\S+ {2}Courier\n1 group of near-duplicates, 2 documents\n$/);
  expect((await run('similar', '--document', 'nobody')).code).toBe(1);
});
