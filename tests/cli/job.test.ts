import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { armillary, folderWith, parse, shapes } from './armillary.ts';

const article = `Harbours after the thaw

Joint ventures between the two harbours were announced in March. Observers called the coast multipolar.

Cultural exchanges resumed as well: choirs, film weeks, a poster show with 5 * 3 stars.
`;

test('the whole job: import, tag, find, export, and all is there again', { timeout: 120_000 }, async () => {
  const folder = folderWith({ 'harbours.txt': article });
  const notebook = ['--notebook', join(folder, 'Coast.armillary'), '--json'];

  const made = await armillary('new', ...notebook);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(parse(shapes.new, made).notebook.name).toBe('Coast');

  const { imported } = parse(shapes.import, await armillary('import', join(folder, 'harbours.txt'), ...notebook));
  expect(imported).toMatchObject([{ path: join(folder, 'harbours.txt'), title: 'Harbours after the thaw' }]);
  const documentId = imported[0]?.documentId ?? '';

  const added = await armillary('spheres', 'add', 'shipping', '--color', '#123456', '--under', 'Economic', ...notebook);
  const { spheres } = parse(shapes.spheres, added);
  const economic = spheres.find(({ name }) => name === 'economic');
  expect(spheres.find(({ name }) => name === 'shipping')).toMatchObject({ color: '#123456', parentId: economic?.id, passages: 0 });

  const { text } = parse(shapes.text, await armillary('text', '--document', documentId, ...notebook));
  const tag = (quote: string, ...rest: string[]) => armillary('tag', '--document', documentId, '--quote', quote, ...rest, ...notebook);
  const tagged = await tag('Joint ventures', '--sphere', 'economic/shipping', 'geopolitical', '--note', 'Who **owns** them?');
  expect(tagged.code).toBe(0);
  const { passage } = parse(shapes.tag, tagged);
  expect(passage).toMatchObject({ spheres: ['economic/shipping', 'geopolitical'], note: 'Who **owns** them?', state: 'anchored' });
  expect(text.slice(passage.start, passage.end)).toBe('Joint ventures');
  expect((await tag('a poster show with 5 * 3 stars', '--sphere', 'Cultural')).code).toBe(0);

  const all = parse(shapes.passages, await armillary('passages', ...notebook)).passages;
  expect(all.map(({ quote }) => quote)).toEqual(['Joint ventures', 'a poster show with 5 * 3 stars']);
  const inEconomic = parse(
    shapes.passages,
    await armillary('passages', '--document', documentId, '--sphere', 'economic', ...notebook),
  ).passages;
  expect(inEconomic).toEqual([passage]);

  const { documents } = parse(shapes.documents, await armillary('documents', ...notebook));
  expect(documents).toMatchObject([{ id: documentId, passages: 2 }]);

  for (const query of ['joint ventures', 'multipolar', '"cultural exchanges"']) {
    const { total, hits } = parse(shapes.search, await armillary('search', query, '--in', 'documents', ...notebook));
    expect(total).toBe(1);
    expect(hits[0]?.snippet.toLowerCase()).toContain(query.replaceAll('"', ''));
  }
  const found = await armillary('search', 'owns', '--in', 'notes', '--sphere', 'economic', '--limit', '1', ...notebook);
  expect(parse(shapes.search, found).hits).toMatchObject([{ kind: 'note', documentId, passageId: passage.id }]);

  for (const format of ['md', 'html', 'csv', 'json']) {
    const out = join(folder, `out.${format}`);
    const exported = await armillary('export', '--format', format, '--out', out, ...notebook);
    expect(parse(shapes.export, exported)).toEqual({ path: out, format, entries: 2, documents: 1 });
    for (const { quote } of all) expect(readFileSync(out, 'utf8')).toContain(quote);
  }
  const inFolder = await armillary('export', '--format', 'md', '--sphere', 'cultural', '--out', folder, ...notebook);
  expect(parse(shapes.export, inFolder)).toMatchObject({ path: join(folder, 'Coast - Spheres cultural.md'), entries: 1 });

  const checked = await armillary('check', ...notebook);
  expect(checked.code).toBe(0);
  expect(parse(shapes.check, checked)).toMatchObject({ ok: true, checked: { documents: 1, passages: 2 } });
});
