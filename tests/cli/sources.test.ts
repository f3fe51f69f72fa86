import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { armillary, folderWith, parse, shapes } from './armillary.ts';

const timeout = 120_000;

/** A notebook with one article and one passage of it. */
async function notebook() {
  const folder = folderWith({ 'port.txt': 'The port reopened in May. Prices fell.' });
  const file = join(folder, 'Coast.armillary');
  const run = (...args: string[]) => armillary(...args, '--notebook', file, '--json');
  await run('new');
  const { imported } = parse(shapes.import, await run('import', join(folder, 'port.txt')));
  const documentId = imported[0]?.documentId ?? '';
  const { passage } = parse(shapes.tag, await run('tag', '--document', documentId, '--quote', 'The port reopened', '--sphere', 'economic'));
  return { folder, run, documentId, passage };
}

test('a passage is graded and dated, found by it, and exported with it', { timeout }, async () => {
  const { folder, run, documentId, passage } = await notebook();
  const { passages } = parse(shapes.passages, await run('grade', passage.id, '--credibility', '2', '--event', 'spring 2024'));
  expect(passages).toMatchObject([{ grade: '2', event: '2024-21', locator: '' }]);
  const found = async (...args: string[]) => parse(shapes.passages, await run('passages', ...args)).passages.length;
  expect(await found('--credibility', '1,2', '--from', 'May 2024', '--to', '2024')).toBe(1);
  expect(await found('--credibility', '3')).toBe(0);
  expect(await found('--reliability', 'A')).toBe(0);
  await run('export', '--format', 'md', '--out', join(folder, 'notes.md'));
  expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toContain('- Grade: 2 (probably true)\n- Event: spring 2024\n');
  const { passages: again } = parse(shapes.passages, await run('grade', passage.id, '--credibility', 'none', '--event', 'none'));
  expect(again).toMatchObject([{ grade: '', event: null }]);
  expect(parse(shapes.verify, await run('verify', '--document', documentId))).toMatchObject({ intact: true, size: 38 });
});

test('references come in, previewed first, and go out again', { timeout }, async () => {
  const { folder, run, documentId } = await notebook();
  const path = join(folder, 'library.bib');
  writeFileSync(
    path,
    String.raw`@online{port, title = {The port reopened in May. Prices fell.}, author = {Mu{\~n}oz, Ana}, date = {2024-05}}
@book{tide, title = {Tides}, publisher = {Press}, year = 2020}
@misc{broken, year = 2020}`,
  );
  const preview = await run('bibliography', 'import', path, '--preview');
  expect(parse(shapes.bibliography, preview)).toMatchObject({ preview: true, made: 1, filled: 1, unchanged: 0, failed: 1 });
  expect(parse(shapes.documents, await run('documents')).documents).toHaveLength(1);

  const imported = await run('bibliography', 'import', path);
  expect(imported.code).toBe(1);
  expect(parse(shapes.bibliography, imported).items).toMatchObject([
    { key: 'port', outcome: 'filled', documentId, fields: ['author', 'published'] },
    { key: 'tide', outcome: 'made' },
    { key: 'broken', outcome: 'failed', message: 'It has no title.' },
  ]);
  const out = join(folder, 'references.json');
  expect(parse(shapes.references, await run('bibliography', 'export', '--format', 'csl-json', '--out', out))).toMatchObject({
    documents: 2,
  });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject([{ author: [{ family: 'Muñoz', given: 'Ana' }] }, { title: 'Tides' }]);
});

describe('wrong usage is told', () => {
  test.each([
    ['a digit that is none', ['grade', 'x', '--credibility', '7']],
    ['a date that is none', ['grade', 'x', '--event', 'soon']],
    ['a letter that is none', ['passages', '--reliability', 'G']],
    ['a format that is none', ['bibliography', 'export', '--format', 'md', '--out', 'x']],
    ['no file', ['bibliography', 'import']],
  ])('%s', { timeout }, async (_name, args) => {
    const { code, stderr } = await armillary(...args, '--notebook', 'x');
    expect(code).toBe(2);
    expect(stderr).not.toBe('');
  });
});
