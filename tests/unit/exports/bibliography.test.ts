import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Source } from '../../../contract/index.ts';
import { writeBibtex } from '../../../main/engine/exports/bibtex.ts';
import { namesIn } from '../../../main/engine/exports/citation.ts';
import { writeCslJson } from '../../../main/engine/exports/csl-json.ts';
import { writeRis } from '../../../main/engine/exports/ris.ts';
import type { Selection } from '../../../main/engine/exports/selection.ts';
import { readBibtex } from '../../../main/engine/imports/bibliography/bibtex.ts';
import { readCsl } from '../../../main/engine/imports/bibliography/csl.ts';
import { readRis } from '../../../main/engine/imports/bibliography/ris.ts';
import { addDocument, newNotebook, tag } from '../engine/notebook.ts';
import { selectionOf } from './selections.ts';

interface Cited {
  title: string;
  language: string;
  source: Partial<Source>;
}

function selection(documents: readonly Cited[]): Selection {
  const made = selectionOf([]);
  const [document] = made.documents;
  if (document === undefined) throw new Error('no document to build on');
  const empty = { author: '', publisher: '', url: '', published: null, accessed: null };
  return {
    ...made,
    documents: documents.map((given) => ({ ...document, ...given, source: { ...document.source, ...empty, ...given.source } })),
  };
}

const formats = { ris: [writeRis, readRis], bibtex: [writeBibtex, readBibtex], 'csl-json': [writeCslJson, readCsl] } as const;

/** What CSL's schema allows of the variables that are written. */
const DateVariable = z.strictObject({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).length(1) });
const Csl = z.array(
  z.strictObject({
    id: z.string().min(1),
    type: z.enum(['document', 'webpage']),
    title: z.string(),
    author: z
      .array(z.union([z.strictObject({ family: z.string(), given: z.string() }), z.strictObject({ literal: z.string() })]))
      .optional(),
    publisher: z.string().optional(),
    'container-title': z.string().optional(),
    issued: DateVariable.optional(),
    accessed: DateVariable.optional(),
    URL: z.string().optional(),
    DOI: z.string().optional(),
    language: z.string().optional(),
  }),
);

describe.each(Object.entries(formats))('%s', (format, [write, read]) => {
  const back = (documents: readonly Cited[]) =>
    Array.from(read(write(selection(documents))), (entry) => ('problem' in entry ? entry : entry.reference));

  test.each([
    [
      'a page of two authors',
      'The port & its <b>grain</b>: 5 % of {all}',
      {
        author: 'Osei, Ben; World Bank',
        publisher: 'The Port_Paper',
        url: 'https://port.example/a_b?x=1&y=%20~z#top',
        published: '2024-05-12',
        accessed: '2024-06-01',
      },
    ],
    ['a book without an address', 'Война и мир', { author: 'de la Fuente, María', publisher: 'Пресс', published: '1999' }],
    ['what is known to the month', '战争', { published: '2024-05', url: 'https://doi.org/10.1000/grain.1' }],
    ['nothing but a title', 'Untitled \\ ~ ^ $ # _', {}],
  ])('%s comes back', (_name, title, source) => {
    // CSL takes these for markup.
    const plain = format === 'ris' ? title : title.replace(/<\/?b>/g, '');
    const known = { author: '', publisher: '', url: '', published: null, accessed: null, ...source };
    expect(back([{ title, language: 'ru', source }])).toMatchObject([{ ...known, title: plain, language: 'ru' }]);
  });

  test('any title comes back, but for blanks', () => {
    const letters = fc.constantFrom(
      ...'aB3é中я',
      ' ',
      '&',
      '%',
      '$',
      '#',
      '_',
      '{',
      '}',
      '~',
      '^',
      '\\',
      '@',
      '"',
      "'",
      '-',
      ',',
      '=',
      '/',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(letters).map((parts) => `x${parts.join('')}y`),
        (title) => {
          const [reference] = back([{ title, language: 'en', source: {} }]);
          expect(reference).toMatchObject({ title: title.replace(/\s+/g, ' ') });
        },
      ),
      { numRuns: 200 },
    );
  });

  test('two that would have one key get two', () => {
    const twice = { title: 'Grain prices', language: 'und', source: { author: 'Osei, Ben', published: '2024' } };
    expect(back([twice, twice])).toMatchObject([{ key: 'osei2024grain' }, { key: 'osei2024grain-2' }]);
  });
});

test('CSL-JSON holds what its schema allows', () => {
  const written = JSON.parse(
    writeCslJson(
      selection([
        {
          title: 'One',
          language: 'en',
          source: { author: 'Osei, Ben; World Bank', publisher: 'Press', published: '2024-05', accessed: '2024-06-01' },
        },
        { title: 'Two', language: 'und', source: { url: 'https://doi.org/10.1000/grain.1', publisher: 'The Port' } },
      ]),
    ),
  );
  expect(Csl.parse(written)).toEqual(written);
  expect(written[1]).toMatchObject({ type: 'webpage', 'container-title': 'The Port', DOI: '10.1000/grain.1' });
});

test.each([
  ['Osei, Ben', [['Osei', 'Ben']]],
  [
    'Osei, Ben; World Bank',
    [
      ['Osei', 'Ben'],
      ['World Bank', ''],
    ],
  ],
  ['Ben Osei', [['Ben Osei', '']]],
  [
    'Ben Osei, Ada Lind',
    [
      ['Ben Osei', ''],
      ['Ada Lind', ''],
    ],
  ],
  [
    'Osei, Lind, Park',
    [
      ['Osei', ''],
      ['Lind', ''],
      ['Park', ''],
    ],
  ],
  ['de la Fuente, María José', [['de la Fuente', 'María José']]],
  ['', []],
])('%j is written by %j', (author, names) => {
  expect(namesIn(author)).toEqual(names.map(([family, given]) => ({ family, given })));
});

test('a scope gives its documents, those without passages too', async () => {
  const { client } = newNotebook();
  const grain = await addDocument(client, ['Wheat is dear.'], 'Grain');
  await addDocument(client, ['Nothing tagged.'], 'Read');
  await tag(client, grain, 'Wheat');
  const make = (scope: Parameters<typeof client.call<'exports.make'>>[1]['scope']) => client.call('exports.make', { format: 'ris', scope });
  const all = await make({ kind: 'notebook' });
  expect(all).toMatchObject({ fileName: 'Grain - references.ris', entries: 0, documents: 2 });
  expect(all.content.match(/^TI {2}- .*$/gm)).toEqual(['TI  - Grain', 'TI  - Read']);
  expect(await make({ kind: 'document', documentId: grain })).toMatchObject({ documents: 1 });
  expect(await make({ kind: 'search', query: { text: 'wheat' } })).toMatchObject({ documents: 1 });
});
