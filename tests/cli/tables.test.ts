import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { armillary, folderWith, parse, shapes } from './armillary.ts';

const timeout = 120_000;

const wires = 'Headline,Body,When,Desk,Id\nTolls rise,The keepers raised the tolls.,05/03/2026,River,17\nSalt runs short,,soon,Coast,18\n';

/** A notebook beside a table and a list of references. */
async function notebook() {
  const folder = folderWith({ 'wires.csv': wires, 'letter.txt': 'Dear reader' });
  const file = join(folder, 'Coast.armillary');
  const run = (...args: string[]) => armillary(...args, '--notebook', file);
  await run('new');
  return { path: join(folder, 'wires.csv'), folder, run };
}

test('a table is previewed, with the line that imports it so, and imported as wanted', { timeout }, async () => {
  const { path, folder, run } = await notebook();
  const shown = await run('import', path, '--preview');
  expect(shown.code).toBe(0);
  expect(shown.stdout).toContain('2 rows, 2 documents would come in');
  expect(shown.stdout).toContain('below the text When, Desk, Id');
  expect(shown.stdout).toContain('--map "title=Headline,text=Body"');

  const options = ['--map', 'title=Headline,text=Body,date=When', '--map', 'none=Id', '--dates', 'day-first'];
  const preview = await run('import', path, '--preview', ...options, '--json');
  expect(JSON.parse(preview.stdout)).toMatchObject({
    previews: [
      { path, table: { documents: 2, undated: 1, withoutText: 1, examples: [{ title: 'Tolls rise', published: '2026-03-05' }, {}] } },
    ],
  });
  expect(parse(shapes.documents, await run('documents', '--json')).documents).toEqual([]);

  const imported = await run('import', path, ...options, '--json');
  const { imported: rows } = parse(shapes.import, imported);
  expect(rows.map(({ title }) => title)).toEqual(['Tolls rise', 'Salt runs short']);
  const text = parse(shapes.text, await run('text', '--document', rows[0]?.documentId ?? '', '--json'));
  expect(text.text).toBe('The keepers raised the tolls.\nDesk: River');

  writeFileSync(join(folder, 'library.ris'), 'TY  - RPRT\nTI  - Tolls rise\nAU  - Marsh, Ida\nER  - \n');
  const references = await run('import', join(folder, 'library.ris'), '--preview', '--json');
  expect(JSON.parse(references.stdout).previews).toMatchObject([{ references: { preview: true, filled: 1, made: 0 } }]);
  const filled = await run('import', join(folder, 'library.ris'));
  expect(filled.stdout).toMatch(
    /^filled .*library\.ris .* Tolls rise {2}author\n0 documents imported, 1 filled in, 0 skipped, 0 failed\n$/,
  );
});

test('what cannot be done is said', { timeout }, async () => {
  const { path, folder, run } = await notebook();
  const unknown = await run('import', path, '--map', 'text=Story');
  expect(unknown.code).toBe(1);
  expect(unknown.stdout).toContain('There is no column “Story” in this table. It has: Headline, Body, When, Desk, Id.');
  const wrong = await run('import', path, '--map', 'headline=Body');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('Fields are: title, text, date, author, publisher, url, language, none.');
  const letter = await run('import', join(folder, 'letter.txt'), '--preview');
  expect(letter.code).toBe(1);
  expect(letter.stderr).toContain('letter.txt: This is plain text, and no table.');
});
