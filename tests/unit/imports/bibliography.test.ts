import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../../main/engine/imports/bibliography/bibtex.ts';
import { readCsl } from '../../../main/engine/imports/bibliography/csl.ts';
import { openBibliography } from '../../../main/engine/imports/bibliography/kind.ts';
import type { Entry, Reference } from '../../../main/engine/imports/bibliography/reference.ts';
import { readRis } from '../../../main/engine/imports/bibliography/ris.ts';
import { addDocument, newNotebook } from '../engine/notebook.ts';
import { bytesOf } from './fixtures.ts';

/** The only entry of a file. */
function one(entries: Iterable<Entry>): Reference {
  const [first, ...others] = entries;
  if (first === undefined || others.length > 0 || 'problem' in first)
    throw new Error(`not one reference: ${JSON.stringify([first, ...others])}`);
  return first.reference;
}
const bib = (fields: string, type = 'article') => one(readBibtex(`@${type}{key, title = {Grain}, ${fields}}`));

describe('BibTeX', () => {
  test.each([
    ['accents', String.raw`G{\"o}del and {\'E}t\'e, \c{c}a, na\"{\i}ve, \v{S}koda, \r{a}, \~n`, 'Gödel and Été, ça, naïve, Škoda, å, ñ'],
    ['a dotless i under an accent', String.raw`Mar{\'\i}a`, 'María'],
    ['letters that are commands', String.raw`\O{}re {\ss} {\AE}sir \L{}\'od\'z`, 'Øre ß Æsir Łódź'],
    ['Cyrillic', String.raw`{\cyrchar\CYRM\cyrchar\cyri\cyrchar\cyrr} {\CYRZH\cyryo\cyrishrt}`, 'Мир Жёй'],
    ['letters as they are', 'Война и мир · 战争与和平', 'Война и мир · 战争与和平'],
    ['braces that keep capitals', 'The {NATO} {S}ummit', 'The NATO Summit'],
    ['escaped signs', String.raw`R\&D at 5\% \$3 \#1 a\_b`, 'R&D at 5% $3 #1 a_b'],
    ['dashes and quotation marks', "A -- b --- ``c''", 'A – b — “c”'],
    ['emphasis', String.raw`The \emph{Times} and \textbf{more}`, 'The Times and more'],
    ['ties and line breaks', 'No~1\n  of two', 'No 1 of two'],
  ])('%s come out right', (_name, tex, title) => {
    expect(one(readBibtex(`@article{a, title = {${tex}}, year = 2024}`)).title).toBe(title);
  });

  test.each([
    [
      'authors',
      String.raw`author = {G{\"o}del, Kurt and Mar{\'\i}a de la Fuente and {World Bank}}`,
      { author: 'Gödel, Kurt; de la Fuente, María; World Bank' },
    ],
    ['a journal', 'journal = {Port Studies}, publisher = {Press}', { publisher: 'Port Studies' }],
    ['a year and a month', 'year = 2024, month = may', { published: '2024-05' }],
    ['a date of BibLaTeX', 'date = {2024-05-12}, urldate = {2024-06-01}', { published: '2024-05-12', accessed: '2024-06-01' }],
    ['the first of two dates', 'date = {2024-05/2024-07}', { published: '2024-05' }],
    ['an address', 'url = {https://port.example/a_b?x=1&y=2}', { url: 'https://port.example/a_b?x=1&y=2' }],
    ['a DOI where there is no address', 'doi = {10.1000/Grain.1}', { url: 'https://doi.org/10.1000/grain.1', doi: '10.1000/grain.1' }],
    ['a language', 'langid = {russian}', { language: 'ru' }],
    ['a year that is none', 'year = {n.d.}', { published: null }],
  ])('%s', (_name, fields, known) => {
    expect(bib(fields)).toMatchObject(known);
  });

  test('a report is by who published it, a chapter in its book', () => {
    expect(bib('institution = {The Exchange}', 'techreport').publisher).toBe('The Exchange');
    expect(bib('booktitle = {All of Grain}, publisher = {Press}', 'incollection').publisher).toBe('All of Grain');
  });

  test('strings, a parent and comments are known to entries', () => {
    const text = `% a comment
@string{ps = "Port Studies"}
@comment{nothing}
@inproceedings{child, title = {Berths}, author = {Osei, Ben}, crossref = {parent}}
@article{b, title = "Quays", journal = ps # " B", year = 2023}
@proceedings{parent, title = {Ports of Call}, year = 2021, publisher = {Dock Press}}`;
    expect([...readBibtex(text)]).toMatchObject([
      { reference: { key: 'child', title: 'Berths', published: '2021' } },
      { reference: { key: 'b', publisher: 'Port Studies B', published: '2023' } },
      { reference: { key: 'parent', title: 'Ports of Call', publisher: 'Dock Press' } },
    ]);
  });

  test('one that is broken takes none of the others with it', () => {
    const entries = [
      ...readBibtex(
        '@article{a, title = {One}}\n@article{b, title = {Two\n@article{c, title = }\n@article{d, year = 2024}\n@book{e, title = {Five}}',
      ),
    ];
    expect(entries.map((entry) => ('problem' in entry ? `${entry.key}: ${entry.problem.split(':')[0]}` : entry.reference.title))).toEqual([
      'One',
      'b: It could not be read as BibTeX',
      'c: It could not be read as BibTeX',
      'd: It has no title.',
      'Five',
    ]);
  });
});

describe('RIS', () => {
  test('a record', () => {
    const ris = `TY  - JOUR\r\nID  - osei2024\r\nTI  - Grain in the\r\n   long summer\r\nAU  - Osei, Ben\r\nAU  - World Bank\r\nT2  - Port Studies\r\nPB  - Press\r\nPY  - 2024\r\nDA  - 2024/05/12/\r\nY2  - 2024/06/01/10:00:00\r\nUR  - https://port.example/grain\r\nDO  - 10.1000/grain.1\r\nLA  - en-GB\r\nER  - \r\n`;
    expect(one(readRis(ris))).toEqual({
      key: 'osei2024',
      title: 'Grain in the long summer',
      author: 'Osei, Ben; World Bank',
      publisher: 'Port Studies',
      url: 'https://port.example/grain',
      doi: '10.1000/grain.1',
      published: '2024-05-12',
      accessed: '2024-06-01',
      language: 'en',
    });
  });

  test.each([
    ['2024', '2024'],
    ['2024///', '2024'],
    ['2024/05//', '2024-05'],
    ['2024/5/1/spring', '2024-05-01'],
    ['12 May 2024', '2024-05-12'],
    ['n.d.', null],
  ])('the date %s', (date, published) => {
    expect(one(readRis(`TY  - RPRT\nT1  - Grain\nPY  - ${date}\nER  - `)).published).toBe(published);
  });

  test('records that break off, and one without a title', () => {
    expect([...readRis('noise\nTY  - BOOK\nTI  - One\nTY  - BOOK\nPB  - Press\nER  - \nTY  - BOOK\nTI  - Three')]).toMatchObject([
      { reference: { title: 'One' } },
      { problem: 'It has no title.' },
      { reference: { title: 'Three' } },
    ]);
  });
});

describe('CSL-JSON', () => {
  test('an item as reference managers write it', () => {
    const item = {
      id: 'http://zotero.org/users/1/items/ABC',
      'citation-key': 'osei2024',
      type: 'article-newspaper',
      title: 'Grain in the <i>long</i> summer: a < b',
      author: [
        { family: 'Osei', given: 'Ben' },
        { family: 'Fuente', given: 'María', 'non-dropping-particle': 'de la' },
        { literal: 'World Bank' },
      ],
      'container-title': 'The Port',
      URL: 'https://port.example/grain',
      issued: { 'date-parts': [['2024', 5, 2]] },
      accessed: { raw: '2024-06-01' },
      language: 'ru-RU',
      volume: 3,
    };
    expect(one(readCsl(JSON.stringify([item])))).toMatchObject({
      key: 'osei2024',
      title: 'Grain in the long summer: a < b',
      author: 'Osei, Ben; de la Fuente, María; World Bank',
      publisher: 'The Port',
      published: '2024-05-02',
      accessed: '2024-06-01',
      language: 'ru',
    });
  });

  test('items that are none are told one by one', () => {
    expect([...readCsl('[{"type":"book","title":"One"}, 7, {"type":"book"}]')]).toMatchObject([
      { reference: { title: 'One' } },
      { problem: 'It is no reference in CSL-JSON.' },
      { problem: 'It has no title.' },
    ]);
  });

  test.each(['[{"title":', '{"a":1}', '[]', '[1,2]'])('%s is no bibliography', (json) => {
    expect(() => [...readCsl(json)]).toThrow(expect.objectContaining({ kind: 'invalid' }));
  });
});

test.each([
  ['a.ris', '', 'ris'],
  ['export.txt', 'TY  - JOUR\nTI  - x\nER  - ', 'ris'],
  ['a.bib', '', 'bibtex'],
  ['a.json', '[{"id":"a","type":"book","title":"x"}]', 'csl-json'],
])('%s that holds %j is %s', (name, text, kind) => {
  expect(openBibliography(name, bytesOf(text)).kind).toBe(kind);
});

test.each([
  ['a.json', '{"a":1}', /^This JSON holds no references in CSL-JSON, .*save what is in it as text/],
  ['a.json', '[', /^This is no JSON: it breaks off/],
  ['a.txt', '@article{a, title = {x}}', /^This is no bibliography/],
  ['a.bib', '\u0000\u0001\u0002', /^This is not a text file/],
])('%s that holds %j is none', (name, text, words) => {
  expect(() => openBibliography(name, bytesOf(text))).toThrow(words);
});

describe('references come into a notebook', () => {
  const text = `@article{grain, title = {Grain prices}, author = {Osei, Ben}, journal = {The Port}, year = 2024, langid = {english}}
@online{tide, title = {The tide}, url = {http://www.port.example/tide/}, publisher = {The Port}, date = {2023-01-02}}
@book{new, title = {A new book}, publisher = {Press}, year = 2020, volume = 7}
@book{again, title = {A New Book}, year = 2020}
@misc{broken, year = 2020}`;
  const file = { name: 'library.bib', bytes: bytesOf(text) };

  async function withTwo() {
    const notebook = newNotebook();
    const { client } = notebook;
    const grain = await addDocument(client, ['Wheat is dear.'], 'Grain prices');
    const tide = await addDocument(client, ['High water.'], 'Tide tables');
    await client.call('documents.update', { documentId: grain, source: { author: 'B. Osei', published: '2024-05' } });
    await client.call('documents.update', { documentId: tide, source: { url: 'https://port.example/tide#top' } });
    return { ...notebook, grain, tide };
  }

  test('those about a document fill in its source, the others make documents; each is told', async () => {
    const { client, grain, tide } = await withTwo();
    const { items } = await client.call('imports.bibliography', { file });
    const made = items[2]?.documentId ?? '';
    expect(items).toEqual([
      { key: 'grain', title: 'Grain prices', outcome: 'filled', documentId: grain, fields: ['publisher', 'language'], message: '' },
      { key: 'tide', title: 'The tide', outcome: 'filled', documentId: tide, fields: ['publisher', 'published'], message: '' },
      { key: 'new', title: 'A new book', outcome: 'made', documentId: made, fields: [], message: '' },
      { key: 'again', title: 'A New Book', outcome: 'unchanged', documentId: made, fields: [], message: 'It stands in this file already.' },
      { key: 'broken', title: '', outcome: 'failed', documentId: null, fields: [], message: 'It has no title.' },
    ]);
    expect((await client.call('documents.get', { documentId: grain })).source).toMatchObject({
      author: 'B. Osei',
      publisher: 'The Port',
      published: '2024-05',
    });
    const document = await client.call('documents.get', { documentId: made });
    expect(document).toMatchObject({
      words: 0,
      source: { publisher: 'Press', published: '2020' },
      original: { name: 'library.bib', part: 'new' },
    });
    const { bytes } = await client.call('documents.original', { documentId: made });
    expect(Buffer.from(bytes).equals(file.bytes)).toBe(true);
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });

  test('a second time nothing is left to do', async () => {
    const { client } = await withTwo();
    await client.call('imports.bibliography', { file });
    const { items, step } = await client.call('imports.bibliography', { file });
    expect(items.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged', 'failed']);
    expect(step).toBeNull();
  });

  test('all of it is one step', async () => {
    const { client } = await withTwo();
    const before = await client.call('documents.list', {});
    const { step } = await client.call('imports.bibliography', { file });
    const after = await client.call('documents.list', {});
    const back = await client.call('history.undo', { step: step ?? 0 });
    const dated = (list: typeof before) => list.map(({ updatedAt: _, ...rest }) => rest);
    expect(dated(await client.call('documents.list', {}))).toEqual(dated(before));
    await client.call('history.undo', { step: back.step });
    expect(dated(await client.call('documents.list', {}))).toEqual(dated(after));
  });

  test('a preview says the same and changes nothing', async () => {
    const { client } = await withTwo();
    const before = await client.call('documents.list', {});
    const { items, step } = await client.call('imports.bibliography', { file, preview: true });
    expect(items.map(({ outcome }) => outcome)).toEqual(['filled', 'filled', 'made', 'unchanged', 'failed']);
    expect(step).toBeNull();
    expect(await client.call('documents.list', {})).toEqual(before);
  });

  test.each([
    ['another year', { published: '1999' }, 'made'],
    ['no year', {}, 'filled'],
    ['another DOI', { url: 'https://doi.org/10.1000/other' }, 'made'],
    ['the same DOI', { url: 'https://dx.doi.org/10.1000/GRAIN' }, 'filled'],
  ])('a document of the same title with %s', async (_name, source, outcome) => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['x'], 'GRAIN  prices!');
    await client.call('documents.update', { documentId, source });
    const bytes = bytesOf('@article{a, title = {Grain prices}, author = {Osei, Ben}, year = 2024, doi = {10.1000/grain}}');
    expect((await client.call('imports.bibliography', { file: { name: 'a.bib', bytes } })).items).toMatchObject([{ outcome }]);
  });

  test('what lies in the bin is not filled in', async () => {
    const { client, grain } = await withTwo();
    await client.call('documents.remove', { documentIds: [grain] });
    const { items } = await client.call('imports.bibliography', { file });
    expect(items[0]).toMatchObject({ outcome: 'made' });
  });

  test.each([
    ['letter.bib', 'no entry at all', 'invalid'],
    ['letter.txt', 'Dear reader', 'unsupported'],
    ['empty.ris', ' ', 'invalid'],
  ])('%s is refused', async (name, content, kind) => {
    const { client } = newNotebook();
    await expect(client.call('imports.bibliography', { file: { name, bytes: bytesOf(content) } })).rejects.toMatchObject({ kind });
  });
});
